using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Vero.Typed.Analyzers;
using Vero.Typed.Analyzers.Parsing.Values;
using Vero.Typed.Analyzers.Rules.Shape;
using Vero.Typed.Analyzers.Symbols;
using Vero.Typed.CodeFixes.Editing;

namespace Vero.Typed.CodeFixes.Shape;

/// <summary>
/// Puts an attribute on every member of a type that can be sent, so that the change shows each of them. What looks secret and what JSON attributes ignore
/// stays without.
/// </summary>
[ExportCodeRefactoringProvider(LanguageNames.CSharp, Name = nameof(AnnotateMembersRefactoringProvider))]
[Shared]
public sealed class AnnotateMembersRefactoringProvider : CodeRefactoringProvider
{
    internal const string EquivalenceKey = "Vero.AnnotateMembers";

    internal const string Title = "Annotate all members that can be sent";

    /// <inheritdoc/>
    public override async Task ComputeRefactoringsAsync(CodeRefactoringContext context)
    {
        CancellationToken ct = context.CancellationToken;
        if (await context.Document.GetSyntaxRootAsync(ct).ConfigureAwait(false) is not { } root
            || TypeAt(root.FindNode(context.Span), context.Span.Start) is not { } declaration
            || await context.Document.GetSemanticModelAsync(ct).ConfigureAwait(false) is not { } model
            || KnownSymbols.For(model.Compilation) is not { } symbols
            || model.GetDeclaredSymbol(declaration, ct) is not INamedTypeSymbol type
            || !AnnotatedTypeReader.Read(type, symbols).HasId)
        {
            return;
        }

        SourceEdits edits = Annotated(type, declaration, model.Compilation, symbols, ct);
        if (edits.IsEmpty)
            return;
        Solution solution = context.Document.Project.Solution;
        context.RegisterRefactoring(CodeAction.Create(Title, ct => edits.ApplyToAsync(solution, ct), EquivalenceKey));
    }

    // On the name of the type or an attribute of it, not everywhere inside: there it would be in the way of other refactorings.
    private static TypeDeclarationSyntax? TypeAt(SyntaxNode node, int position)
    {
        TypeDeclarationSyntax? type = node.FirstAncestorOrSelf<TypeDeclarationSyntax>();
        if (type is null)
            return null;
        int headEnd = type.OpenBraceToken.IsKind(SyntaxKind.None) || type.OpenBraceToken.IsMissing ? type.Span.End : type.OpenBraceToken.SpanStart;
        bool isOnParameter = type.ParameterList is { } parameters && parameters.Span.Contains(position);
        return position <= headEnd && !isOnParameter ? type : null;
    }

    // What can be sent is what the rules say nothing about: they are asked until they have nothing to say of the new attributes.
    private static SourceEdits Annotated(INamedTypeSymbol type, TypeDeclarationSyntax declaration, Compilation compilation, KnownSymbols symbols, CancellationToken ct)
    {
        List<Candidate> candidates = CandidatesOf(type, symbols, ct);
        int before = UserTypeAnalyzer.Reported(type, symbols, ct).Count(IsError);
        while (candidates.Count > 0)
        {
            SourceEdits edits = EditsFor(candidates, declaration, compilation, ct);
            Compilation edited = edits.ApplyTo(compilation, ct);
            if (edited.Assembly.GetTypeByMetadataName(TypeText.MetadataName(type)) is not { } same || KnownSymbols.For(edited) is not { } known)
                break;
            ImmutableArray<Diagnostic> reported = UserTypeAnalyzer.Reported(same, known, ct);
            if (reported.Count(IsError) <= before)
                return edits;

            int removed = candidates.RemoveAll(candidate => same.GetMembers(candidate.Symbol.Name).Any(member => reported.Any(diagnostic => IsError(diagnostic) && IsAt(diagnostic, member, ct))));
            if (removed == 0)
                break;
        }

        return new SourceEdits();
    }

    private static bool IsError(Diagnostic diagnostic) => diagnostic.Severity == DiagnosticSeverity.Error;

    private static bool IsAt(Diagnostic diagnostic, ISymbol member, CancellationToken ct)
    {
        foreach (SyntaxReference reference in member.DeclaringSyntaxReferences)
        {
            SyntaxNode node = DeclarationOf(reference.GetSyntax(ct));
            if (node.SyntaxTree == diagnostic.Location.SourceTree && node.Span.Contains(diagnostic.Location.SourceSpan))
                return true;
        }

        return false;
    }

