namespace Vero.Typed.Analyzers;

/// <summary>What an attribute is written on.</summary>
internal enum AttributePlace
{
    /// <summary>On a member, or on a type with a path or a constant.</summary>
    Member,
    TypeOrAssembly,

    /// <summary>On a class whose attributes are those of another type.</summary>
    Map,

    /// <summary>On what helps others: a method that converts, a type or an assembly that lists such methods.</summary>
    Elsewhere,
}
