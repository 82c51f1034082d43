namespace Vero.Typed.Benchmarks;

public sealed class LeadDataDto
{
    public string? FirstName { get; init; }

    public bool Vip { get; init; }
}
