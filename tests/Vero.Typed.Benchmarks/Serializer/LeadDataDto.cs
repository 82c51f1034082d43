namespace Vero.Typed.Benchmarks.Serializer;

public sealed class LeadDataDto
{
    public string? FirstName { get; init; }

    public bool Vip { get; init; }
}
