using System.Collections;

namespace Vero.Typed.Client.Tests.Bulk;

/// <summary>A sequence that watches how it is read: by one at a time, not before it is needed, disposed once and at the end.</summary>
internal sealed class WatchedSource(IEnumerable<IdentifyRequest?> requests) : IEnumerable<IdentifyRequest>, IAsyncEnumerable<IdentifyRequest>
{
    private int _isReading;
    private int _read;

    public int Read => Volatile.Read(ref _read);

    public int Enumerations { get; private set; }

    public int Disposals { get; private set; }

    public CancellationToken Token { get; private set; }

    /// <summary>Runs before each element.</summary>
    public Func<Task> BeforeEach { get; set; } = static () => Task.CompletedTask;

    public IEnumerator<IdentifyRequest> GetEnumerator() => new Enumerator(this);

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public IAsyncEnumerator<IdentifyRequest> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        Token = cancellationToken;
        return new Enumerator(this);
    }

    public void AssertReadOnceAndDisposed()
    {
        Assert.Equal(1, Enumerations);
        Assert.Equal(1, Disposals);
    }

    private sealed class Enumerator : IEnumerator<IdentifyRequest>, IAsyncEnumerator<IdentifyRequest>
    {
        private readonly WatchedSource _source;
        private readonly IEnumerator<IdentifyRequest?> _inner;

        public Enumerator(WatchedSource source)
        {
            _source = source;
            _source.Enumerations++;
            _inner = source.Requests.GetEnumerator();
        }

        public IdentifyRequest Current => _inner.Current!;

        object IEnumerator.Current => Current;

        public bool MoveNext()
        {
            Enter();
            try
            {
                return Advance();
            }
            finally
            {
                Leave();
            }
        }

        public async ValueTask<bool> MoveNextAsync()
        {
            Enter();
            try
            {
                await _source.BeforeEach();
                await Task.Yield();
                return Advance();
            }
            finally
            {
                Leave();
            }
        }

        public void Dispose()
        {
            Enter();
            _source.Disposals++;
            _inner.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        public void Reset() => throw new NotSupportedException();

        private bool Advance()
        {
            if (!_inner.MoveNext())
                return false;
            Interlocked.Increment(ref _source._read);
            return true;
        }

        private void Enter() => Assert.Equal(0, Interlocked.Exchange(ref _source._isReading, 1));

        private void Leave() => Volatile.Write(ref _source._isReading, 0);
    }

    private IEnumerable<IdentifyRequest?> Requests => requests;
}
