using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Vero.Typed.Analyzers;
using Vero.Typed.Analyzers.Rules;
using Vero.Typed.Analyzers.Symbols;
using Vero.Typed.CodeFixes.Editing;

namespace Vero.Typed.CodeFixes.Shape;

/// <summary>Marks a type as one that is only ever the value of a trait.</summary>
/// <remarks>Of a type that may have an id, VERO001 is reported: <c>dotnet format</c> makes all fixes of one kind, and would mark users as values.</remarks>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MarkAsValueCodeFixProvider))]
[Shared]
public sealed class MarkAsValueCodeFixProvider : VeroCodeFixProvider
{
    private const string Setting = "ValueOnly = true";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.VERO030IdOrValueRequired);

    private protected override Task FindAsync(FixScene scene, List<Repair> repairs)
    {
        if (scene.Type is { } type && scene.Node is TypeDeclarationSyntax declaration
            && Marked(type, declaration, scene) is { } edits && scene.IsImprovedBy(edits, type))
        {
            repairs.Add(new Repair($"Mark '{type.Name}' as a value", EquivalenceKeys.MarkAsValue, edits));
        }

        return Task.CompletedTask;
    }

    private static SourceEdits? Marked(INamedTypeSymbol type, TypeDeclarationSyntax declaration, FixScene scene)
    {
        AttributeData? present = type.GetAttributes().FirstOrDefault(static attribute => KnownSymbols.KindOf(attribute) == VeroAttributeKind.Serialization);
        if (present is null)
            return AttributeInsertion.Of("VeroSerialization", declaration, scene, $"({Setting})");
        if (present.ApplicationSyntaxReference?.GetSyntax(scene.CancellationToken) is not AttributeSyntax attribute)
            return null;

        var edits = new SourceEdits();
        if (attribute.ArgumentList is not { } arguments)
            edits.Insert(attribute.SyntaxTree, attribute.Span.End, $"({Setting})");
        else
            edits.Insert(attribute.SyntaxTree, arguments.CloseParenToken.SpanStart, arguments.Arguments.Count == 0 ? Setting : ", " + Setting);
        return edits;
    }
}
