namespace Vero.Typed;

/// <summary>What became of one item of a bulk run or of the queue.</summary>
public enum DeliveryStatus
{
    /// <summary>Vero has accepted the request.</summary>
    Delivered,

    /// <summary>Vero has rejected the request and would reject it again: a <see cref="VeroApiException"/> that is not transient.</summary>
    Rejected,

    /// <summary>
    /// The request was neither accepted nor rejected, after all retries: no connection, a timeout, a server error, a cancelled call. Vero may have
    /// received it.
    /// </summary>
    Failed,

    /// <summary>The request was not sent, because the run or the application ended first.</summary>
    NotSent,

    /// <summary>No request could be made of the item: the function that makes it threw or returned null.</summary>
    NotSerialized,

    /// <summary>The request was not sent, because the client's options exclude it.</summary>
    Suppressed,
}
