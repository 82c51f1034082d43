namespace Vero.Typed;

/// <summary>Sends many requests: a file, a table, a million customers.</summary>
/// <remarks>
/// <para>
/// Several requests are under way at the same time, but never two of one customer: requests of one id are sent in the order of the sequence,
/// each after the one before has ended, with all its retries. Those of other customers go on meanwhile.
/// </para>
/// <para>
/// Memory stays constant, however long the sequence is. It is read only when there is a worker for the next request: one element after the
/// other, never by two threads at once, not on the caller's thread. Requests whose customer still has one under way wait, at most 1,000 of
/// them; after that, the sequence is read on when some of them have gone.
/// </para>
/// <para>
/// A request that is rejected, or that fails after its retries, does not stop the others. These end the run: a refused token (status 401 or
/// 403), an exception of the sequence, of a callback or of the rate limiter, any exception of the client that is not a
/// <see cref="VeroException"/>, and cancellation. After an exception of the sequence, what was taken from it before is sent; otherwise
/// no further request is sent, and those that were taken from the sequence are told as <see cref="IdentifyOutcomeKind.NotSent"/>. Each
/// request that was taken is told once, before the call ends, and the sequence's enumerator is disposed.
/// </para>
/// </remarks>
public static class VeroBulkExtensions
{
    /// <summary>Sends every request of a sequence.</summary>
    /// <param name="client">What to send with.</param>
    /// <param name="requests">
    /// The requests; enumerated once, while sending. An exception of the sequence itself, such as one of a <c>ToIdentifyRequest()</c> in a
    /// <c>Select</c>, ends the run.
    /// </param>
    /// <param name="options">How to send, and what to be told; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the run. Requests under way are given up; Vero may have accepted them all the same.</param>
    /// <returns>How many requests ended in which way, when all of them have ended.</returns>
    /// <exception cref="VeroApiException">Vero refused the token (status 401 or 403).</exception>
    /// <exception cref="ArgumentException">The sequence holds null.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled before all was sent.</exception>
    public static Task<IdentifyCounts> IdentifyAllAsync(
        this IVeroClient client,
        IEnumerable<IdentifyRequest> requests,
        VeroBulkOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        if (client is null)
            throw new ArgumentNullException(nameof(client));
        if (requests is null)
            throw new ArgumentNullException(nameof(requests));

        return BulkDelivery.SendAllAsync(client, new SynchronousSource(requests), options ?? new VeroBulkOptions(), cancellationToken);
    }

    /// <summary>Sends every request of a sequence that is itself asynchronous, such as the rows of a query.</summary>
    /// <param name="client">What to send with.</param>
    /// <param name="requests">
    /// The requests; enumerated once, while sending. Its enumerator is given a token that is cancelled when the run ends early: if it
    /// ignores the token, the call ends only after the element that is being waited for.
    /// </param>
    /// <param name="options">How to send, and what to be told; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the run. Requests under way are given up; Vero may have accepted them all the same.</param>
    /// <returns>How many requests ended in which way, when all of them have ended.</returns>
    /// <exception cref="VeroApiException">Vero refused the token (status 401 or 403).</exception>
    /// <exception cref="ArgumentException">The sequence holds null.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled before all was sent.</exception>
    public static Task<IdentifyCounts> IdentifyStreamAsync(
        this IVeroClient client,
        IAsyncEnumerable<IdentifyRequest> requests,
        VeroBulkOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        if (client is null)
            throw new ArgumentNullException(nameof(client));
        if (requests is null)
            throw new ArgumentNullException(nameof(requests));

        return BulkDelivery.SendAllAsync(client, requests, options ?? new VeroBulkOptions(), cancellationToken);
    }
}
