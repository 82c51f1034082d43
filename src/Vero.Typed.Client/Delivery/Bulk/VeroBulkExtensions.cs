using System.Diagnostics.CodeAnalysis;

namespace Vero.Typed;

/// <summary>Sends many requests: those of a file, a table, a million users.</summary>
/// <remarks>
/// <para>
/// Requests are sent concurrently, but those of one user in the order of the sequence: each after the previous one is completed, with all its
/// retries, whatever their operations are. An alias is in order with the requests of both ids.
/// </para>
/// <para>
/// Memory stays constant however long the sequence is. It is read only when there is a worker for the next request: one item after the other,
/// never concurrently, not on the caller's thread. Up to 1,000 requests wait for an earlier one of their user; then reading pauses until half of
/// them are sent.
/// </para>
/// <para>
/// An item that cannot be serialized, a request that is rejected or one that fails after its retries does not stop the others. The run ends early
/// with a rejected credential (status 401 or 403), an exception of the sequence, of a callback or of the rate limiter, an exception of the
/// client that is not a <see cref="VeroException"/>, and cancellation. After an exception of the sequence, what was read before is sent;
/// otherwise nothing more is sent, and what was read has the status <see cref="DeliveryStatus.NotSent"/>. The result of every item that
/// was read is reported once, before the returned task completes, and the sequence's enumerator is disposed.
/// </para>
/// </remarks>
[SuppressMessage("ApiDesign", "RS0026", Justification = "The overloads differ in the types of required parameters.")]
[SuppressMessage("ApiDesign", "RS0027", Justification = "The overloads differ in the types of required parameters.")]
public static class VeroBulkExtensions
{
    /// <summary>Makes an identify request of each item of a sequence, and sends it.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="client">The client.</param>
    /// <param name="items">The items; enumerated once, while sending.</param>
    /// <param name="toRequest">
    /// Makes the request of an item; called for one item at a time, when it is read. If it throws or returns null, the item has the status
    /// <see cref="DeliveryStatus.NotSerialized"/>, and the run continues.
    /// </param>
    /// <param name="options">How to send, and what to report; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the run and its calls in flight. Vero may still have received their requests.</param>
    /// <returns>How many items have which status.</returns>
    /// <exception cref="VeroApiException">Vero rejected the credential (status 401 or 403).</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled before everything was sent.</exception>
    public static Task<DeliveryCounts> IdentifyAllAsync<T>(
        this IVeroClient client,
        IEnumerable<T> items,
        Func<T, IdentifyRequest> toRequest,
        VeroBulkOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        if (items is null)
            throw new ArgumentNullException(nameof(items));
        return RunAsync(client, new SynchronousSource<T>(items), toRequest, options, cancellationToken);
    }

    /// <summary>Sends every request of a sequence.</summary>
    /// <param name="client">The client.</param>
    /// <param name="requests">The requests; enumerated once, while sending. Null has the status <see cref="DeliveryStatus.NotSerialized"/>.</param>
    /// <param name="options">How to send, and what to report; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the run and its calls in flight. Vero may still have received their requests.</param>
    /// <returns>How many items have which status.</returns>
    /// <exception cref="VeroApiException">Vero rejected the credential (status 401 or 403).</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled before everything was sent.</exception>
    public static Task<DeliveryCounts> IdentifyAllAsync(
        this IVeroClient client,
        IEnumerable<IdentifyRequest> requests,
        VeroBulkOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        if (requests is null)
            throw new ArgumentNullException(nameof(requests));
        return RunAsync(client, new SynchronousSource<IdentifyRequest>(requests), static request => request, options, cancellationToken);
    }

    /// <summary>Makes an identify request of each item of an asynchronous sequence, such as the rows of a query, and sends it.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="client">The client.</param>
    /// <param name="items">The items; enumerated once, while sending. Its enumerator's token is cancelled when the run ends early.</param>
    /// <param name="toRequest">
    /// Makes the request of an item; called for one item at a time, when it is read. If it throws or returns null, the item has the status
    /// <see cref="DeliveryStatus.NotSerialized"/>, and the run continues.
    /// </param>
    /// <param name="options">How to send, and what to report; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the run and its calls in flight. Vero may still have received their requests.</param>
    /// <returns>How many items have which status.</returns>
    /// <exception cref="VeroApiException">Vero rejected the credential (status 401 or 403).</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled before everything was sent.</exception>
    public static Task<DeliveryCounts> IdentifyStreamAsync<T>(
        this IVeroClient client,
        IAsyncEnumerable<T> items,
        Func<T, IdentifyRequest> toRequest,
        VeroBulkOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        if (items is null)
            throw new ArgumentNullException(nameof(items));
        return RunAsync(client, items, toRequest, options, cancellationToken);
    }

