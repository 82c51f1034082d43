namespace Vero.Typed;

/// <summary>One fact: what a type sends under a path.</summary>
/// <param name="Type">The metadata name of the type, such as <c>Shop.Outer`1+Customer</c>.</param>
/// <param name="Path">Where the value is.</param>
/// <param name="Shape">What the value is.</param>
internal sealed record PlanLine(string Type, PlanPath Path, PlanShape Shape) : IComparable<PlanLine>
{
    /// <summary>Type and path: what a line is about.</summary>
    public (string Type, PlanPath Path) Key => (Type, Path);

    /// <summary>By type, then as paths are ordered. Everything ordinal, so that the order is the same on every machine.</summary>
    public int CompareTo(PlanLine? other)
    {
        if (other is null)
            return 1;
        int order = string.CompareOrdinal(Type, other.Type);
        if (order == 0)
            order = Path.CompareTo(other.Path);
        return order != 0 ? order : string.CompareOrdinal(Shape.ToString(), other.Shape.ToString());
    }

    public override string ToString() => $"{Type} {Path} {Shape}";
}
