namespace Vero.Typed;

/// <summary>A sequence whose elements are there at once.</summary>
internal sealed class SynchronousSource(IEnumerable<IdentifyRequest> requests) : IAsyncEnumerable<IdentifyRequest>
{
    public IAsyncEnumerator<IdentifyRequest> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        new Enumerator(requests.GetEnumerator());

    private sealed class Enumerator(IEnumerator<IdentifyRequest> inner) : IAsyncEnumerator<IdentifyRequest>
    {
        public IdentifyRequest Current => inner.Current;

        public ValueTask<bool> MoveNextAsync() => new(inner.MoveNext());

        public ValueTask DisposeAsync()
        {
            inner.Dispose();
            return default;
        }
    }
}
