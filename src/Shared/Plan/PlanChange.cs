namespace Vero.Typed;

/// <summary>What is to be done with a plan. Changes are collected first and made once.</summary>
internal sealed class PlanChange
{
    private readonly Dictionary<string, string> _renamed = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Type, PlanPath Path), PlanLine> _lines = [];
    private readonly HashSet<(string Type, PlanPath Path)> _removed = [];

    public bool IsEmpty => _renamed.Count + _lines.Count + _removed.Count == 0;

    /// <summary>What each of these lines says afterwards, whether it was there before or not.</summary>
    public IReadOnlyDictionary<(string Type, PlanPath Path), PlanLine> Lines => _lines;

    /// <summary>The lines that go.</summary>
    public IReadOnlyCollection<(string Type, PlanPath Path)> Removed => _removed;

    /// <summary>Says what a line must be: adds it, or changes its shape.</summary>
    public void Set(PlanLine line) => _lines[line.Key] = line;

    public void Remove(PlanLine line) => _removed.Add(line.Key);

    /// <summary>Gives all lines of a type another type.</summary>
    public void Rename(string from, string to) => _renamed[from] = to;

    /// <summary>The name that a type gets; null if it keeps its own.</summary>
    public string? TypeFor(string type) => _renamed.TryGetValue(type, out string? renamed) ? renamed : null;

    /// <summary>Adds all of another change.</summary>
    public void Add(PlanChange other)
    {
        foreach (KeyValuePair<string, string> renamed in other._renamed)
            _renamed[renamed.Key] = renamed.Value;
        foreach (PlanLine line in other._lines.Values)
            Set(line);
        _removed.UnionWith(other._removed);
    }
}
