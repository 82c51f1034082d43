namespace Vero.Typed.Benchmarks.Serializer;

/// <summary>A way from a customer to its body.</summary>
/// <param name="Name">The row of the table.</param>
/// <param name="Run">Returns the body or its request, or null when it went into the payload's buffer.</param>
public sealed record Way(string Name, Func<object?> Run);
