using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Vero.Typed.CodeFixes.Editing;

/// <summary>
/// Fix All. The library's own batch fixer merges finished documents, and drops what touches the same line: two attributes of one list,
/// two nested types that make the same outer type partial. Here the edits are merged before they are made.
/// </summary>
internal sealed class RepairsTogether : FixAllProvider
{
    public static readonly RepairsTogether Instance = new();

    private const string NothingToRepair = "Leave the code as it is";

    private RepairsTogether()
    {
    }

    public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        var provider = (VeroCodeFixProvider)fixAllContext.CodeFixProvider;
        CancellationToken ct = fixAllContext.CancellationToken;
        var together = new SourceEdits();
        string? title = null;
        foreach (Diagnostic diagnostic in await DiagnosticsAsync(fixAllContext).ConfigureAwait(false))
        {
            if (fixAllContext.Solution.GetDocument(diagnostic.Location.SourceTree) is not { } document)
                continue;
            ImmutableArray<Repair> repairs = await provider.RepairsAsync(document, diagnostic, ct).ConfigureAwait(false);
            // Who has not chosen, as dotnet format at times, gets the safest.
            Repair? repair = repairs.FirstOrDefault(repair =>
                fixAllContext.CodeActionEquivalenceKey is null || repair.EquivalenceKey == fixAllContext.CodeActionEquivalenceKey);
            if (repair is not null && together.TryAdd(repair.Edits, ct))
                title ??= repair.Title;
        }

        // dotnet format asks once for each target framework, and says that it is unable to fix what the first answer has fixed already.
        return title is null
            ? CodeAction.Create(NothingToRepair, _ => Task.FromResult(fixAllContext.Solution), fixAllContext.CodeActionEquivalenceKey)
            : CodeAction.Create(title, ct => together.ApplyToAsync(fixAllContext.Solution, ct), fixAllContext.CodeActionEquivalenceKey);
    }

    // In the order of the files, so that the same of two contradicting repairs is made every time.
    private static async Task<IEnumerable<Diagnostic>> DiagnosticsAsync(FixAllContext context)
    {
        var found = new List<Diagnostic>();
        switch (context.Scope)
        {
            case FixAllScope.Document when context.Document is { } document:
                found.AddRange(await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false));
                break;
            case FixAllScope.Project:
                found.AddRange(await context.GetAllDiagnosticsAsync(context.Project).ConfigureAwait(false));
                break;
            case FixAllScope.Solution:
                foreach (Project project in context.Solution.Projects)
                    found.AddRange(await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false));
                break;
        }

        return found
            .Where(diagnostic => diagnostic.Location.IsInSource && context.CodeFixProvider.FixableDiagnosticIds.Contains(diagnostic.Id))
            .OrderBy(static diagnostic => diagnostic.Location.SourceTree!.FilePath, StringComparer.Ordinal)
            .ThenBy(static diagnostic => diagnostic.Location.SourceSpan.Start);
    }
}