    private static SourceEdits EditsFor(List<Candidate> candidates, TypeDeclarationSyntax declaration, Compilation compilation, CancellationToken ct)
    {
        var edits = new SourceEdits();
        foreach (IGrouping<string, Candidate> kind in candidates.GroupBy(static candidate => candidate.Attribute))
        {
            foreach (Candidate candidate in kind)
            {
                string name = AttributeNames.At(kind.Key, declaration, compilation, edits, ct);
                AttributeInsertion.Add(candidate.Declaration, name + candidate.Arguments, edits);
            }
        }

        return edits;
    }

    private static List<Candidate> CandidatesOf(INamedTypeSymbol type, KnownSymbols symbols, CancellationToken ct)
    {
        IReadOnlyList<AnnotatedMember> annotated = AnnotatedTypeReader.Read(type, symbols).Members;
        var used = new HashSet<VeroAttributeKind>(annotated.SelectMany(static member => member.Attributes).Select(static attribute => attribute.Kind));
        var candidates = new List<Candidate>();
        foreach (ISymbol member in type.GetMembers())
        {
            if (!CanBeAnnotated(member, annotated) || symbols.GeneratedTrees.ContainAll(member)
                || member.DeclaringSyntaxReferences is not [var reference] || DeclarationOf(reference.GetSyntax(ct)) is not (MemberDeclarationSyntax or ParameterSyntax) )
            {
                continue;
            }

            SyntaxNode declaration = DeclarationOf(reference.GetSyntax(ct));

            // An attribute is on all fields of a declaration.
            if (declaration is FieldDeclarationSyntax { Declaration.Variables.Count: > 1 })
                continue;
            (string attribute, string arguments, VeroAttributeKind kind) = AttributeFor(member);
            if (kind != VeroAttributeKind.Trait && !used.Add(kind))
                (attribute, arguments) = ("VeroTrait", "");
            candidates.Add(new Candidate(member, declaration, attribute, arguments));
        }

        return candidates;
    }

    private static SyntaxNode DeclarationOf(SyntaxNode node) => node is VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax field } ? field : node;

    private static bool CanBeAnnotated(ISymbol member, IReadOnlyList<AnnotatedMember> annotated)
    {
        bool isRead = member switch
        {
            IPropertySymbol property => property is { IsIndexer: false, IsOverride: false, GetMethod.DeclaredAccessibility: Accessibility.Public },
            IFieldSymbol field => field is { IsConst: false, IsImplicitlyDeclared: false },
            _ => false,
        };
        return isRead && member is { IsStatic: false, DeclaredAccessibility: Accessibility.Public }
            && !annotated.Any(known => SymbolEqualityComparer.Default.Equals(known.Member, member))
            && !SecretNames.Contain(member.Name) && !IsIgnored(member);
    }

    private static bool IsIgnored(ISymbol member) => member.GetAttributes().Any(static attribute =>
        attribute.AttributeClass?.Name is "JsonIgnoreAttribute" or "IgnoreDataMemberAttribute" or "XmlIgnoreAttribute"
        && !attribute.NamedArguments.Any(static argument => argument is { Key: "Condition", Value.Value: not 1 }));

    private static (string Attribute, string Arguments, VeroAttributeKind Kind) AttributeFor(ISymbol member)
    {
        ITypeSymbol type = ValueTypes.WithoutNullable(AnnotatedMember.TypeOf(member));
        if (ReservedKeyTable.OnlyFor(type) is { } reserved)
            return (ReservedKeyTable.AttributeFor(reserved), "", VeroAttributes.ForKey(reserved).Kind);
        if (ValueTypes.IsMailAddress(type) || (ValueTypes.IsString(type) && member.Name is "Email" or "EmailAddress"))
            return ("VeroEmail", "", VeroAttributeKind.Email);
        bool isZone = ValueTypes.IsString(type) && member.Name.Replace("Zone", "zone") is "Timezone" or "TimezoneId" or "zone" or "zoneId";
        return isZone ? ("VeroTimezone", "(Id = true)", VeroAttributeKind.Timezone) : ("VeroTrait", "", VeroAttributeKind.Trait);
    }

    private sealed record Candidate(ISymbol Symbol, SyntaxNode Declaration, string Attribute, string Arguments);
}
