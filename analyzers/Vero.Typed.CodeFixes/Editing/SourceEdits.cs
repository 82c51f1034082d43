using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Vero.Typed.CodeFixes.Plan;

namespace Vero.Typed.CodeFixes.Editing;

/// <summary>
/// Changes of the user's files, all in terms of the files as they are. They are changes of text, so that nothing around them moves:
/// comments, directives, indentation and line endings. Several repairs can be made at once, because what they have in common is the same
/// change, and what contradicts each other is noticed.
/// </summary>
internal sealed class SourceEdits
{
    private readonly Dictionary<SyntaxTree, FileEdits> _files = [];
    private readonly Dictionary<ProjectId, PlanChange> _plans = [];
    private readonly HashSet<string> _claims = new(StringComparer.Ordinal);

    public bool IsEmpty => _files.Count == 0 && _plans.Count == 0;

    /// <summary>Says that this decides about something: of two repairs that decide about the same, only one is made.</summary>
    public void Claim(string what) => _claims.Add(what);

    public void Insert(SyntaxTree tree, int position, string text) => Of(tree).Changes.Add(new TextChange(new TextSpan(position, 0), text));

    /// <summary>Adds a declaration behind another one. Several at the same place come in the order of their text.</summary>
    public void Append(SyntaxTree tree, int position, string declaration) => Of(tree).Appended.Add(new TextChange(new TextSpan(position, 0), declaration));

    public void Replace(SyntaxNode node, string text) => Of(node.SyntaxTree).Changes.Add(new TextChange(node.Span, text));

    public void Replace(SyntaxTree tree, TextSpan span, string text) => Of(tree).Changes.Add(new TextChange(span, text));

    public void Remove(SyntaxTree tree, TextSpan span) => Of(tree).Changes.Add(new TextChange(span, ""));

    /// <summary>Removes an attribute; with the last one of a list the list, with the last thing on a line the line.</summary>
    public void Remove(AttributeSyntax attribute) => Of(attribute.SyntaxTree).RemovedAttributes.Add(attribute.Span);

    /// <summary>Changes the plan of a project.</summary>
    public void ChangePlan(ProjectId project, PlanChange change)
    {
        if (!_plans.TryGetValue(project, out PlanChange? all))
            _plans.Add(project, all = new PlanChange());
        all.Add(change);
    }

    /// <summary>Adds the edits of another repair.</summary>
    /// <returns>Whether that was possible; if not, nothing was added.</returns>
    public bool TryAdd(SourceEdits other, CancellationToken ct)
    {
        if (_claims.Overlaps(other._claims))
            return false;

        var combined = new Dictionary<SyntaxTree, FileEdits>();
        foreach (KeyValuePair<SyntaxTree, FileEdits> file in other._files)
        {
            FileEdits both = _files.TryGetValue(file.Key, out FileEdits? own) ? own.With(file.Value) : file.Value;
            if (both.ContradictThemselves(file.Key, ct))
                return false;
            combined.Add(file.Key, both);
        }

        _claims.UnionWith(other._claims);
        foreach (KeyValuePair<ProjectId, PlanChange> plan in other._plans)
            ChangePlan(plan.Key, plan.Value);
        foreach (KeyValuePair<SyntaxTree, FileEdits> file in combined)
            _files[file.Key] = file.Value;
        return true;
    }

    public async Task<Solution> ApplyToAsync(Solution solution, CancellationToken ct)
    {
        Solution changed = solution;
        foreach (KeyValuePair<SyntaxTree, FileEdits> file in _files)
        {
            if (solution.GetDocument(file.Key) is not { } document)
                continue;
            SourceText text = await document.GetTextAsync(ct).ConfigureAwait(false);
            changed = changed.WithDocumentText(document.Id, text.WithChanges(file.Value.AllChanges(file.Key, ct)));
        }

        return await PlanDocuments.ApplyAsync(changed, _plans, ct).ConfigureAwait(false);
    }

    /// <summary>For a look at what the edits come to, without the solution.</summary>
    public Compilation ApplyTo(Compilation compilation, CancellationToken ct)
    {
        foreach (KeyValuePair<SyntaxTree, FileEdits> file in _files)
        {
            if (!compilation.ContainsSyntaxTree(file.Key))
                continue;
            SourceText changed = file.Key.GetText(ct).WithChanges(file.Value.AllChanges(file.Key, ct));
            compilation = compilation.ReplaceSyntaxTree(file.Key, file.Key.WithChangedText(changed));
        }

        return compilation;
    }

    private FileEdits Of(SyntaxTree tree)
    {
        if (!_files.TryGetValue(tree, out FileEdits? edits))
            _files.Add(tree, edits = new FileEdits());
        return edits;
    }

    private sealed class FileEdits
    {
        public HashSet<TextChange> Changes { get; } = [];

        public HashSet<TextChange> Appended { get; } = [];

        public HashSet<TextSpan> RemovedAttributes { get; } = [];

        public FileEdits With(FileEdits other)
        {
            var both = new FileEdits();
            both.Changes.UnionWith(Changes);
            both.Changes.UnionWith(other.Changes);
            both.Appended.UnionWith(Appended);
            both.Appended.UnionWith(other.Appended);
            both.RemovedAttributes.UnionWith(RemovedAttributes);
            both.RemovedAttributes.UnionWith(other.RemovedAttributes);
            return both;
        }

        // Two insertions at one place would come in any order, so they contradict each other as well.
        public bool ContradictThemselves(SyntaxTree tree, CancellationToken ct)
        {
            TextChange? before = null;
            foreach (TextChange change in AllChanges(tree, ct))
            {
                bool overlaps = before is { } previous && (change.Span.Start < previous.Span.End
                    || (change.Span.IsEmpty && previous.Span.IsEmpty && change.Span == previous.Span));
                if (overlaps)
                    return true;
                before = change;
            }

            return false;
        }

        public IEnumerable<TextChange> AllChanges(SyntaxTree tree, CancellationToken ct)
        {
            SyntaxNode root = tree.GetRoot(ct);
            List<AttributeSyntax> removed = RemovedAttributes
                .Select(span => root.FindNode(span).FirstAncestorOrSelf<AttributeSyntax>())
                .OfType<AttributeSyntax>()
                .ToList();
            return Changes
                .Concat(Appended.GroupBy(static change => change.Span).Select(static place =>
                    new TextChange(place.Key, string.Concat(place.Select(static change => change.NewText!).OrderBy(static text => text, StringComparer.Ordinal)))))
                .Concat(AttributeRemoval.Spans(removed, tree.GetText(ct)).Select(static span => new TextChange(span, "")))
                .OrderBy(static change => change.Span);
        }
    }
}
