namespace Vero.Typed.Client.Tests;

/// <summary>The test is one of a row of <see cref="FaultMatrix.Elsewhere"/>.</summary>
/// <param name="row">The number of the row.</param>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class FaultRowAttribute(int row) : Attribute
{
    public int Row => row;
}
