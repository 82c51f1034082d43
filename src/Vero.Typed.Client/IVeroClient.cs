namespace Vero.Typed;

/// <summary>Sends requests to Vero. Safe for concurrent use.</summary>
/// <remarks>
/// The methods for the single operations (<c>IdentifyAsync</c>, <c>AliasAsync</c>, <c>EditTagsAsync</c> ...) and for many requests at a time are
/// extension methods, so that a test double or a decorator implements this one member.
/// </remarks>
public interface IVeroClient
{
    /// <summary>Sends one request.</summary>
    /// <remarks>
    /// <para>
    /// Vero responds when it has accepted the request, not when it has stored it. The client retries transient failures
    /// (<see cref="VeroClientOptions.MaxRetries"/>) and then throws the last one, with <see cref="VeroException.Attempts"/>.
    /// </para>
    /// <para>
    /// Every operation except track has the same effect once or twice, so it is retried at any time. Every accepted identify also records the
    /// event "Identified" in the user's activity log. A track request is retried only within 120 seconds of its first attempt, while Vero
    /// discards duplicates.
    /// </para>
    /// </remarks>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancels the call. Vero may still have received the request.</param>
    /// <returns>A task that completes when Vero has accepted the request.</returns>
    /// <exception cref="VeroApiException">Vero responded with an error.</exception>
    /// <exception cref="VeroConnectionException">Vero could not be reached, or the connection was closed early.</exception>
    /// <exception cref="VeroTimeoutException">There was no complete response within <see cref="VeroClientOptions.Timeout"/>.</exception>
    /// <exception cref="VeroProtocolException">The response is not one of Vero's.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled; this also wins over a timeout.</exception>
    /// <exception cref="ObjectDisposedException">The client was disposed.</exception>
    Task SendAsync(VeroRequest request, CancellationToken cancellationToken = default);
}
