using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Vero.Typed.Analyzers.Symbols;

/// <summary>Classes whose attributes are those of another type.</summary>
internal sealed class MapTable
{
    private readonly KnownSymbols _symbols;
    private readonly Lazy<ILookup<ISymbol, INamedTypeSymbol>> _maps;

    public MapTable(KnownSymbols symbols)
    {
        _symbols = symbols;
        _maps = new(() => AttributeSearch.Find<ClassDeclarationSyntax>(symbols, MentionedWords.VeroMap, VeroAttributeKind.Map)
            .OfType<INamedTypeSymbol>()
            .Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default)
            .Where(static map => MappedBy(map) is not null)
            .ToLookup<INamedTypeSymbol, ISymbol>(static map => MappedBy(map)!, SymbolEqualityComparer.Default));
    }

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

    /// <summary>Why a class cannot be a map; null when it can, or is none.</summary>
    public static string? ProblemOf(INamedTypeSymbol map, bool isPartial)
    {
        if (map.GetAttributes().FirstOrDefault(static attribute => KnownSymbols.KindOf(attribute) == VeroAttributeKind.Map) is not { } written)
            return null;
        if (!map.IsStatic)
            return "make it static";
        if (!isPartial)
            return "make it partial";
        if (map.ContainingType is not null)
            return "it is inside of another type: move it to a namespace";
        if (map.Arity > 0)
            return "it is generic";
        const string NoValues = "the type that it maps is not a class or a struct with values";
        return MappedBy(map) switch
        {
            // Arrays, pointers and the like are no named types.
            null => written.ConstructorArguments is [{ Value: ITypeSymbol and not INamedTypeSymbol }] ? NoValues : null,
            { TypeKind: TypeKind.Interface } => "the type that it maps is an interface; map the types that implement it",
            { TypeKind: not (TypeKind.Class or TypeKind.Struct) } or { IsStatic: true } => NoValues,
            { IsRefLikeType: true } => "the type that it maps is a ref struct",
            { IsUnboundGenericType: true } => "the type that it maps is generic; give it type arguments",
            var mapped when ValueTypes.IsObsoleteError(mapped) => "the type that it maps is obsolete as an error",
            _ => null,
        };
    }

    /// <summary>Whether the methods of the map of a type can be extension methods: it is the only one, and no second one is called by mistake.</summary>
    public bool HasExtensions(INamedTypeSymbol mapped) => _maps.Value[mapped].Count() == 1 && !AnnotatedTypeReader.HasOwn(mapped, _symbols);
}