    /// <summary>Sends every request of an asynchronous sequence, such as the rows of a query.</summary>
    /// <param name="client">The client.</param>
    /// <param name="requests">The requests; enumerated once, while sending. Its enumerator's token is cancelled when the run ends early. Null has the status <see cref="DeliveryStatus.NotSerialized"/>.</param>
    /// <param name="options">How to send, and what to report; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the run and its calls in flight. Vero may still have received their requests.</param>
    /// <returns>How many items have which status.</returns>
    /// <exception cref="VeroApiException">Vero rejected the credential (status 401 or 403).</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled before everything was sent.</exception>
    public static Task<DeliveryCounts> IdentifyStreamAsync(
        this IVeroClient client,
        IAsyncEnumerable<IdentifyRequest> requests,
        VeroBulkOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        if (requests is null)
            throw new ArgumentNullException(nameof(requests));
        return RunAsync(client, requests, static request => request, options, cancellationToken);
    }

    /// <summary>Makes a track request of each item of a sequence, and sends it.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="client">The client.</param>
    /// <param name="items">The items; enumerated once, while sending.</param>
    /// <param name="toRequest">
    /// Makes the request of an item; called for one item at a time, when it is read. If it throws or returns null, the item has the status
    /// <see cref="DeliveryStatus.NotSerialized"/>, and the run continues.
    /// </param>
    /// <param name="options">How to send, and what to report; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the run and its calls in flight. Vero may still have received their requests.</param>
    /// <returns>How many items have which status.</returns>
    /// <exception cref="VeroApiException">Vero rejected the credential (status 401 or 403).</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled before everything was sent.</exception>
    public static Task<DeliveryCounts> TrackAllAsync<T>(
        this IVeroClient client,
        IEnumerable<T> items,
        Func<T, TrackRequest> toRequest,
        VeroBulkOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        if (items is null)
            throw new ArgumentNullException(nameof(items));
        return RunAsync(client, new SynchronousSource<T>(items), toRequest, options, cancellationToken);
    }

    /// <summary>Sends every request of a sequence.</summary>
    /// <param name="client">The client.</param>
    /// <param name="requests">The requests; enumerated once, while sending. Null has the status <see cref="DeliveryStatus.NotSerialized"/>.</param>
    /// <param name="options">How to send, and what to report; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the run and its calls in flight. Vero may still have received their requests.</param>
    /// <returns>How many items have which status.</returns>
    /// <exception cref="VeroApiException">Vero rejected the credential (status 401 or 403).</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled before everything was sent.</exception>
    public static Task<DeliveryCounts> TrackAllAsync(
        this IVeroClient client,
        IEnumerable<TrackRequest> requests,
        VeroBulkOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        if (requests is null)
            throw new ArgumentNullException(nameof(requests));
        return RunAsync(client, new SynchronousSource<TrackRequest>(requests), static request => request, options, cancellationToken);
    }

    /// <summary>Makes a track request of each item of an asynchronous sequence, such as the rows of a query, and sends it.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="client">The client.</param>
    /// <param name="items">The items; enumerated once, while sending. Its enumerator's token is cancelled when the run ends early.</param>
    /// <param name="toRequest">
    /// Makes the request of an item; called for one item at a time, when it is read. If it throws or returns null, the item has the status
    /// <see cref="DeliveryStatus.NotSerialized"/>, and the run continues.
    /// </param>
    /// <param name="options">How to send, and what to report; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the run and its calls in flight. Vero may still have received their requests.</param>
    /// <returns>How many items have which status.</returns>
    /// <exception cref="VeroApiException">Vero rejected the credential (status 401 or 403).</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled before everything was sent.</exception>
    public static Task<DeliveryCounts> TrackStreamAsync<T>(
        this IVeroClient client,
        IAsyncEnumerable<T> items,
        Func<T, TrackRequest> toRequest,
        VeroBulkOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        if (items is null)
            throw new ArgumentNullException(nameof(items));
        return RunAsync(client, items, toRequest, options, cancellationToken);
    }

    /// <summary>Sends every request of an asynchronous sequence, such as the rows of a query.</summary>
    /// <param name="client">The client.</param>
    /// <param name="requests">The requests; enumerated once, while sending. Its enumerator's token is cancelled when the run ends early. Null has the status <see cref="DeliveryStatus.NotSerialized"/>.</param>
    /// <param name="options">How to send, and what to report; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the run and its calls in flight. Vero may still have received their requests.</param>
    /// <returns>How many items have which status.</returns>
    /// <exception cref="VeroApiException">Vero rejected the credential (status 401 or 403).</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled before everything was sent.</exception>
    public static Task<DeliveryCounts> TrackStreamAsync(
        this IVeroClient client,
        IAsyncEnumerable<TrackRequest> requests,
        VeroBulkOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        if (requests is null)
            throw new ArgumentNullException(nameof(requests));
        return RunAsync(client, requests, static request => request, options, cancellationToken);
    }

