namespace Vero.Typed.Benchmarks;

public enum Plan
{
    Free,
    Pro,
    Enterprise,
}
