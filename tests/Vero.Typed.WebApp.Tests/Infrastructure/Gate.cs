namespace Vero.Typed.WebApp.Tests;

/// <summary>Stands before the connection to Vero and lets nothing through until it is opened.</summary>
internal sealed class Gate : DelegatingHandler
{
    private readonly TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Open() => _opened.SetResult();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await _opened.Task.WaitAsync(cancellationToken);
        return await base.SendAsync(request, cancellationToken);
    }
}