    /// <summary>Makes a request of any operation of each item of a sequence, and sends it.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="client">The client.</param>
    /// <param name="items">The items; enumerated once, while sending.</param>
    /// <param name="toRequest">
    /// Makes the request of an item; called for one item at a time, when it is read. If it throws or returns null, the item has the status
    /// <see cref="DeliveryStatus.NotSerialized"/>, and the run continues.
    /// </param>
    /// <param name="options">How to send, and what to report; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the run and its calls in flight. Vero may still have received their requests.</param>
    /// <returns>How many items have which status.</returns>
    /// <exception cref="VeroApiException">Vero rejected the credential (status 401 or 403).</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled before everything was sent.</exception>
    public static Task<DeliveryCounts> SendAllAsync<T>(
        this IVeroClient client,
        IEnumerable<T> items,
        Func<T, VeroRequest> toRequest,
        VeroBulkOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        if (items is null)
            throw new ArgumentNullException(nameof(items));
        return RunAsync(client, new SynchronousSource<T>(items), toRequest, options, cancellationToken);
    }

    /// <summary>Sends every request of a sequence.</summary>
    /// <param name="client">The client.</param>
    /// <param name="requests">The requests; enumerated once, while sending. Null has the status <see cref="DeliveryStatus.NotSerialized"/>.</param>
    /// <param name="options">How to send, and what to report; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the run and its calls in flight. Vero may still have received their requests.</param>
    /// <returns>How many items have which status.</returns>
    /// <exception cref="VeroApiException">Vero rejected the credential (status 401 or 403).</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled before everything was sent.</exception>
    public static Task<DeliveryCounts> SendAllAsync(
        this IVeroClient client,
        IEnumerable<VeroRequest> requests,
        VeroBulkOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        if (requests is null)
            throw new ArgumentNullException(nameof(requests));
        return RunAsync(client, new SynchronousSource<VeroRequest>(requests), static request => request, options, cancellationToken);
    }

    /// <summary>Makes a request of any operation of each item of an asynchronous sequence, such as the rows of a query, and sends it.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="client">The client.</param>
    /// <param name="items">The items; enumerated once, while sending. Its enumerator's token is cancelled when the run ends early.</param>
    /// <param name="toRequest">
    /// Makes the request of an item; called for one item at a time, when it is read. If it throws or returns null, the item has the status
    /// <see cref="DeliveryStatus.NotSerialized"/>, and the run continues.
    /// </param>
    /// <param name="options">How to send, and what to report; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the run and its calls in flight. Vero may still have received their requests.</param>
    /// <returns>How many items have which status.</returns>
    /// <exception cref="VeroApiException">Vero rejected the credential (status 401 or 403).</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled before everything was sent.</exception>
    public static Task<DeliveryCounts> SendStreamAsync<T>(
        this IVeroClient client,
        IAsyncEnumerable<T> items,
        Func<T, VeroRequest> toRequest,
        VeroBulkOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        if (items is null)
            throw new ArgumentNullException(nameof(items));
        return RunAsync(client, items, toRequest, options, cancellationToken);
    }

    /// <summary>Sends every request of an asynchronous sequence, such as the rows of a query.</summary>
    /// <param name="client">The client.</param>
    /// <param name="requests">The requests; enumerated once, while sending. Its enumerator's token is cancelled when the run ends early. Null has the status <see cref="DeliveryStatus.NotSerialized"/>.</param>
    /// <param name="options">How to send, and what to report; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the run and its calls in flight. Vero may still have received their requests.</param>
    /// <returns>How many items have which status.</returns>
    /// <exception cref="VeroApiException">Vero rejected the credential (status 401 or 403).</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled before everything was sent.</exception>
    public static Task<DeliveryCounts> SendStreamAsync(
        this IVeroClient client,
        IAsyncEnumerable<VeroRequest> requests,
        VeroBulkOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        if (requests is null)
            throw new ArgumentNullException(nameof(requests));
        return RunAsync(client, requests, static request => request, options, cancellationToken);
    }

    private static async Task<DeliveryCounts> RunAsync<T>(
        BulkDelivery<T> delivery, CancellationToken cancellationToken)
    {
        using (delivery)
            return await delivery.RunToEndAsync(cancellationToken).ConfigureAwait(false);
    }

    private static Task<DeliveryCounts> RunAsync<T>(
        IVeroClient client, IAsyncEnumerable<T> items, Func<T, VeroRequest> toRequest, VeroBulkOptions? options, CancellationToken cancellationToken)
    {
        if (client is null)
            throw new ArgumentNullException(nameof(client));
        if (toRequest is null)
            throw new ArgumentNullException(nameof(toRequest));
        return RunAsync(new BulkDelivery<T>(client, items, toRequest, options ?? new VeroBulkOptions()), cancellationToken);
    }
}
