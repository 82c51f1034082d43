namespace Vero.Typed;

/// <summary>What became of one item, and why.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
public sealed class DeliveryResult<T> : DeliveryResult
{
    /// <summary>Creates a result; useful in tests of code that receives one.</summary>
    /// <param name="item">The item.</param>
    /// <param name="request">The request, or null if none could be made of the item.</param>
    /// <param name="status">What became of it.</param>
    /// <param name="exception">The reason, where there is more to say than <paramref name="status"/>.</param>
    /// <exception cref="ArgumentNullException">The request is null, and the status says that there is one.</exception>
    public DeliveryResult(T item, VeroRequest? request, DeliveryStatus status, Exception? exception = null)
        : base(request, status, exception) => Item = item;

    /// <summary>The item; for a sequence of requests, the request itself. It may have changed since the request was made of it.</summary>
    public new T Item { get; }

    private protected override object? GetItem() => Item;
}
