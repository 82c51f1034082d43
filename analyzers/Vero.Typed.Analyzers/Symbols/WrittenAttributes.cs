using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Vero.Typed.Analyzers.Symbols;

/// <summary>What syntax alone says of the attributes of a member. Where it does not say it for certain, the compiler has to bind them.</summary>
/// <remarks>
/// To bind the attributes of all members is most of what a first run costs, and nearly all of them are <c>[VeroTrait]</c>, or somebody else's. A name stands
/// for an attribute of ours when the file imports the library beside nothing nearer, and when nothing else of that name can be meant: no type or namespace of
/// the compilation, no alias, and nothing in the namespaces and bases around the member.
/// </remarks>
internal sealed class WrittenAttributes
{
    private readonly KnownSymbols _symbols;
    private readonly Lazy<HashSet<string>> _globalAliases;
    private readonly Lazy<bool> _isImportedEverywhere;
    private readonly Lazy<bool> _canBeSure;
    private readonly ConcurrentDictionary<string, bool> _namespaces = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<INamedTypeSymbol, bool> _types = new(SymbolEqualityComparer.Default);

    public WrittenAttributes(KnownSymbols symbols)
    {
        _symbols = symbols;
        _globalAliases = new(() => new HashSet<string>(GlobalUsings().SelectMany(AnnotatedDeclarations.NamesOf), StringComparer.Ordinal));
        _isImportedEverywhere = new(() => GlobalUsings().Any(AnnotatedDeclarations.ImportsLibraryBy));
        _canBeSure = new(() => _symbols.IsNamedByAll
            && !_globalAliases.Value.Any(VeroAttributes.IsWrittenAs)
            && !_symbols.Compilation.ContainsSymbolsWithName(VeroAttributes.IsWrittenAs, SymbolFilter.Type | SymbolFilter.Namespace));
    }

    /// <summary>The attributes of ours on a member or a parameter; null where they must be bound.</summary>
    public IReadOnlyList<VeroAttribute>? On(ISymbol symbol)
    {
        if (!TryGetLists(symbol, out SyntaxList<AttributeListSyntax> lists))
            return null;
        List<VeroAttribute>? found = null;
        AnnotatedDeclarations? file = null;
        foreach (AttributeListSyntax list in lists)
        {
            // [field: VeroTrait], which is on another symbol.
            if (list.Target is not null)
                return null;
            file ??= AnnotatedDeclarations.In(list.SyntaxTree, CancellationToken.None);
            foreach (AttributeSyntax attribute in list.Attributes)
            {
                string name = AnnotatedDeclarations.SimpleName(attribute.Name);
                if (IsAlias(name, file))
                    return null;
                if (!VeroAttributes.IsWrittenAs(name))
                    continue;
                if (Plain(attribute, name, symbol, file) is not { } plain)
                    return null;
                (found ??= []).Add(plain);
            }
        }

        return found ?? (IReadOnlyList<VeroAttribute>)[];
    }

    /// <summary>Whether a symbol may have an attribute of a name, written without its suffix.</summary>
    public bool MayHave(ISymbol symbol, string name)
    {
        if (!TryGetLists(symbol, out SyntaxList<AttributeListSyntax> lists))
            return true;
        foreach (AttributeListSyntax list in lists)
        {
            AnnotatedDeclarations file = AnnotatedDeclarations.In(list.SyntaxTree, CancellationToken.None);
            foreach (AttributeSyntax attribute in list.Attributes)
            {
                string written = AnnotatedDeclarations.SimpleName(attribute.Name);
                if (written == name || written == name + VeroAttributes.Suffix || IsAlias(written, file))
                    return true;
            }
        }

        return false;
    }

    private bool IsAlias(string name, AnnotatedDeclarations file) => name.Length == 0 || file.Aliases.Contains(name) || _globalAliases.Value.Contains(name);

