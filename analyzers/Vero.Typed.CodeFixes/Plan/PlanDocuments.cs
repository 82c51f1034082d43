using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Vero.Typed.Analyzers.Rules.Plan;

namespace Vero.Typed.CodeFixes.Plan;

/// <summary>The files of plans in a solution. Several projects, or one project for several frameworks, may share one.</summary>
internal static class PlanDocuments
{
    /// <summary>The plans of a project, in the order in which they are included.</summary>
    public static IEnumerable<TextDocument> Of(Project project) => project.AdditionalDocuments
        .Where(static document => ProjectPlan.IsPlan(PathOf(document)))
        .GroupBy(PathOf, StringComparer.Ordinal)
        .Select(static included => included.First());

    /// <summary>Whether there is a plan, and all of it can be read: what cannot be read would be lost.</summary>
    public static async Task<bool> CanBeChangedAsync(Project project, CancellationToken ct)
    {
        bool exists = false;
        foreach (TextDocument document in Of(project))
        {
            SourceText text = await document.GetTextAsync(ct).ConfigureAwait(false);
            if (PlanFile.Parse(text.ToString()).Errors.Count > 0)
                return false;
            exists = true;
        }

        return exists;
    }

    /// <summary>Whether no project that shares a plan with this one has a type.</summary>
    public static async Task<bool> IsGoneAsync(string type, Project project, CancellationToken ct) =>
        (await GoneFromAllAsync([type], Of(project).SelectMany(plan => Sharing(plan, project.Solution)), ct).ConfigureAwait(false)).Count > 0;

    /// <summary>Makes the changes of several projects, and removes the lines of types that no project with the file has any more.</summary>
    public static async Task<Solution> ApplyAsync(Solution solution, IReadOnlyDictionary<ProjectId, PlanChange> changes, CancellationToken ct)
    {
        var files = new Dictionary<string, (TextDocument Document, PlanChange Change)>(StringComparer.Ordinal);
        foreach (KeyValuePair<ProjectId, PlanChange> change in changes)
        {
            if (solution.GetProject(change.Key) is { } project)
                await DistributeAsync(project, change.Value, files, ct).ConfigureAwait(false);
        }

        foreach ((TextDocument document, PlanChange change) in files.Values)
        {
            SourceText before = await document.GetTextAsync(ct).ConfigureAwait(false);
            PlanFile changed = PlanFile.Parse(before.ToString()).With(change);
            TextDocument[] all = Sharing(document, solution);
            changed = changed.With(await RemovalOfGoneTypesAsync(changed, all, ct).ConfigureAwait(false));
            SourceText after = SourceText.From(changed.ToString(), before.Encoding ?? new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), before.ChecksumAlgorithm);
            foreach (TextDocument linked in all)
                solution = solution.WithAdditionalDocumentText(linked.Id, after);
        }

        return solution;
    }

    // A new line goes where the other lines of its type are.
    private static async Task DistributeAsync(
        Project project, PlanChange change, Dictionary<string, (TextDocument Document, PlanChange Change)> files, CancellationToken ct)
    {
        var plans = new List<(PlanFile File, PlanChange Change)>();
        foreach (TextDocument document in Of(project))
        {
            SourceText text = await document.GetTextAsync(ct).ConfigureAwait(false);
            if (!files.TryGetValue(PathOf(document), out (TextDocument Document, PlanChange Change) known))
                files.Add(PathOf(document), known = (document, new PlanChange()));
            plans.Add((PlanFile.Parse(text.ToString()), known.Change));
        }

        foreach ((PlanFile _, PlanChange own) in plans)
            own.AddAllButLines(change);
        foreach (PlanLine line in change.Lines.Values)
        {
            int index = plans.FindIndex(plan => plan.File.Entries.Any(entry => entry.Line.Key == line.Key));
            if (index < 0)
                index = plans.FindIndex(plan => plan.File.Entries.Any(entry => change.Renamed(entry.Line).Type == line.Type));
            plans[Math.Max(index, 0)].Change.Set(line);
        }
    }

    private static async Task<PlanChange> RemovalOfGoneTypesAsync(PlanFile file, IEnumerable<TextDocument> documents, CancellationToken ct)
    {
        HashSet<string> gone = await GoneFromAllAsync(file.Entries.Select(static entry => entry.Line.Type), documents, ct).ConfigureAwait(false);
        var removal = new PlanChange();
        foreach (PlanEntry entry in file.Entries.Where(entry => gone.Contains(entry.Line.Type)))
            removal.Remove(entry.Line);
        return removal;
    }

    private static async Task<HashSet<string>> GoneFromAllAsync(IEnumerable<string> types, IEnumerable<TextDocument> documents, CancellationToken ct)
    {
        var gone = new HashSet<string>(types, StringComparer.Ordinal);
        foreach (TextDocument document in documents)
        {
            if (await document.Project.GetCompilationAsync(ct).ConfigureAwait(false) is { } compilation)
                gone.IntersectWith(GoneTypes.Of(gone, compilation, ct));
        }

        return gone;
    }

    private static TextDocument[] Sharing(TextDocument document, Solution solution) =>
        [.. solution.Projects.SelectMany(static project => project.AdditionalDocuments).Where(other => PathOf(other) == PathOf(document))];

    private static string PathOf(TextDocument document) => document.FilePath ?? document.Name;
}
