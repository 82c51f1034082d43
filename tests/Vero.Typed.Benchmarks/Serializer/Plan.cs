namespace Vero.Typed.Benchmarks.Serializer;

public enum Plan
{
    Free,
    Pro,
    Enterprise,
}
