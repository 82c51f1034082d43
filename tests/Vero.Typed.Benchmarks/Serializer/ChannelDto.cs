namespace Vero.Typed.Benchmarks.Serializer;

public sealed class ChannelDto
{
    public required string Type { get; init; }

    public required string Platform { get; init; }

    public required string Address { get; init; }
}
