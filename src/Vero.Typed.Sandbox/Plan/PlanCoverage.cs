using System.Globalization;
using System.Text.Json;
using Vero.Typed.Sandbox.Contract;
using Vero.Typed.Sandbox.Storage;

namespace Vero.Typed.Sandbox.Plan;

/// <summary>Compares what arrives with a plan.</summary>
internal sealed class PlanCoverage
{
    private readonly Lock _gate = new();
    private readonly SandboxStore _store;
    private readonly string _plan;
    private PlanNode _user = new();
    private List<(string Name, PlanNode Node)> _events = [];
    private SortedDictionary<string, string> _unplanned = new(StringComparer.Ordinal);
    private SortedDictionary<string, string> _different = new(StringComparer.Ordinal);
    private int _clearings;
    private int _observed;

    private PlanCoverage(string plan, SandboxStore store)
    {
        _plan = plan;
        _store = store;
        Reset();
    }

    /// <summary>Reads a plan.</summary>
    /// <exception cref="InvalidDataException">A line of the file cannot be read.</exception>
    public static PlanCoverage Load(string path, SandboxStore store)
    {
        string text = File.ReadAllText(path);
        if (PlanFile.Parse(text).Errors is [{ } error, ..])
        {
            int line = text.AsSpan(0, error.Start).Count('\n') + 1;
            throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"{path}, line {line}, cannot be read: {error.Reason}."));
        }

        return new PlanCoverage(text, store);
    }

    /// <summary>Compares everything that has been accepted so far.</summary>
    public SandboxPlanReport Report()
    {
        lock (_gate)
        {
            (int clearings, IReadOnlyList<SandboxRequest> requests) = _store.RequestsAfter(_observed);
            if (clearings != _clearings)
            {
                Reset();
                _clearings = clearings;
                (_, requests) = _store.RequestsAfter(0);
            }

            foreach (SandboxRequest request in requests)
            {
                _observed = request.Number;
                if (request is { Status: 200, Violations.Count: 0 } && StrictJson.TryRead(request.Body, out JsonElement body) is null)
                    Observe(request.Operation, body);
            }

            List<(PlanNode Node, string What, string Shape)> lines =
            [
                .. _user.Lines().Select(static line => (line.Node, line.Path, Shapes(line.Node))),

                // The shape of an event is its name.
                .. _events.SelectMany(static planned => planned.Node.Lines()
                    .Select(line => (line.Node, WhatOf(planned.Name, line.Path), line.Path is "event" ? "" : Shapes(line.Node)))),
            ];
            return new SandboxPlanReport(
                lines.Count,
                lines.Count(static line => line.Node.HasArrived),
                [.. lines.Where(static line => !line.Node.HasArrived).Select(static line => new SandboxPlanDifference(line.What, line.Shape))],
                [.. _unplanned.Select(static pair => new SandboxPlanDifference(pair.Key, pair.Value))],
                [.. _different.Select(static pair => new SandboxPlanDifference(pair.Key, pair.Value))]);
        }
    }

    private void Reset()
    {
        _user = new PlanNode();
        _events = [];
        _unplanned = new SortedDictionary<string, string>(StringComparer.Ordinal);
        _different = new SortedDictionary<string, string>(StringComparer.Ordinal);
        _observed = 0;
        foreach (IGrouping<string, PlanLine> type in PlanFile.Parse(_plan).Entries.Select(static entry => entry.Line).GroupBy(static line => line.Type, StringComparer.Ordinal))
        {
            PlanNode node = type.FirstOrDefault(static line => line.Path.Equals(PlanPath.Event)) is { Shape: PlanShape.Literal name } ? EventNode(name.Value) : _user;
            foreach (PlanLine line in type)
                node.Add(line.Path.Steps).AddShape(line.Shape);
        }
    }

    private PlanNode EventNode(string name)
    {
        if (FindEvent(name) is { } known)
            return known;
        var node = new PlanNode();
        _events.Add((name, node));
        return node;
    }

    private PlanNode? FindEvent(string name) => _events.Find(planned => VeroContract.EventKey(planned.Name) == VeroContract.EventKey(name)).Node;

    private void Observe(VeroOperation? operation, JsonElement body)
    {
        if (operation == VeroOperation.Identify)
        {
            Observe(_user, "", body, "id", "email", "data");
            if (body.TryGetProperty("channels", out JsonElement channels))
                ObserveChannels(channels);
        }
        else if (operation == VeroOperation.Track)
        {
            string name = body.GetProperty("event_name").GetString()!;
            if (FindEvent(name) is not { } node)
            {
                _unplanned.TryAdd(WhatOf(name, ""), "");
                return;
            }

            Mark(node.Find("event"));
            Observe(node, WhatOf(name, ""), body.GetProperty("identity"), "id", "email");
            Observe(node, WhatOf(name, ""), body, "data");
            if (body.TryGetProperty("extras", out JsonElement extras))
                Observe(node, WhatOf(name, ""), extras, "created_at", "source");
        }
    }

    private void Observe(PlanNode node, string owner, JsonElement body, params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            if (!body.TryGetProperty(name, out JsonElement value))
                continue;
            PlanNode? planned = node.Find(name);
            // Every event and every user has an id, and nothing stands for data alone.
            if (planned is null && name == "id")
                continue;
            string what = owner.Length == 0 ? name : $"{owner} {name}";
            if (name == "data")
                ObserveKeys(planned ?? new PlanNode(), what, value);
            else
                ObserveValue(planned, what, value);
        }
    }

    private void ObserveChannels(JsonElement channels)
    {
        foreach (JsonElement channel in channels.EnumerateArray())
        {
            string type = ProfileChange.Text(channel, "type") ?? "";
            string platform = ProfileChange.Text(channel, "platform") ?? "";
            if (_user.Find("channels")?.Find(type)?.Find(platform) is { } planned)
                Mark(planned);
            else
                _unplanned.TryAdd($"channels.{new PlanStep(type)}.{new PlanStep(platform)}", "");
        }
    }

    private void ObserveKeys(PlanNode node, string what, JsonElement owner)
    {
        foreach (JsonProperty property in owner.EnumerateObject())
            ObserveValue(node.Find(property.Name), $"{what}.{new PlanStep(property.Name)}", property.Value);
    }

    private void ObserveValue(PlanNode? planned, string what, JsonElement value)
    {
        if (planned is null)
        {
            _unplanned.TryAdd(what, ShapeCheck.Describe(value));
            return;
        }

        Mark(planned);
        if (planned.Shapes.Count > 0 && !planned.Shapes.Any(shape => ShapeCheck.Fits(value, shape)))
            _different.TryAdd(what, $"planned {Shapes(planned)}, arrived {ShapeCheck.Describe(value)}");
        if (planned.HasChildren)
            ObserveInner(planned, what, value);
    }

    // The keys of the objects in an array have the path of the array.
    private void ObserveInner(PlanNode node, string what, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Object)
        {
            ObserveKeys(node, what, value);
        }
        else if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement item in value.EnumerateArray())
                ObserveInner(node, what, item);
        }
    }

    private static void Mark(PlanNode? node)
    {
        if (node is not null)
            node.HasArrived = true;
    }

    private static string Shapes(PlanNode node) => string.Join(" or ", node.Shapes);

    private static string WhatOf(string eventName, string path) => path is "" or "event" ? $"event {PlanText.Literal(eventName)}" : $"event {PlanText.Literal(eventName)} {path}";
}
