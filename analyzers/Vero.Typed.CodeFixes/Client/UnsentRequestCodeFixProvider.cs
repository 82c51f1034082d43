using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;
using Vero.Typed.Analyzers.Rules;
using Vero.Typed.CodeFixes.Editing;

namespace Vero.Typed.CodeFixes.Client;

/// <summary>Sends a request that was only made, where there is a client and the code can wait for it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnsentRequestCodeFixProvider))]
[Shared]
public sealed class UnsentRequestCodeFixProvider : VeroCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.VERO203UnsentRequest);

    private protected override async Task FindAsync(FixScene scene, List<Repair> repairs)
    {
        // Of a?.ToIdentifyRequest() there may be no request.
        if (scene.Fact(DiagnosticProperties.Client) is not { } client
            || scene.Fact(DiagnosticProperties.SendMethod) is not { } send
            || scene.Fact(DiagnosticProperties.CanAwait) is null
            || scene.Node.FirstAncestorOrSelf<ExpressionStatementSyntax>() is not { Expression: InvocationExpressionSyntax request })
        {
            return;
        }

        var edits = new SourceEdits();
        string token = scene.Fact(DiagnosticProperties.CancellationToken) is { } name ? ", " + name : "";
        edits.Insert(request.SyntaxTree, request.SpanStart, $"await {client}.{send}(");
        edits.Insert(request.SyntaxTree, request.Span.End, token + ")");
        if (await scene.IsImprovedByAsync(edits).ConfigureAwait(false))
            repairs.Add(new Repair($"Send it with '{client}'", EquivalenceKeys.SendRequest, edits));
    }
}
