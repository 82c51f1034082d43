namespace Vero.Typed.Analyzers;

/// <summary>What an attribute is written on.</summary>
internal enum AttributePlace
{
    Member,
    TypeOrAssembly,
}
