using Microsoft.CodeAnalysis;
using Vero.Typed.Analyzers.Symbols;

namespace Vero.Typed.Analyzers.Parsing;

/// <summary>What one attribute sends, before anything is converted: the value of its member, what a path leads to from there, or a constant.</summary>
/// <param name="Name">How messages name it: the member and the path.</param>
/// <param name="Read">The expression that reads it; null where something on the way is.</param>
/// <param name="Type">The type of the expression; of a projection the array that it makes.</param>
internal sealed record SourceFacts(string Name, string Read, ITypeSymbol Type)
{
    /// <summary>
    /// The type as declarations have it, which says whether there can be nothing to send. The expression behind a converter can be null where the
    /// declaration of what is converted says that it never is. Of a projection it is the type of the collection.
    /// </summary>
    public ITypeSymbol Declared { get; init; } = Type;

    /// <summary>The collections and the item of a path with <c>[]</c>.</summary>
    public PathTarget? Projection { get; init; }

    /// <summary>The constant of an attribute on a type.</summary>
    public TypedConstant? Constant { get; init; }

    /// <summary>The converter that the attribute names.</summary>
    public IMethodSymbol? Converter { get; init; }
}
