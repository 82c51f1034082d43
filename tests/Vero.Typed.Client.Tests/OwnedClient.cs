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

    /// <summary>After all that has happened, the same client still does its work.</summary>
    public async Task AssertNextCallSucceedsAsync(LoopbackServer server)
    {
        server.Respond = LoopbackServer.Answer(200, LoopbackServer.Accepted);
        server.Requests.Clear();

        await SendAsync();

        Assert.Equal(Clients.Request.ToJson(), server.Single.Text);
    }

    public void Dispose() => owner.Dispose();
}
