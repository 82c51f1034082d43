namespace Vero.Typed.Sandbox.Plan;

/// <summary>One step of the paths that a plan lists, and what has arrived under it.</summary>
internal sealed class PlanNode
{
    private readonly Dictionary<string, PlanNode> _children = new(StringComparer.Ordinal);
    private readonly List<PlanShape> _shapes = [];
    private PlanNode? _anyKey;

    /// <summary>The shapes that the lines of this path have: more than one if several types send it.</summary>
    public IReadOnlyList<PlanShape> Shapes => _shapes;

    public bool HasArrived { get; set; }

    public bool HasChildren => _children.Count > 0 || _anyKey is not null;

    public PlanNode Add(IEnumerable<PlanStep> steps)
    {
        PlanNode node = this;
        foreach (PlanStep step in steps)
            node = step.IsAnyKey ? node._anyKey ??= new PlanNode() : node.Child(step.Name);
        return node;
    }

    public void AddShape(PlanShape shape)
    {
        if (!_shapes.Contains(shape))
            _shapes.Add(shape);
    }

    /// <summary>What the plan says of a key, or null.</summary>
    public PlanNode? Find(string name) => _children.GetValueOrDefault(name) ?? _anyKey;

    /// <summary>This node and all below it that have lines, each with its path.</summary>
    public IEnumerable<(PlanNode Node, string Path)> Lines(string path = "")
    {
        if (_shapes.Count > 0)
            yield return (this, path);
        IEnumerable<(PlanStep Step, PlanNode Node)> below = _children.OrderBy(static child => child.Key, StringComparer.Ordinal).Select(static child => (new PlanStep(child.Key), child.Value));
        if (_anyKey is not null)
            below = below.Append((PlanStep.AnyKey, _anyKey));
        foreach ((PlanStep step, PlanNode node) in below)
        {
            foreach ((PlanNode Node, string Path) line in node.Lines(path.Length == 0 ? step.ToString() : $"{path}.{step}"))
                yield return line;
        }
    }

    private PlanNode Child(string name)
    {
        if (!_children.TryGetValue(name, out PlanNode? child))
            _children.Add(name, child = new PlanNode());
        return child;
    }
}
