using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Vero.Typed.Analyzers.Symbols;

/// <param name="Syntax">The declaration of a type.</param>
/// <param name="AttributeNames">The names of attributes on it, its members and its parameters, without namespaces; empty where one is certainly ours by its name.</param>
internal sealed record AnnotatedDeclaration(TypeDeclarationSyntax Syntax, IReadOnlyList<string> AttributeNames)
{
    /// <summary>Whether an attribute may be ours, given the aliases of all files.</summary>
    public bool MayHaveOurs(HashSet<string> aliases) => AttributeNames.Count == 0 || AttributeNames.Any(aliases.Contains);
}

/// <summary>The declarations of a file whose attributes may be ours: by syntax alone, so that a file is looked at once for each of its versions.</summary>
internal sealed class AnnotatedDeclarations
{
    private static readonly ConditionalWeakTable<SyntaxTree, AnnotatedDeclarations> Known = new();

    private AnnotatedDeclarations(CompilationUnitSyntax root, CancellationToken ct)
    {
        var globalAliases = new List<string>();
        var declarations = new List<AnnotatedDeclaration>();
        var localAliases = new HashSet<string>(StringComparer.Ordinal);
        AddAliases(root.Usings, globalAliases, localAliases);
        ImportsLibrary = root.Usings.Any(ImportsLibraryBy);
        AddTypes(root.Members, globalAliases, localAliases, declarations, ct);
        GlobalAliases = globalAliases;
        Declarations = declarations;
        Aliases = localAliases;
    }

    /// <summary>The aliases that the file makes for all files.</summary>
    public IReadOnlyList<string> GlobalAliases { get; }

    /// <summary>The aliases that the file makes for itself, or for a namespace in it.</summary>
    public HashSet<string> Aliases { get; }

    /// <summary>Whether a using directive for the whole file imports the library.</summary>
    public bool ImportsLibrary { get; }

    /// <summary>Whether there are using directives inside of namespaces, which are nearer than those of the file.</summary>
    public bool HasUsingsInNamespaces { get; private set; }

    public IReadOnlyList<AnnotatedDeclaration> Declarations { get; }

    /// <summary>Whether a using directive imports the namespace of the attributes.</summary>
    public static bool ImportsLibraryBy(UsingDirectiveSyntax directive) => directive is { Alias: null, Name: { } name } && !directive.StaticKeyword.IsKind(SyntaxKind.StaticKeyword)
        && name is QualifiedNameSyntax
        {
            Right: IdentifierNameSyntax { Identifier.ValueText: "Typed" },
            Left: IdentifierNameSyntax { Identifier.ValueText: "Vero" }
                or AliasQualifiedNameSyntax { Alias.Identifier.RawKind: (int)SyntaxKind.GlobalKeyword, Name: IdentifierNameSyntax { Identifier.ValueText: "Vero" } },
        };

    public static AnnotatedDeclarations In(SyntaxTree tree, CancellationToken ct)
    {
        if (!Known.TryGetValue(tree, out AnnotatedDeclarations? known))
            known = Known.GetValue(tree, tree => new AnnotatedDeclarations((CompilationUnitSyntax)tree.GetRoot(ct), ct));
        return known;
    }

    private static void AddAliases(SyntaxList<UsingDirectiveSyntax> usings, List<string> globalAliases, HashSet<string> localAliases)
    {
        foreach (UsingDirectiveSyntax directive in usings)
        {
            foreach (string name in NamesOf(directive))
            {
                if (directive.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword))
                    globalAliases.Add(name);
                else
                    localAliases.Add(name);
            }
        }
    }

    /// <summary>The names by which attributes can be written that an alias stands for: <c>[Key]</c> also finds an alias <c>KeyAttribute</c>.</summary>
    public static IEnumerable<string> NamesOf(UsingDirectiveSyntax directive)
    {
        if (directive.Alias is not { Name.Identifier.ValueText: var alias })
            yield break;
        yield return alias;
        if (alias.EndsWith(VeroAttributes.Suffix, StringComparison.Ordinal))
            yield return alias.Substring(0, alias.Length - VeroAttributes.Suffix.Length);
    }

    private void AddTypes(
        SyntaxList<MemberDeclarationSyntax> members, List<string> globalAliases, HashSet<string> localAliases, List<AnnotatedDeclaration> found, CancellationToken ct)
    {
        foreach (MemberDeclarationSyntax member in members)
        {
            ct.ThrowIfCancellationRequested();
            switch (member)
            {
                case BaseNamespaceDeclarationSyntax space:
                    HasUsingsInNamespaces |= space.Usings.Count > 0;
                    AddAliases(space.Usings, globalAliases, localAliases);
                    AddTypes(space.Members, globalAliases, localAliases, found, ct);
                    break;
                case TypeDeclarationSyntax type:
                    Add(type, localAliases, found);
                    AddTypes(type.Members, globalAliases, localAliases, found, ct);
                    break;
            }
        }
    }

    private static void Add(TypeDeclarationSyntax type, HashSet<string> localAliases, List<AnnotatedDeclaration> found)
    {
        var others = new List<string>();
        foreach (AttributeListSyntax list in ListsOf(type))
        {
            foreach (AttributeSyntax attribute in list.Attributes)
            {
                string name = SimpleName(attribute.Name);
                if (VeroAttributes.IsWrittenAs(name) || localAliases.Contains(name))
                {
                    found.Add(new AnnotatedDeclaration(type, []));
                    return;
                }

                others.Add(name);
            }
        }

        if (others.Count > 0)
            found.Add(new AnnotatedDeclaration(type, others));
    }

    private static IEnumerable<AttributeListSyntax> ListsOf(TypeDeclarationSyntax type)
    {
        foreach (AttributeListSyntax list in type.AttributeLists)
            yield return list;
        if (type is RecordDeclarationSyntax { ParameterList: { } parameters })
        {
            foreach (ParameterSyntax parameter in parameters.Parameters)
            {
                foreach (AttributeListSyntax list in parameter.AttributeLists)
                    yield return list;
            }
        }

        foreach (MemberDeclarationSyntax member in type.Members)
        {
            if (member is not (BasePropertyDeclarationSyntax or BaseFieldDeclarationSyntax or MethodDeclarationSyntax))
                continue;
            foreach (AttributeListSyntax list in member.AttributeLists)
                yield return list;
        }
    }

    /// <summary>The name of an attribute without namespaces.</summary>
    public static string SimpleName(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax qualified => qualified.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => "",
    };
}
