namespace Vero.Typed;

/// <summary>An item whose request is not made yet.</summary>
internal sealed class EnlistedItem(object item, Func<VeroRequest> toRequest, string client, string id)
{
    public object Item { get; } = item;

    public string Client { get; } = client;

    /// <summary>The key of the row, which has the place of the call among the others.</summary>
    public string Id { get; } = id;

    public VeroRequest ToRequest() => toRequest();
}
