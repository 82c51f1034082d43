using System.Data.Common;

namespace Vero.Typed;

/// <summary>Deliveries that survive a crash: requests are rows in a database, and are delivered in order per user after their transaction has committed.</summary>
/// <remarks>Added by <c>AddVeroDurableDelivery</c>. Safe to use from any number of threads.</remarks>
public interface IVeroDelivery
{
    /// <summary>Gives a client that writes its requests into your transaction instead of sending them: delivered if you commit, gone if you roll back.</summary>
    /// <remarks>
    /// <c>await delivery.Enlist(transaction).IdentifyAsync(customer.ToIdentifyRequest());</c> One INSERT for each request. Call
    /// <see cref="Wake"/> after the commit to deliver at once instead of within <see cref="VeroDeliveryOptions.PollInterval"/>. An event
    /// without a <c>created_at</c> is an <see cref="ArgumentException"/>, because it may be sent hours later.
    /// </remarks>
    /// <param name="transaction">An open transaction of the database that the store is in.</param>
    /// <param name="client">The name of the client that is to deliver; empty for the client without a name.</param>
    /// <returns>The client.</returns>
    /// <exception cref="ArgumentException">The transaction has ended.</exception>
    IVeroClient Enlist(DbTransaction transaction, string client = "");

    /// <summary>Writes a request in a transaction of its own: it survives a crash from the moment this call returns.</summary>
    /// <param name="request">The request.</param>
    /// <param name="client">The name of the client that is to deliver; empty for the client without a name.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that completes when the request is stored.</returns>
    Task EnqueueAsync(VeroRequest request, string client = "", CancellationToken cancellationToken = default);

    /// <summary>Looks for committed requests now.</summary>
    void Wake();

    /// <summary>Stops the deliveries of a client on all instances, until <see cref="ResumeAsync"/>. Restarts do not end the pause.</summary>
    /// <param name="reason">Why, for the status and the health check. No personal data.</param>
    /// <param name="client">The name of the client; empty for the client without a name.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that completes when the pause is stored. Calls in flight complete; other instances stop within about half a second.</returns>
    Task PauseAsync(string reason, string client = "", CancellationToken cancellationToken = default);

    /// <summary>Ends every pause of a client, those after a rejected credential included.</summary>
    /// <param name="client">The name of the client; empty for the client without a name.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that completes when the pause is gone.</returns>
    Task ResumeAsync(string client = "", CancellationToken cancellationToken = default);

    /// <summary>Reads what is pending, how old the oldest is, which clients are paused and how many dead letters there are.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The status.</returns>
    Task<VeroDeliveryStatus> GetStatusAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Forgets a user: removes the pending operations and the dead letters of the user, and enqueues the deletion of the profile at Vero.
    /// </summary>
    /// <remarks>
    /// What is pending before an alias of the user is still sent, because it belongs to the other user too: forget that user as well. A call in
    /// flight completes; the deletion follows it.
    /// </remarks>
    /// <param name="user">The user.</param>
    /// <param name="client">The name of the client; empty for the client without a name.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that completes when the rows are gone and the deletion is stored.</returns>
    Task ForgetAsync(VeroIdentity user, string client = "", CancellationToken cancellationToken = default);

    /// <summary>Waits until everything that was committed before the call is delivered or a dead letter.</summary>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>A task that completes then.</returns>
    /// <exception cref="InvalidOperationException">A client for which something is pending is paused.</exception>
    Task FlushAsync(CancellationToken cancellationToken = default);

    /// <summary>Reads the dead letters, oldest first.</summary>
    /// <param name="limit">The most that are read.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The dead letters.</returns>
    Task<IReadOnlyList<VeroDeadLetter>> GetDeadLettersAsync(int limit = 1000, CancellationToken cancellationToken = default);

    /// <summary>Makes a dead letter pending again, after everything that is pending now.</summary>
    /// <remarks>A replayed identify overwrites what was delivered of the user since. Where you have the user, enqueue its current state instead.</remarks>
    /// <param name="deadLetter">The dead letter.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>False if it was replayed or forgotten meanwhile.</returns>
    /// <exception cref="VeroSerializationException">The envelope cannot be read.</exception>
    Task<bool> ReplayAsync(VeroDeadLetter deadLetter, CancellationToken cancellationToken = default);
}
