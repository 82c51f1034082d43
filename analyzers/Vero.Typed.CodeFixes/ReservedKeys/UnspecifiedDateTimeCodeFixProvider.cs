using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Vero.Typed.Analyzers;
using Vero.Typed.Analyzers.Rules;
using Vero.Typed.Analyzers.Symbols;
using Vero.Typed.CodeFixes.Editing;

namespace Vero.Typed.CodeFixes.ReservedKeys;

/// <summary>Says on a type that its dates of unspecified kind are UTC.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnspecifiedDateTimeCodeFixProvider))]
[Shared]
public sealed class UnspecifiedDateTimeCodeFixProvider : VeroCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.VERO112UnspecifiedDateTime);

    private protected override Task FindAsync(FixScene scene, List<Repair> repairs)
    {
        if (scene.Type is not { } type || scene.Node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } declaration)
            return Task.CompletedTask;

        SourceEdits edits;
        AttributeData? present = type.GetAttributes().FirstOrDefault(static attribute => KnownSymbols.KindOf(attribute) == VeroAttributeKind.Serialization);
        if (present is null)
        {
            edits = new SourceEdits();
            string name = AttributeNames.At("VeroSerialization", declaration, scene.Model.Compilation, edits, scene.CancellationToken);
            string qualifier = name.Substring(0, name.Length - "VeroSerialization".Length);
            AttributeInsertion.Add(declaration, $"{name}(UnspecifiedDateTime = {qualifier}UnspecifiedDateTime.Utc)", edits);
        }
        else if (present.ApplicationSyntaxReference?.GetSyntax(scene.CancellationToken) is AttributeSyntax attribute)
        {
            edits = new SourceEdits();
            string written = attribute.Name.ToString();
            int nameStart = written.LastIndexOf("VeroSerialization", StringComparison.Ordinal);
            AttributeArguments.Add($"UnspecifiedDateTime = {(nameStart > 0 ? written.Substring(0, nameStart) : "")}UnspecifiedDateTime.Utc", attribute, edits);
        }
        else
        {
            return Task.CompletedTask;
        }

        if (scene.IsImprovedBy(edits, type))
            repairs.Add(new Repair("Dates of unspecified kind are UTC", EquivalenceKeys.UnspecifiedIsUtc, edits));
        return Task.CompletedTask;
    }
}
