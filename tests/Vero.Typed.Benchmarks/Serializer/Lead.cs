namespace Vero.Typed.Benchmarks.Serializer;

public sealed partial class Lead
{
    [VeroId]
    public required int Id { get; init; }

    [VeroEmail]
    public string? Email { get; init; }

    [VeroTrait]
    public string? FirstName { get; init; }

    [VeroTrait]
    public bool Vip { get; init; }
}
