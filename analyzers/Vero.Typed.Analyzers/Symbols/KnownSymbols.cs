using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Vero.Typed.Analyzers.Symbols;

/// <summary>What the parser needs to know of a compilation. Made once for each compilation.</summary>
internal sealed class KnownSymbols
{
    public const string LibraryName = "Vero.Typed";

    private static readonly ConditionalWeakTable<Compilation, Holder> Cache = new();

    private readonly ConcurrentDictionary<IAssemblySymbol, bool> _canBeAnnotated = new(SymbolEqualityComparer.Default);

    private readonly Lazy<HashSet<INamedTypeSymbol>> _basesInThisCompilation;
    private readonly Lazy<bool> _hasFriends;
    private readonly Lazy<bool> _hasGlobalAlias;
    private readonly Lazy<bool> _isUnfinished;
    private readonly HashSet<ITypeSymbol> _overloads = new(SymbolEqualityComparer.Default);
    private readonly Lazy<IMethodSymbol?> _writeTrackRequest;
    private TypesHeld? _typesHeld;

    private KnownSymbols(Compilation compilation, INamedTypeSymbol writer)
    {
        Compilation = compilation;
        GeneratedTrees = new GeneratedTrees(compilation);
        Converters = new ConverterTable(this);
        Maps = new MapTable(this);
        Written = new WrittenAttributes(this);
        IsNamedByAll = CanBeNamed(writer);
        _basesInThisCompilation = new(() => FindBases(compilation.Assembly));
        _hasFriends = new(() => compilation.Assembly.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "InternalsVisibleToAttribute"));
        _hasGlobalAlias = new(() => compilation.SyntaxTrees.Any(HasAliasForAllFiles));
        _isUnfinished = new(() => UnfinishedCode.IsIn(compilation, CancellationToken.None));
        _writeTrackRequest = new(() => writer.ContainingAssembly.GetTypeByMetadataName("Vero.Typed.IVeroEvent")?
            .GetMembers(GeneratedNames.WriteTrackRequest).OfType<IMethodSymbol>().FirstOrDefault());
        HasUtf8Literals = compilation is CSharpCompilation { LanguageVersion: >= LanguageVersion.CSharp11 };

