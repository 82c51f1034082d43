namespace Vero.Typed;

/// <summary>Sends requests to Vero. Safe to use from any number of threads at once.</summary>
public interface IVeroClient
{
    /// <summary>Creates or updates the profile of one customer.</summary>
    /// <remarks>
    /// Vero answers when it has accepted the request, not when it has stored it. Sending the same request again is safe: Identify
    /// creates or updates. The client itself does so after failures that may pass (<see cref="VeroClientOptions.MaxRetries"/>); what it throws is
    /// the last of them, with <see cref="VeroException.Attempts"/>.
    /// </remarks>
    /// <param name="request">The request, made by <c>ToIdentifyRequest()</c>.</param>
    /// <param name="cancellationToken">Gives up the call. Vero may have accepted the request all the same.</param>
    /// <returns>A task that ends when Vero has accepted the request.</returns>
    /// <exception cref="VeroApiException">Vero refused the request.</exception>
    /// <exception cref="VeroConnectionException">Vero could not be reached, or the connection broke.</exception>
    /// <exception cref="VeroTimeoutException">There was no complete answer within <see cref="VeroClientOptions.Timeout"/>.</exception>
    /// <exception cref="VeroProtocolException">The answer is not one that Vero gives.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled; it also wins over a timeout.</exception>
    /// <exception cref="ObjectDisposedException">The client was disposed.</exception>
    Task IdentifyAsync(IdentifyRequest request, CancellationToken cancellationToken = default);
}
