namespace Vero.Typed;

/// <summary>The right of this process to deliver one shard.</summary>
internal abstract class ShardHold : IAsyncDisposable
{
    /// <summary>Throws if the right was lost, with the connection that held it, for example.</summary>
    public abstract Task CheckAsync(CancellationToken cancellationToken);

    public abstract ValueTask DisposeAsync();
}
