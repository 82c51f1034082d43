using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Vero.Typed.Analyzers.Discovery;

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
        AddTypes(root.Members, globalAliases, localAliases, declarations, ct);
        GlobalAliases = globalAliases;
        Declarations = declarations;
    }

    /// <summary>The aliases that the file makes for all files.</summary>
    public IReadOnlyList<string> GlobalAliases { get; }

    public IReadOnlyList<AnnotatedDeclaration> Declarations { get; }

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
            if (directive.Alias is not { Name.Identifier.ValueText: var alias })
                continue;
            if (directive.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword))
                globalAliases.Add(alias);
            else
                localAliases.Add(alias);
        }
    }

    private static void AddTypes(
        SyntaxList<MemberDeclarationSyntax> members, List<string> globalAliases, HashSet<string> localAliases, List<AnnotatedDeclaration> found, CancellationToken ct)
    {
        foreach (MemberDeclarationSyntax member in members)
        {
            ct.ThrowIfCancellationRequested();
            switch (member)
            {
                case BaseNamespaceDeclarationSyntax space:
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

    private static string SimpleName(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax qualified => qualified.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => "",
    };
}
