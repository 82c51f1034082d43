using System.Buffers;
using BenchmarkDotNet.Attributes;

namespace Vero.Typed.Benchmarks;

/// <summary>One customer to the body of an Identify request; the mapping to a DTO belongs to System.Text.Json's share.</summary>
public class IdentifyBenchmarks
{
    private readonly ArrayBufferWriter<byte> _buffer = new(16_384);

    [ParamsSource(nameof(Payloads))]
    public Payload Payload { get; set; } = null!;

    public static IEnumerable<Payload> Payloads => Payload.All;

    [Benchmark(Baseline = true, Description = "System.Text.Json -> byte[]")]
    public byte[] SystemTextJsonToBytes() => Payload.SystemTextJson();

    [Benchmark(Description = "System.Text.Json -> reused buffer")]
    public int SystemTextJsonToBuffer()
    {
        _buffer.ResetWrittenCount();
        Payload.SystemTextJson(_buffer);
        return _buffer.WrittenCount;
    }

    [Benchmark(Description = "Vero.Typed -> IdentifyRequest")]
    public IdentifyRequest VeroToRequest() => Payload.Vero();

    [Benchmark(Description = "Vero.Typed -> reused buffer")]
    public int VeroToBuffer()
    {
        _buffer.ResetWrittenCount();
        Payload.Vero(_buffer);
        return _buffer.WrittenCount;
    }

    [Benchmark(Description = "copy of the finished bytes")]
    public byte[] Copy() => Payload.Finished.AsSpan().ToArray();
}