    private VeroAttribute? Plain(AttributeSyntax attribute, string name, ISymbol symbol, AnnotatedDeclarations file)
    {
        // [@VeroTrait] means a class of just that name.
        if (attribute.Name is not IdentifierNameSyntax { Identifier: var identifier } || identifier.IsVerbatimIdentifier() || attribute.ContainsDiagnostics
            || VeroAttributes.FindWritten(name) is not { Place: AttributePlace.Member } row
            || file.HasUsingsInNamespaces || !(file.ImportsLibrary || _isImportedEverywhere.Value) || !_canBeSure.Value
            || symbol.ContainingType is not { } type || !IsNothingElseNear(type))
        {
            return null;
        }

        return attribute.ArgumentList?.Arguments switch
        {
            null or { Count: 0 } => new VeroAttribute(attribute, key: null, row, symbol),
            [{ NameEquals: null, NameColon: null, Expression: LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression, Token.ValueText: var key } }]
                when row.Kind == VeroAttributeKind.Trait => new VeroAttribute(attribute, key, row, symbol),
            _ => null,
        };
    }

    // What is found before the usings of the file: types in the types around a member, in their bases, and in their namespaces. Those of this compilation
    // are known not to be there.
    private bool IsNothingElseNear(INamedTypeSymbol type) => _types.GetOrAdd(type.OriginalDefinition, type =>
    {
        for (INamedTypeSymbol? outer = type; outer is not null; outer = outer.ContainingType)
        {
            for (INamedTypeSymbol? level = outer.BaseType; level is { SpecialType: SpecialType.None }; level = level.BaseType)
            {
                if (level.TypeKind == TypeKind.Error || (!_symbols.IsInThisCompilation(level) && level.GetTypeMembers().Any(static nested => VeroAttributes.IsWrittenAs(nested.Name))))
                    return false;
            }
        }

        for (INamespaceSymbol? space = type.ContainingNamespace; space is not null; space = space.ContainingNamespace)
        {
            if (!_namespaces.TryGetValue(space.ToDisplayString(), out bool isFree))
                _namespaces.TryAdd(space.ToDisplayString(), isFree = IsFree(space));
            if (!isFree)
                return false;
        }

        return true;
    });

    private bool IsFree(INamespaceSymbol space)
    {
        INamespaceSymbol? merged = _symbols.Compilation.GetCompilationNamespace(space);
        return merged is not null && VeroAttributes.All.All(row => IsOurs(row.Name) && IsOurs(row.ClassName));

        bool IsOurs(string name) => merged.GetMembers(name).All(static member => member is INamedTypeSymbol type && KnownSymbols.RowOf(type) is not null);
    }

    private IEnumerable<UsingDirectiveSyntax> GlobalUsings() => _symbols.Compilation.SyntaxTrees
        .SelectMany(static tree => ((CompilationUnitSyntax)tree.GetRoot()).Usings)
        .Where(static directive => directive.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword));

    // Where all that is written on a symbol is in one place.
    private bool TryGetLists(ISymbol symbol, out SyntaxList<AttributeListSyntax> lists)
    {
        lists = default;
        if (symbol.DeclaringSyntaxReferences is not [var declaration] || !_symbols.IsInThisCompilation(symbol))
            return false;
        switch (symbol, declaration.GetSyntax())
        {
            case (IPropertySymbol or IMethodSymbol { MethodKind: MethodKind.Ordinary }, MemberDeclarationSyntax member and (BasePropertyDeclarationSyntax or MethodDeclarationSyntax))
                when !member.Modifiers.Any(SyntaxKind.PartialKeyword):
                lists = member.AttributeLists;
                return true;
            case (IFieldSymbol, VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax field }):
                lists = field.AttributeLists;
                return true;
            case (IMethodSymbol { AssociatedSymbol: IPropertySymbol }, AccessorDeclarationSyntax accessor)
                when accessor.Parent?.Parent is BasePropertyDeclarationSyntax property && !property.Modifiers.Any(SyntaxKind.PartialKeyword):
                lists = accessor.AttributeLists;
                return true;
            case (IParameterSymbol, ParameterSyntax { Parent.Parent: RecordDeclarationSyntax } parameter):
                lists = parameter.AttributeLists;
                return true;
            // Of a property that the compiler makes for a parameter only those with a target are its own.
            case (IPropertySymbol, ParameterSyntax { AttributeLists: var all }) when all.All(static list => list.Target is null):
                return true;
            default:
                return false;
        }
    }
}