        foreach (ISymbol member in writer.GetMembers("Member"))
        {
            if (member is IMethodSymbol { Parameters: [_, { Type: INamedTypeSymbol { TypeArguments: [INamedTypeSymbol value] } }, ..] })
            {
                _overloads.Add(value);
            }
        }
    }

    public Compilation Compilation { get; }

    /// <summary>What the reader has read of types, by type. With their nullability, which the preview shows.</summary>
    public ConcurrentDictionary<INamedTypeSymbol, AnnotatedType> AnnotatedTypes { get; } = new(SymbolEqualityComparer.IncludeNullability);

    /// <summary>The attributes of ours that the reader has found, by what they are on: several rules ask for those of the same members.</summary>
    public ConcurrentDictionary<ISymbol, IReadOnlyList<VeroAttribute>> Attributes { get; } = new(SymbolEqualityComparer.Default);

    public GeneratedTrees GeneratedTrees { get; }

    public ConverterTable Converters { get; }

    public MapTable Maps { get; }

    public WrittenAttributes Written { get; }

    /// <summary>Whether a using directive finds the library, and not only an extern alias.</summary>
    public bool IsNamedByAll { get; }

    public bool HasUtf8Literals { get; }

    /// <summary>Whether other assemblies see what is internal here.</summary>
    public bool HasFriends => _hasFriends.Value;

    /// <summary>What generated methods write to.</summary>
    public ITypeSymbol? BufferWriter => _writeTrackRequest.Value?.Parameters[0].Type;

    /// <summary>The user of an event.</summary>
    public ITypeSymbol? Identity => _writeTrackRequest.Value?.Parameters[1].Type;

    /// <summary>Whether the writer of the library that is referenced has an overload for a type that only newer frameworks have.</summary>
    public bool HasOverloadFor(ITypeSymbol type) => _overloads.Contains(type);

    /// <summary>Null when the library is not referenced: then there is nothing to do.</summary>
    public static KnownSymbols? For(Compilation compilation) =>
        Cache.GetValue(compilation, static compilation => new Holder(TryCreate(compilation))).Symbols;

    /// <summary>A type of an assembly that is referenced. To ask the compilation for it makes the compiler look into all assemblies.</summary>
    public static INamedTypeSymbol? TypeOf(Compilation compilation, string assemblyName, string metadataName)
    {
        foreach (IAssemblySymbol assembly in compilation.SourceModule.ReferencedAssemblySymbols)
        {
            if (assembly.Name == assemblyName && assembly.GetTypeByMetadataName(metadataName) is { } type)
                return type;
        }

        return null;
    }

    /// <summary>Which of ours an attribute is; null when it is somebody else's.</summary>
    public static VeroAttributeRow? RowOf(AttributeData attribute) => attribute.AttributeClass is { } type ? RowOf(type) : null;

    /// <inheritdoc cref="RowOf(AttributeData)"/>
    public static VeroAttributeRow? RowOf(INamedTypeSymbol attribute) =>
        attribute.Name.StartsWith("Vero", StringComparison.Ordinal)
        && attribute.ContainingAssembly?.Name == LibraryName
        && attribute.ContainingNamespace is { Name: "Typed", ContainingNamespace: { Name: "Vero", ContainingNamespace.IsGlobalNamespace: true } }
            ? VeroAttributes.Find(attribute.Name)
            : null;

    public static VeroAttributeKind KindOf(AttributeData attribute) => RowOf(attribute)?.Kind ?? VeroAttributeKind.None;

    public static VeroAttributeKind KindOf(INamedTypeSymbol attribute) => RowOf(attribute)?.Kind ?? VeroAttributeKind.None;

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

    /// <summary>Whether a symbol is obsolete as an error. Bound only where something of that name is written on it.</summary>
    public bool IsObsoleteError(ISymbol symbol) => Written.MayHave(symbol, "Obsolete") && ValueTypes.IsObsoleteError(symbol);

    /// <summary>Whether a type of this compilation has another one as its base.</summary>
    public bool HasDerivedTypes(INamedTypeSymbol type) => _basesInThisCompilation.Value.Contains(type.OriginalDefinition);

    /// <summary>The types of this compilation that derive from one, at whatever distance.</summary>
    public IEnumerable<INamedTypeSymbol> DerivedTypes(INamedTypeSymbol type) => HasDerivedTypes(type)
        ? TypesIn(Compilation.Assembly.GlobalNamespace).Where(derived => DerivesFrom(derived, type))
        : [];

    /// <summary>Whether a trait of this compilation holds values of the type: then it needs no id of its own.</summary>
    public bool IsTypeOfTrait(INamedTypeSymbol type)
    {
        TypesHeld held = TypesHeld ?? Interlocked.CompareExchange(ref _typesHeld, TypesHeld.In(Compilation.Assembly, this), null) ?? TypesHeld!;
        return held.Contains(type.OriginalDefinition);
    }

    /// <summary>What traits hold: null as long as nobody has asked, because all types are looked at for it.</summary>
    public TypesHeld? TypesHeld => Volatile.Read(ref _typesHeld);

    /// <summary>Takes what is known from a compilation before.</summary>
    public void Use(TypesHeld held) => Interlocked.CompareExchange(ref _typesHeld, held, null);

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

    /// <summary>Whether a file cannot be parsed, so that attributes may be missing anywhere: nothing is said of one type because of another.</summary>
    public bool IsUnfinished => _isUnfinished.Value;

    /// <summary>Whether an alias may stand for an attribute of ours in files that name nothing of ours.</summary>
    public bool HasGlobalAlias => _hasGlobalAlias.Value;

    /// <summary>
    /// Whether a type can have one of our attributes on it or in it. Asking this first keeps the attributes of types from being bound in files that name
    /// nothing of ours, which are nearly all.
    /// </summary>
    public bool CanBeAnnotated(INamedTypeSymbol type)
    {
        if (!IsInThisCompilation(type) || HasGlobalAlias)
            return CanBeAnnotated(type.ContainingAssembly);
        foreach (SyntaxReference declaration in type.DeclaringSyntaxReferences)
        {
            if (TextSearch.HasAny(declaration.SyntaxTree, MentionedWords.Vero, CancellationToken.None))
                return true;
        }

        return false;
    }

    /// <summary>Whether a type has another one among its bases, whatever the type arguments.</summary>
    public static bool DerivesFrom(INamedTypeSymbol derived, INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = derived.BaseType; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current.OriginalDefinition, type.OriginalDefinition))
                return true;
        }

        return false;
    }

    private static bool HasAliasForAllFiles(SyntaxTree tree) => TextSearch.HasAny(tree, MentionedWords.Vero, CancellationToken.None)
        && tree.GetRoot() is CompilationUnitSyntax { Usings: var usings }
        && usings.Any(static use => use is { Alias: not null, GlobalKeyword.RawKind: (int)SyntaxKind.GlobalKeyword });

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

    private static KnownSymbols? TryCreate(Compilation compilation) =>
        TypeOf(compilation, LibraryName, "Vero.Typed.VeroJsonWriter") is { } writer ? new KnownSymbols(compilation, writer) : null;

    // A ConditionalWeakTable cannot hold null.
    private sealed class Holder(KnownSymbols? symbols)
    {
        public KnownSymbols? Symbols { get; } = symbols;
    }
}
