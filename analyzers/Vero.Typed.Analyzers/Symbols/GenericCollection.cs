using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Vero.Typed.Analyzers.Symbols;

/// <summary>What a generic type enumerates, in terms of its own type parameters.</summary>
/// <remarks>Every <c>List&lt;string&gt;</c> of a program is another symbol, whose interfaces the compiler makes anew. Those of <c>List&lt;T&gt;</c> it makes once.</remarks>
internal sealed class GenericCollection
{
    private static readonly ConditionalWeakTable<INamedTypeSymbol, GenericCollection> Definitions = new();

    private readonly INamedTypeSymbol? _pair;
    private readonly int[] _ordinals;

    private GenericCollection(INamedTypeSymbol definition)
    {
        _ordinals = [];
        INamedTypeSymbol[] enumerables = [.. ValueTypes.EnumerablesOf(definition)];
        switch (enumerables)
        {
            case []:
                IsKnown = true;
                return;
            case [{ TypeArguments: [ITypeParameterSymbol item] }] when IsOf(item):
                _ordinals = [item.Ordinal];
                break;
            case [{ TypeArguments: [INamedTypeSymbol { TypeArguments: [ITypeParameterSymbol key, ITypeParameterSymbol value] } pair] }]
                when ValueTypes.IsKeyValuePair(pair) && IsOf(key) && IsOf(value):
                _pair = pair.OriginalDefinition;
                _ordinals = [key.Ordinal, value.Ordinal];
                break;
            default:
                return;
        }

        IsKnown = true;
        EnumeratesItself = ValueTypes.EnumeratesItself(definition, ValueTypes.DeclaredItemOf(definition)!);

        bool IsOf(ITypeParameterSymbol parameter) => SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, definition);
    }

    /// <summary>Whether it enumerates nothing, one of its type parameters, or pairs of them. All others are asked themselves.</summary>
    public bool IsKnown { get; }

    /// <inheritdoc cref="ValueTypes.EnumeratesItself"/>
    public bool EnumeratesItself { get; }

    public static GenericCollection Of(INamedTypeSymbol definition) => Definitions.GetValue(definition, static definition => new GenericCollection(definition));

    /// <summary>The type of the items of a constructed type; null when it is no collection.</summary>
    public ITypeSymbol? ItemOf(INamedTypeSymbol constructed) => _ordinals switch
    {
        [var item] => constructed.TypeArguments[item],
        [var key, var value] => _pair!.Construct(constructed.TypeArguments[key], constructed.TypeArguments[value]),
        _ => null,
    };
}
