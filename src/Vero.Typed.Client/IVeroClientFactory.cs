namespace Vero.Typed;

/// <summary>Creates clients whose credentials are known only at run time, such as one for each tenant. Safe for concurrent use.</summary>
/// <remarks>
/// All of them share one handler chain and its connections. A credential belongs to the client that was created with it: handlers, logs and traces see
/// it as little as that of <c>AddVero</c>. To change a credential, create another client.
/// </remarks>
public interface IVeroClientFactory
{
    /// <summary>Creates a client. It costs little enough to create one for each call, and there is nothing to dispose.</summary>
    /// <param name="options">The settings; copied.</param>
    /// <returns>The client.</returns>
    /// <exception cref="ArgumentException">The options are not valid; the message lists every problem.</exception>
    IVeroClient Create(VeroClientOptions options);

    /// <summary>Creates a queue that sends with a client of its own. Disposing it asynchronously drains it; no host does.</summary>
    /// <param name="options">The settings of the client; copied.</param>
    /// <param name="queue">The settings of the queue; null for the defaults.</param>
    /// <returns>The queue.</returns>
    /// <exception cref="ArgumentException">The options are not valid; the message lists every problem.</exception>
    IOwnedVeroQueue CreateQueue(VeroClientOptions options, VeroQueueOptions? queue = null);
}
