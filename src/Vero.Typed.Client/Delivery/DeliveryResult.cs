namespace Vero.Typed;

/// <summary>What became of one item, and why. Every result is a <see cref="DeliveryResult{T}"/>; this base serves code for items of any type.</summary>
public abstract class DeliveryResult
{
    private protected DeliveryResult(VeroRequest? request, DeliveryStatus status, Exception? exception)
    {
        if (request is null && status is not (DeliveryStatus.NotSent or DeliveryStatus.NotSerialized))
            throw new ArgumentNullException(nameof(request), $"Only a result that is NotSent or NotSerialized has no request; this one is {status}.");

        Request = request;
        Status = status;
        Exception = exception;
    }

    /// <summary>The item; for a sequence of requests, the request itself.</summary>
    public object? Item => GetItem();

    /// <summary>The request, or null if none could be made of the item.</summary>
    public VeroRequest? Request { get; }

    /// <summary>What became of it.</summary>
    public DeliveryStatus Status { get; }

    /// <summary>
    /// The reason, where there is more to say than <see cref="Status"/>: a <see cref="VeroException"/>, an
    /// <see cref="OperationCanceledException"/> if the call was cancelled, or whatever a member of the item has thrown. Null otherwise.
    /// </summary>
    public Exception? Exception { get; }

    /// <summary>The status, and the message of a <see cref="VeroException"/>; nothing of the user, so that the string is safe to log.</summary>
    /// <returns>A string such as <c>Rejected: Vero responded with status 400.</c></returns>
    public override string ToString() => ReasonOf(Exception) is { } reason ? $"{Status}: {reason}" : Status.ToString();

    // The text of other exceptions may contain anything.
    internal static string? ReasonOf(Exception? exception) => exception is VeroException ? exception.Message : exception?.GetType().ToString();

    private protected abstract object? GetItem();
}
