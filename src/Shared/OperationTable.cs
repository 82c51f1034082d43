namespace Vero.Typed;

/// <summary>What is known of one operation: the only place that says it.</summary>
internal sealed class OperationFacts(VeroOperation operation, string name, string method, string path, TimeSpan? repeatableFor = null)
{
    /// <summary>The operation.</summary>
    public VeroOperation Operation { get; } = operation;

    /// <summary>Its name in envelopes, metrics, traces and messages.</summary>
    public string Name { get; } = name;

    /// <summary>The HTTP method.</summary>
    public string Method { get; } = method;

    /// <summary>The path below the base address.</summary>
    public string Path { get; } = path;

    /// <summary>
    /// How long after its first attempt a request may be sent again; null means at any time. Vero drops events that repeat within a few
    /// minutes, so only a prompt repetition of an event is still one event.
    /// </summary>
    public TimeSpan? RepeatableFor { get; } = repeatableFor;
}

/// <summary>The operations, from Vero's API documentation and, where it is silent, from its own clients.</summary>
internal static class OperationTable
{
    private static readonly OperationFacts[] Rows =
    [
        new(VeroOperation.Identify, "identify", "POST", "users/track"),
        new(VeroOperation.Track, "track", "POST", "events/track", repeatableFor: TimeSpan.FromSeconds(120)),
        new(VeroOperation.Alias, "alias", "PUT", "users/reidentify"),
        new(VeroOperation.Unsubscribe, "unsubscribe", "POST", "users/unsubscribe"),
        new(VeroOperation.Resubscribe, "resubscribe", "POST", "users/resubscribe"),
        new(VeroOperation.DeleteUser, "delete_user", "POST", "users/delete"),
        new(VeroOperation.EditTags, "edit_tags", "PUT", "users/tags/edit"),
    ];

    public static IReadOnlyList<OperationFacts> All => Rows;

    public static OperationFacts Of(VeroOperation operation) => Rows[(int)operation];

    public static OperationFacts? Find(string name) => Array.Find(Rows, row => row.Name == name);
}
