namespace Vero.Typed;

/// <summary>One item that was read from the source, with its request if one could be made.</summary>
internal sealed class PendingDelivery<T>
{
    public PendingDelivery(T item, VeroRequest request)
    {
        Item = item;
        Request = request;

        // Kept, because ids are decoded from the body.
        Id = request.UserId;
        NewId = (request as AliasRequest)?.NewUserId;
    }

    public PendingDelivery(T item, Exception? failure)
    {
        Item = item;
        Failure = failure;
        Id = "";
    }

    public T Item { get; }

    public VeroRequest? Request { get; }

    /// <summary>Why there is no request.</summary>
    public Exception? Failure { get; }

    /// <summary>The id of the user; for an alias, the old one.</summary>
    public string Id { get; }

    /// <summary>The new id of an alias; otherwise null.</summary>
    public string? NewId { get; }

    /// <summary>How many earlier requests it waits for.</summary>
    public int WaitsFor { get; set; }
}
