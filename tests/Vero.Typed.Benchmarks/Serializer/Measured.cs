namespace Vero.Typed.Benchmarks.Serializer;

internal readonly record struct Measured(double Ratio, long Allocated);
