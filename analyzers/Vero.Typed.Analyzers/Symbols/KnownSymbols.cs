using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Vero.Typed.Analyzers.Discovery;
using Vero.Typed.Analyzers.Parsing;

namespace Vero.Typed.Analyzers.Symbols;

/// <summary>What the parser needs to know of a compilation. Made once for each compilation.</summary>
internal sealed class KnownSymbols
{
    private const string LibraryName = "Vero.Typed";

    private static readonly ConditionalWeakTable<Compilation, Holder> Cache = new();

    private readonly ConcurrentDictionary<IAssemblySymbol, bool> _canBeAnnotated = new(SymbolEqualityComparer.Default);

    private readonly ConcurrentDictionary<INamedTypeSymbol, ParseResult> _silentResults = new(SymbolEqualityComparer.Default);
    private readonly Lazy<HashSet<INamedTypeSymbol>> _basesInThisCompilation;
    private readonly Lazy<HashSet<INamedTypeSymbol>> _typesOfTraits;
    private readonly Lazy<bool> _hasFriends;

    private KnownSymbols(Compilation compilation, INamedTypeSymbol writer)
    {
        Compilation = compilation;
        GeneratedTrees = new GeneratedTrees(compilation);
        Converters = new ConverterTable(this);
        _basesInThisCompilation = new(() => FindBases(compilation.Assembly));
        _typesOfTraits = new(() => TypesOfTraits.Find(compilation.Assembly, this));
        _hasFriends = new(() => compilation.Assembly.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "InternalsVisibleToAttribute"));
        HasUtf8Literals = compilation is CSharpCompilation { LanguageVersion: >= LanguageVersion.CSharp11 };

