namespace Vero.Typed;

/// <summary>What waits in the queue: a request, or what became of one that could not be made.</summary>
internal readonly struct QueuedRequest
{
    public QueuedRequest(IdentifyRequest request) => Request = request;

    public QueuedRequest(UndeliveredRequest failure) => Failure = failure;

    public IdentifyRequest? Request { get; }

    public UndeliveredRequest? Failure { get; }
}
