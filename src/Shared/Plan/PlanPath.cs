namespace Vero.Typed;

/// <summary>Where a value is in what is sent: <c>data.home.city</c>. Two paths are equal when they are written alike.</summary>
internal sealed class PlanPath : IEquatable<PlanPath>, IComparable<PlanPath>
{
    private const string DataRoot = "data";
    private const string ChannelsRoot = "channels";

    // With the number of steps, first one included; a path into data may be longer. In the order in which a plan lists them.
    private static readonly (string Name, int Steps)[] Roots =
        [("event", 1), ("id", 1), ("email", 1), ("created_at", 1), ("source", 1), (ChannelsRoot, 3), (DataRoot, 2)];

    private readonly string _text;

    public PlanPath(IReadOnlyList<PlanStep> steps)
    {
        Steps = steps;
        _text = string.Join(".", steps);
    }

    /// <summary>The name of an event.</summary>
    public static PlanPath Event { get; } = new([new PlanStep("event")]);

    public static PlanPath Id { get; } = new([new PlanStep("id")]);

    public static PlanPath Email { get; } = new([new PlanStep("email")]);

    /// <summary>When an event happened.</summary>
    public static PlanPath CreatedAt { get; } = new([new PlanStep("created_at")]);

    /// <summary>What an event came from.</summary>
    public static PlanPath Source { get; } = new([new PlanStep("source")]);

    /// <summary>The freeform values. No line stands for it alone.</summary>
    public static PlanPath Data { get; } = new([new PlanStep(DataRoot)]);

    /// <summary>The first steps that there are.</summary>
    public static IEnumerable<string> RootNames => Roots.Select(static root => root.Name);

    public IReadOnlyList<PlanStep> Steps { get; }

    /// <summary>The channel of a type and a platform; null for one that is known at run time only.</summary>
    public static PlanPath Channel(string? type, string? platform) => new([new PlanStep(ChannelsRoot), StepOf(type), StepOf(platform)]);

    /// <summary>Whether a path with this beginning can have that many steps.</summary>
    public static bool CanHave(string root, int steps)
    {
        (string Name, int Steps) known = Array.Find(Roots, known => known.Name == root);
        return root == DataRoot ? steps >= known.Steps : steps == known.Steps;
    }

    /// <summary>The path of a key below this one.</summary>
    public PlanPath Then(PlanStep step) => new([.. Steps, step]);

    /// <summary>Whether this is the path, or one below it.</summary>
    public bool IsWithin(PlanPath other) => Steps.Count >= other.Steps.Count && CommonSteps(other) == other.Steps.Count;

    /// <summary>How many steps from the first on are the same.</summary>
    public int CommonSteps(PlanPath other)
    {
        int common = 0;
        while (common < Steps.Count && common < other.Steps.Count && Steps[common] == other.Steps[common])
            common++;
        return common;
    }

    public bool Equals(PlanPath? other) => other is not null && _text == other._text;

    public override bool Equals(object? obj) => Equals(obj as PlanPath);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(_text);

    /// <summary>Roots as a plan lists them, then step by step; a path comes before those below it.</summary>
    public int CompareTo(PlanPath? other)
    {
        if (other is null)
            return 1;
        int common = CommonSteps(other);
        if (common == Steps.Count || common == other.Steps.Count)
            return Steps.Count.CompareTo(other.Steps.Count);
        if (common == 0)
            return RankOf(Steps[0].Name).CompareTo(RankOf(other.Steps[0].Name));
        if (Steps[common].IsAnyKey != other.Steps[common].IsAnyKey)
            return Steps[common].IsAnyKey ? -1 : 1;
        return string.CompareOrdinal(Steps[common].Name, other.Steps[common].Name);
    }

    public override string ToString() => _text;

    private static int RankOf(string root) => Array.FindIndex(Roots, known => known.Name == root);

    private static PlanStep StepOf(string? name) => name is null ? PlanStep.AnyKey : new PlanStep(name);
}
