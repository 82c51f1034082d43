using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Vero.Typed.Analyzers;
using Vero.Typed.Analyzers.Symbols;

namespace Vero.Typed.CodeFixes.Editing;

/// <summary>Finds the words for an attribute of ours at a place: as the file writes the others, with a using directive if that is all that is missing.</summary>
internal static class AttributeNames
{
    private const string Namespace = "Vero.Typed";

    /// <summary>How to write an attribute.</summary>
    /// <param name="name">Its name as users write it, such as <c>VeroId</c>.</param>
    /// <param name="place">The declaration that it goes on.</param>
    /// <param name="compilation">With the file of the place.</param>
    /// <param name="edits">Receives the using directive, if there must be one.</param>
    /// <param name="ct">Stops the work.</param>
    /// <returns>The name with whatever must stand before it.</returns>
    public static string At(string name, SyntaxNode place, Compilation compilation, SourceEdits edits, CancellationToken ct)
    {
        SemanticModel model = compilation.GetSemanticModel(place.SyntaxTree);
        SyntaxNode root = place.SyntaxTree.GetRoot(ct);
        // At the beginning of a type the compiler does not look into the directives around it yet.
        int position = place is TypeDeclarationSyntax type ? type.Identifier.SpanStart : place.SpanStart;
        string? qualified = Qualifiers(root, model, ct).Select(qualifier => qualifier + name).FirstOrDefault(written => IsOurs(written, position, model));
        if (qualified is not null)
            return qualified;
        if (IsOurs(name, position, model))
            return name;
        if (model.LookupNamespacesAndTypes(position, name: name + "Attribute").IsEmpty && !WouldBeAmbiguous(root, model, compilation, ct))
        {
            UsingDirectives.Add(Namespace, place, edits, ct);
            return name;
        }

        return $"global::{Namespace}.{name}";
    }

    // [Vero.Typed.VeroEmail], [V::VeroEmail], [V.VeroEmail]: what stands before the name of the first of our attributes in the file.
    private static IEnumerable<string> Qualifiers(SyntaxNode root, SemanticModel model, CancellationToken ct)
    {
        foreach (AttributeSyntax attribute in root.DescendantNodes().OfType<AttributeSyntax>())
        {
            if (model.GetSymbolInfo(attribute, ct).Symbol?.ContainingType is not { } type || KnownSymbols.KindOf(type) == VeroAttributeKind.None)
                continue;
            string? qualifier = attribute.Name switch
            {
                QualifiedNameSyntax name => name.Left + ".",
                AliasQualifiedNameSyntax name => name.Alias + "::",
                _ => null,
            };
            if (qualifier is not null)
                yield return qualifier;
            if (attribute.Name is not IdentifierNameSyntax { Identifier.ValueText: var simple } || simple.StartsWith("Vero", StringComparison.Ordinal))
                yield break;
        }
    }

    private static bool IsOurs(string name, int position, SemanticModel model)
    {
        AttributeSyntax attribute = SyntaxFactory.Attribute(SyntaxFactory.ParseName(name));
        SymbolInfo info = model.GetSpeculativeSymbolInfo(position, attribute);
        return (info.Symbol ?? info.CandidateSymbols.FirstOrDefault())?.ContainingType is { } type
            && KnownSymbols.KindOf(type) != VeroAttributeKind.None
            && info.CandidateReason is CandidateReason.None or CandidateReason.OverloadResolutionFailure or CandidateReason.NotAnAttributeType;
    }

    // With the directive, a name that the file uses for something else could mean ours as well.
    private static bool WouldBeAmbiguous(SyntaxNode root, SemanticModel model, Compilation compilation, CancellationToken ct)
    {
        var ours = new HashSet<string>(
            compilation.GetTypesByMetadataName("Vero.Typed.IdentifyRequest").SelectMany(static type => type.ContainingNamespace.GetTypeMembers())
                .Where(static type => type.DeclaredAccessibility == Accessibility.Public)
                .Select(static type => type.Name),
            StringComparer.Ordinal);
        return root.DescendantNodes().OfType<SimpleNameSyntax>().Any(name => ours.Contains(name.Identifier.ValueText)
            && model.GetSymbolInfo(name, ct).Symbol is INamedTypeSymbol { ContainingNamespace: var ns } && ns?.ToDisplayString() != Namespace);
    }
}
