using BenchmarkDotNet.Attributes;

namespace Vero.Typed.Benchmarks.Serializer;

/// <summary>The same ways, measured by BenchmarkDotNet one after the other: a cross-check for machines that have nothing else to do.</summary>
public class IdentifyBenchmarks
{
    [ParamsSource(nameof(Payloads))]
    public Payload Payload { get; set; } = null!;

    public static IEnumerable<Payload> Payloads => Payload.All;

    [Benchmark(Baseline = true, Description = "System.Text.Json -> byte[]")]
    public object? SystemTextJson() => Payload.Ways[0].Run();

    [Benchmark(Description = "Vero.Typed -> IdentifyRequest")]
    public object? VeroToRequest() => Payload.Ways[Payload.VeroToRequest].Run();

    [Benchmark(Description = "Vero.Typed -> reused buffer")]
    public object? VeroToBuffer() => Payload.Ways[Payload.VeroToBuffer].Run();
}
