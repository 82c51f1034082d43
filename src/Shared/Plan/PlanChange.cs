namespace Vero.Typed;

/// <summary>What is to be done with a plan. Changes are collected first and made once.</summary>
internal sealed class PlanChange
{
    private readonly Dictionary<string, string> _renamed = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Type, PlanPath Path), PlanLine> _lines = [];
    private readonly HashSet<(string Type, PlanPath Path)> _removed = [];

    private readonly Dictionary<(string Type, PlanPath Path), PlanLine> _replaced = [];

    public bool IsEmpty => _renamed.Count + _lines.Count + _removed.Count + _replaced.Count == 0;

    /// <summary>What each of these lines says afterwards, whether it was there before or not.</summary>
    public IReadOnlyDictionary<(string Type, PlanPath Path), PlanLine> Lines => _lines;

    /// <summary>The lines that go.</summary>
    public IReadOnlyCollection<(string Type, PlanPath Path)> Removed => _removed;

    /// <summary>Says what a line must be: adds it, or changes its shape.</summary>
    public void Set(PlanLine line) => _lines[line.Key] = line;

    public void Remove(PlanLine line) => _removed.Add(line.Key);

    /// <summary>Writes another line in the place of one.</summary>
    public void Replace(PlanLine line, PlanLine other) => _replaced[line.Key] = other;

    /// <summary>Gives all lines of a type another type.</summary>
    public void Rename(string from, string to) => _renamed[from] = to;

    /// <summary>What a line becomes by itself, before <see cref="Lines"/> and <see cref="Removed"/> are looked at.</summary>
    public PlanLine Renamed(PlanLine line) => _replaced.TryGetValue(line.Key, out PlanLine? other) ? other
        : _renamed.TryGetValue(line.Type, out string? type) ? line with { Type = type }
        : line;

    /// <summary>Adds all of another change.</summary>
    public void Add(PlanChange other)
    {
        AddAllButLines(other);
        foreach (PlanLine line in other._lines.Values)
            Set(line);
    }

    /// <summary>Adds what another change does to lines that are there, wherever they are.</summary>
    public void AddAllButLines(PlanChange other)
    {
        foreach (KeyValuePair<string, string> renamed in other._renamed)
            _renamed[renamed.Key] = renamed.Value;
        foreach (KeyValuePair<(string Type, PlanPath Path), PlanLine> replaced in other._replaced)
            _replaced[replaced.Key] = replaced.Value;
        _removed.UnionWith(other._removed);
    }
}
