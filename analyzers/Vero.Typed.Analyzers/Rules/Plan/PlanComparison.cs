namespace Vero.Typed.Analyzers.Rules.Plan;

/// <summary>What a type sends against what the plan lists of it.</summary>
internal static class PlanComparison
{
    /// <summary>The differences, in the order of their paths. Of what differs as a whole, the parts are not told one by one.</summary>
    /// <param name="type">The name of the type in the plan.</param>
    /// <param name="sent">Everything that it sends.</param>
    /// <param name="planned">Every line of it.</param>
    public static IReadOnlyList<PlanDifference> Of(string type, IReadOnlyList<SentValue> sent, IReadOnlyList<PlanEntry> planned)
    {
        SortedDictionary<PlanPath, SentValue> sentByPath = ByPath(sent);
        ILookup<PlanPath, PlanEntry> plannedByPath = planned.ToLookup(static entry => entry.Line.Path);
        var found = new List<PlanDifference>();
        foreach (PlanPath path in new SortedSet<PlanPath>(sentByPath.Keys.Concat(plannedByPath.Select(static lines => lines.Key))))
        {
            sentByPath.TryGetValue(path, out SentValue? value);
            PlanEntry[] lines = [.. plannedByPath[path]];
            PlanDifference? whole = found.Count > 0 && path.IsWithin(found[found.Count - 1].Path) ? found[found.Count - 1] : null;
            if (whole is null)
            {
                if (value is not null && lines.Length > 0 && Array.TrueForAll(lines, line => line.Line.Shape.IsSameTypeAs(value.Shape)))
                    continue;
                found.Add(whole = new PlanDifference
                {
                    Kind = value is null ? PlanDifferenceKind.NotSent : lines.Length == 0 ? PlanDifferenceKind.NotPlanned : PlanDifferenceKind.Changed,
                    Path = path,
                    Sent = value,
                    Planned = lines,
                });
            }

            if (value is not null)
                whole.SentLines.Add(new PlanLine(type, path, value.Shape));
            whole.PlannedLines.AddRange(lines.Select(static line => line.Line).Distinct());
        }

        PairRenamed(found);
        return found;
    }

    // Two members may write one key where one of them is known at run time only: dictionaries, channels.
    private static SortedDictionary<PlanPath, SentValue> ByPath(IReadOnlyList<SentValue> sent)
    {
        var byPath = new SortedDictionary<PlanPath, SentValue>();
        foreach (SentValue value in sent)
        {
            byPath[value.Path] = byPath.TryGetValue(value.Path, out SentValue? other)
                ? other with { Shape = PlanShape.Union([other.Shape, value.Shape]), NamedBy = null }
                : value;
        }

        return byPath;
    }

    private static void PairRenamed(List<PlanDifference> all)
    {
        List<PlanDifference> notSent = all.FindAll(static difference => difference.Kind == PlanDifferenceKind.NotSent);
        if (notSent.Count == 0)
            return;
        List<PlanDifference> notPlanned = all.FindAll(static difference => difference.Kind == PlanDifferenceKind.NotPlanned);
        foreach (PlanDifference difference in notPlanned)
        {
            bool isAlone = notPlanned.FindAll(other => IsSameButForItsName(difference.Path, difference.SentLines, other.Path, other.SentLines)).Count == 1;
            List<PlanDifference> same = notSent.FindAll(other => IsSameButForItsName(difference.Path, difference.SentLines, other.Path, other.PlannedLines));
            if (isAlone && same.Count == 1)
                difference.RenamedFrom = same[0];
        }
    }

    private static bool IsSameButForItsName(PlanPath path, List<PlanLine> lines, PlanPath otherPath, List<PlanLine> otherLines)
    {
        int parent = path.Steps.Count - 1;
        if (parent == 0 || otherPath.Steps.Count != path.Steps.Count || lines.Count != otherLines.Count || path.CommonSteps(otherPath) < parent)
            return false;
        for (int i = 0; i < lines.Count; i++)
        {
            bool isSame = lines[i].Shape.IsSameTypeAs(otherLines[i].Shape)
                && lines[i].Path.Steps.Skip(parent + 1).SequenceEqual(otherLines[i].Path.Steps.Skip(parent + 1));
            if (!isSame)
                return false;
        }

        return true;
    }
}
