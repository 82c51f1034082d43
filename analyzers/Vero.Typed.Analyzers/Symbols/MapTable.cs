using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Vero.Typed.Analyzers.Discovery;

namespace Vero.Typed.Analyzers.Symbols;

/// <summary>Classes whose attributes are those of another type.</summary>
internal sealed class MapTable
{
    private readonly Lazy<ILookup<INamedTypeSymbol, INamedTypeSymbol>> _maps;

    public MapTable(KnownSymbols symbols) => _maps = new(() => AttributeSearch.Find<ClassDeclarationSyntax>(symbols, MentionedWords.VeroMap, VeroAttributeKind.Map)
        .OfType<INamedTypeSymbol>()
        .Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default)
        .Where(static map => MappedBy(map) is not null)
        .ToLookup(static map => MappedBy(map)!, SymbolEqualityComparer.Default));

    /// <summary>The type that a class maps; null when it is no map, or when the compiler does not know the type.</summary>
    public static INamedTypeSymbol? MappedBy(INamedTypeSymbol map)
    {
        foreach (AttributeData attribute in map.GetAttributes())
        {
            if (KnownSymbols.KindOf(attribute) == VeroAttributeKind.Map)
                return attribute.ConstructorArguments is [{ Value: INamedTypeSymbol { TypeKind: not TypeKind.Error } type }] ? type : null;
        }

        return null;
    }

    /// <summary>Whether a type has this map only: then its methods can be extension methods, and no second one is called by mistake.</summary>
    public bool IsOnlyOne(INamedTypeSymbol mapped) => _maps.Value[mapped].Count() == 1;
}
