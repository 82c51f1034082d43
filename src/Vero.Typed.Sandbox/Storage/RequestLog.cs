namespace Vero.Typed.Sandbox.Storage;

/// <summary>All requests, in the order of their answers.</summary>
internal sealed class RequestLog
{
    private readonly Lock _gate = new();
    private readonly List<SandboxRequest> _requests = [];

    public void Add(SandboxRequest request)
    {
        lock (_gate)
            _requests.Add(request);
    }

    public IReadOnlyList<SandboxRequest> Snapshot()
    {
        lock (_gate)
            return [.. _requests];
    }
}
