using Microsoft.CodeAnalysis;
using Vero.Typed.Analyzers.Symbols;

namespace Vero.Typed.Analyzers.Parsing;

/// <summary>What one attribute sends: the value of its member, or what a path leads to from there.</summary>
internal sealed record AnnotatedValue
{
    public required AnnotatedMember Member { get; init; }

    public required VeroAttribute Attribute { get; init; }

    /// <summary>How messages name it: the member and the path.</summary>
    public required string Name { get; init; }

    /// <summary>The expression that reads it; null where something on the way is.</summary>
    public required string Access { get; init; }

    /// <summary>The type of the expression; of a projection the array that it makes.</summary>
    public required ITypeSymbol Type { get; init; }

    /// <summary>The collections and the item of a path with <c>[]</c>.</summary>
    public PathTarget? Projection { get; init; }

    /// <summary>The constant of an attribute on a type.</summary>
    public TypedConstant? Constant { get; init; }

    /// <summary>The converter that the attribute names.</summary>
    public IMethodSymbol? Converter { get; init; }
}