        // Types that only newer frameworks have can be written only where the library that is referenced has an overload for them.
        foreach (ISymbol member in writer.GetMembers("Member"))
        {
            if (member is IMethodSymbol { Parameters: [_, { Type: INamedTypeSymbol { TypeArguments: [INamedTypeSymbol value] } }] })
            {
                DateOnly ??= value.Name == "DateOnly" ? value : null;
                TimeOnly ??= value.Name == "TimeOnly" ? value : null;
            }
        }
    }

    public Compilation Compilation { get; }

    public GeneratedTrees GeneratedTrees { get; }

    public ConverterTable Converters { get; }

    public bool HasUtf8Literals { get; }

    /// <summary>Whether other assemblies see what is internal here.</summary>
    public bool HasFriends => _hasFriends.Value;

    public INamedTypeSymbol? DateOnly { get; }

    public INamedTypeSymbol? TimeOnly { get; }

    /// <summary>Null when the library is not referenced: then there is nothing to do.</summary>
    public static KnownSymbols? For(Compilation compilation) =>
        Cache.GetValue(compilation, static compilation => new Holder(TryCreate(compilation))).Symbols;

    public static VeroAttributeKind KindOf(AttributeData attribute) => attribute.AttributeClass is { } type ? KindOf(type) : VeroAttributeKind.None;

    public static VeroAttributeKind KindOf(INamedTypeSymbol attribute)
    {
        if (!attribute.Name.StartsWith("Vero", StringComparison.Ordinal)
            || attribute.ContainingAssembly?.Name != LibraryName
            || attribute.ContainingNamespace is not { Name: "Typed", ContainingNamespace: { Name: "Vero", ContainingNamespace.IsGlobalNamespace: true } })
        {
            return VeroAttributeKind.None;
        }

        return attribute.Name switch
        {
            "VeroIdAttribute" => VeroAttributeKind.Id,
            "VeroEmailAttribute" => VeroAttributeKind.Email,
            "VeroTraitAttribute" => VeroAttributeKind.Trait,
            "VeroTimezoneAttribute" => VeroAttributeKind.Timezone,
            "VeroLanguageAttribute" => VeroAttributeKind.Language,
            "VeroUserAgentAttribute" => VeroAttributeKind.UserAgent,
            "VeroChannelAttribute" => VeroAttributeKind.Channel,
            "VeroDataAttribute" => VeroAttributeKind.Data,
            "VeroSerializationAttribute" => VeroAttributeKind.Serialization,
            "VeroConverterAttribute" => VeroAttributeKind.Converter,
            "VeroConvertersAttribute" => VeroAttributeKind.Converters,
            "VeroMapAttribute" => VeroAttributeKind.Map,
            _ => VeroAttributeKind.None,
        };
    }

    public static bool IsVeroChannel(ITypeSymbol type) =>
        type is INamedTypeSymbol { Name: "VeroChannel", Arity: 0, ContainingType: null } && type.ContainingAssembly?.Name == LibraryName;

    public static bool IsHiddenMembers(AttributeData attribute) =>
        attribute.AttributeClass is { Name: "VeroHiddenMembersAttribute", ContainingAssembly.Name: LibraryName };

    /// <summary>Whether generated code can mention the type as <c>global::...</c>, not only through an extern alias.</summary>
    public bool CanBeNamed(ITypeSymbol type)
    {
        switch (type)
        {
            case IArrayTypeSymbol array:
                return CanBeNamed(array.ElementType);
            case INamedTypeSymbol named:
                return TypeText.WithContainingTypes(named).TrueForAll(t => t.TypeArguments.All(CanBeNamed))
                    && (named.ContainingAssembly is not { } assembly
                        || Compilation.GetMetadataReference(assembly) is not { Properties.Aliases: { IsDefaultOrEmpty: false } aliases }
                        || aliases.Contains("global"));
            default:
                return true;
        }
    }

    /// <summary>
    /// What code of this compilation does, wherever it is. A model is made for it, so this is for few places: the constructors and
    /// initializers of annotated types.
    /// </summary>
    public IOperation? OperationOf(SyntaxNode syntax, CancellationToken ct) =>
        Compilation.ContainsSyntaxTree(syntax.SyntaxTree) ? Compilation.GetSemanticModel(syntax.SyntaxTree).GetOperation(syntax, ct) : null;

    public bool IsInThisCompilation(ISymbol symbol) =>
        SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, Compilation.Assembly);

    /// <summary>
    /// What a parse that reports nothing comes to. Each type asks its bases, and they theirs: without a memory that takes time
    /// exponential in the depth.
    /// </summary>
    public ParseResult SilentResult(INamedTypeSymbol type, Func<ParseResult> parse)
    {
        if (!_silentResults.TryGetValue(type, out ParseResult? result))
            _silentResults.TryAdd(type, result = parse());
        return result;
    }

    /// <summary>
    /// Whether there can be annotated types: a file that somebody wrote names something of ours, or an assembly that is referenced knows the
    /// library. Where it is not so, which is nearly everywhere, nobody has to look into the bodies of methods.
    /// </summary>
    public bool CanHaveCustomers(CancellationToken ct)
    {
        foreach (SyntaxTree tree in Compilation.SyntaxTrees)
        {
            if (!GeneratedTrees.Contains(tree) && TextSearch.In(tree, ct).HasFlag(MentionedWords.Vero))
                return true;
        }

        foreach (IAssemblySymbol assembly in Compilation.SourceModule.ReferencedAssemblySymbols)
        {
            if (assembly.Name is not (LibraryName or LibraryName + ".Client") && CanBeAnnotated(assembly))
                return true;
        }

        return false;
    }

    /// <summary>Whether a type of this compilation has another one as its base.</summary>
    public bool HasDerivedTypes(INamedTypeSymbol type) => _basesInThisCompilation.Value.Contains(type.OriginalDefinition);

    /// <summary>The types of this compilation that derive from one, at whatever distance.</summary>
    public IEnumerable<INamedTypeSymbol> DerivedTypes(INamedTypeSymbol type) => HasDerivedTypes(type)
        ? TypesIn(Compilation.Assembly.GlobalNamespace).Where(derived => DerivesFrom(derived, type))
        : [];

    /// <summary>Whether a trait of this compilation holds values of the type: then it needs no id of its own.</summary>
    public bool IsTypeOfTrait(INamedTypeSymbol type) => _typesOfTraits.Value.Contains(type.OriginalDefinition);

    /// <summary>
    /// Whether types of the assembly can have our attributes. Asking this first keeps the members of the framework's classes, which
    /// are the base of so many types, from being read.
    /// </summary>
    public bool CanBeAnnotated(IAssemblySymbol? assembly) => assembly is not null
        && _canBeAnnotated.GetOrAdd(assembly, static assembly =>
        {
            foreach (IModuleSymbol module in assembly.Modules)
            {
                foreach (AssemblyIdentity reference in module.ReferencedAssemblies)
                {
                    if (reference.Name == LibraryName)
                        return true;
                }
            }

            return false;
        });

    private static bool DerivesFrom(INamedTypeSymbol derived, INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = derived.BaseType; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current.OriginalDefinition, type.OriginalDefinition))
                return true;
        }

        return false;
    }

    private static HashSet<INamedTypeSymbol> FindBases(IAssemblySymbol assembly)
    {
        var bases = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default);
        foreach (INamedTypeSymbol type in TypesIn(assembly.GlobalNamespace))
        {
            if (type.BaseType is { } baseType)
                bases.Add(baseType.OriginalDefinition);
        }

        return bases;
    }

    /// <summary>All types below a namespace or type, nested ones included.</summary>
    public static IEnumerable<INamedTypeSymbol> TypesIn(INamespaceOrTypeSymbol container)
    {
        foreach (ISymbol member in container.GetMembers())
        {
            if (member is INamedTypeSymbol type)
                yield return type;
            if (member is not INamespaceOrTypeSymbol inner)
                continue;
            foreach (INamedTypeSymbol below in TypesIn(inner))
                yield return below;
        }
    }

    private static KnownSymbols? TryCreate(Compilation compilation)
    {
        foreach (INamedTypeSymbol writer in compilation.GetTypesByMetadataName("Vero.Typed.VeroJsonWriter"))
        {
            if (writer.ContainingAssembly.Name == LibraryName)
                return new KnownSymbols(compilation, writer);
        }

        return null;
    }

    // A ConditionalWeakTable cannot hold null.
    private sealed class Holder(KnownSymbols? symbols)
    {
        public KnownSymbols? Symbols { get; } = symbols;
    }
}
