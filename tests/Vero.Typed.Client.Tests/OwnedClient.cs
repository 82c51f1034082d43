namespace Vero.Typed.Client.Tests;

/// <summary>A client together with what must be disposed with it.</summary>
internal sealed class OwnedClient(IVeroClient client, IDisposable owner) : IDisposable
{
    // No test waits longer than this for anything, however the client misbehaves.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public IVeroClient Client => client;

    public Task SendAsync() => SendAsync(Clients.Request);

    public Task SendAsync(IdentifyRequest request) => WaitAsync(client.IdentifyAsync(request, TestContext.Current.CancellationToken));

    public Task SendCancellableAsync(CancellationToken cancellationToken) => WaitAsync(client.IdentifyAsync(Clients.Request, cancellationToken));

    private static Task WaitAsync(Task task) => task.WaitAsync(Patience, CancellationToken.None);

    public void Dispose() => owner.Dispose();
}
