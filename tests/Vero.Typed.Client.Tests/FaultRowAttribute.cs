namespace Vero.Typed.Client.Tests;

/// <summary>Says that a test shows a fault of the matrix that <see cref="FaultMatrix"/> does not.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class FaultRowAttribute(params int[] rows) : Attribute
{
    public IReadOnlyList<int> Rows { get; } = rows;
}
