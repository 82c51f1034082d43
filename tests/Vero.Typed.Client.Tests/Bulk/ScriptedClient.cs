using System.Collections.Concurrent;

namespace Vero.Typed.Client.Tests.Bulk;

/// <summary>A client that answers as the test says, and watches that no customer has two requests under way.</summary>
internal sealed class ScriptedClient(Func<IdentifyRequest, CancellationToken, Task> answer) : IVeroClient
{
    private readonly ConcurrentDictionary<string, byte> _underWay = new();
    private int _concurrency;
    private int _highestConcurrency;

    public static Func<IdentifyRequest, CancellationToken, Task> Accept { get; } = static (_, _) => Task.CompletedTask;

    /// <summary>The names of the requests in the order in which their calls began.</summary>
    public ConcurrentQueue<string> Begun { get; } = new();

    public int HighestConcurrency => _highestConcurrency;

    public async Task SendAsync(VeroRequest veroRequest, CancellationToken cancellationToken = default)
    {
        var request = (IdentifyRequest)veroRequest;
        string id = request.UserId;
        Assert.True(_underWay.TryAdd(id, 0), "There are two requests of one customer under way.");
        int concurrency = Interlocked.Increment(ref _concurrency);
        InterlockedMax(ref _highestConcurrency, concurrency);
        Begun.Enqueue(Numbered.NameOf(request));
        try
        {
            await answer(request, cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref _concurrency);
            _underWay.TryRemove(id, out _);
        }
    }

    private static void InterlockedMax(ref int highest, int value)
    {
        int seen = Volatile.Read(ref highest);
        while (value > seen)
            seen = Interlocked.CompareExchange(ref highest, value, seen) is var before && before == seen ? value : before;
    }
}
