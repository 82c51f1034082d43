using System.Collections.Concurrent;
using System.Threading.RateLimiting;

namespace Vero.Typed.Client.Tests.Bulk;

/// <summary>A run is interrupted at any moment, by anything: nothing that was read gets lost, and nothing is told or sent twice.</summary>
public sealed class InterruptionTests
{
    private const int Requests = 400;
    private const int Customers = 40;

    // As many moments of each phase.
    private const int Seeds = 8;

    /// <summary>Where the interruption comes from.</summary>
    public enum Phase
    {
        Sequence,
        Limiter,
        Call,
        Outcome,
        Progress,
        AnotherThread,
    }

    public static MatrixTheoryData<Phase, BulkKind> CancellationCases => new(Enum.GetValues<Phase>(), Enum.GetValues<BulkKind>());

    public static MatrixTheoryData<Phase, BulkKind> ExceptionCases =>
        new(Enum.GetValues<Phase>().Where(static phase => phase is not Phase.AnotherThread), Enum.GetValues<BulkKind>());

    [Theory]
    [MemberData(nameof(CancellationCases))]
    public async Task Whenever_it_is_cancelled_every_request_that_was_read_is_told_once(Phase phase, BulkKind kind)
    {
        for (int seed = 0; seed < Seeds; seed++)
            await InterruptAsync(phase, kind, seed, isCancelled: true);
    }

    [Theory]
    [MemberData(nameof(ExceptionCases))]
    public async Task Whenever_something_throws_every_request_that_was_read_is_told_once(Phase phase, BulkKind kind)
    {
        for (int seed = 0; seed < Seeds; seed++)
            await InterruptAsync(phase, kind, seed, isCancelled: false);
    }

    private static async Task InterruptAsync(Phase phase, BulkKind kind, int seed, bool isCancelled)
    {
        var random = new Random(seed);
        int moment = random.Next(1, Requests);
        int[] seen = new int[Enum.GetValues<Phase>().Length];
        using var cancelling = new CancellationTokenSource();
        void Pass(Phase at)
        {
            if (at != phase || Interlocked.Increment(ref seen[(int)at]) != moment)
                return;
            if (!isCancelled)
                throw new InvalidTimeZoneException();
            cancelling.Cancel();
        }

        var told = new ConcurrentQueue<DeliveryResult>();
        var sent = new ConcurrentDictionary<string, byte>();
        DeliveryCounts? last = null;
        var client = new ScriptedClient(async (request, cancel) =>
        {
            Assert.True(sent.TryAdd(Numbered.NameOf(request), 0));
            Pass(Phase.Call);
            if (request.UserId[^1] % 3 == 0)
                await Task.Yield();
            cancel.ThrowIfCancellationRequested();
        });
        var source = new WatchedSource(Enumerable.Range(0, Requests).Select(i =>
        {
            Pass(Phase.Sequence);
            return Numbered.Request(FormattableString.Invariant($"user {i * 7 % Customers}"), i);
        }));
        using var limiter = new Turnstile(() => Pass(Phase.Limiter));
        var options = new VeroBulkOptions
        {
            MaxConcurrency = random.Next(1, 9),
            RateLimiter = limiter,
            OnResult = outcome =>
            {
                told.Enqueue(outcome);
                Pass(Phase.Outcome);
                return default;
            },
            Progress = new Told(counts =>
            {
                last = counts;
                Pass(Phase.Progress);
            }),
        };
        if (phase is Phase.AnotherThread)
            _ = Task.Run(cancelling.Cancel, CancellationToken.None);

        Exception? exception = await Record.ExceptionAsync(() => BulkTests.RunAsync(kind, client, source, options, cancelling.Token));

        // Progress is told ten times a second only, so the moment may never come.
        if (exception is not null || phase is not (Phase.Progress or Phase.AnotherThread))
        {
            if (isCancelled)
                Assert.Equal(cancelling.Token, Assert.IsType<OperationCanceledException>(exception, exactMatch: false).CancellationToken);
            else
                Assert.IsType<InvalidTimeZoneException>(exception);
        }

        source.AssertReadOnceAndDisposed();
        string[] names = [.. told.Select(static outcome => Numbered.NameOf(outcome.Request!))];
        Assert.Equal(names.Length, names.Distinct().Count());
        Assert.Equal(source.Read, names.Length);
        Assert.Equal(
            sent.Keys.Order(StringComparer.Ordinal),
            told.Where(static outcome => outcome.Status is not DeliveryStatus.NotSent).Select(static outcome => Numbered.NameOf(outcome.Request!)).Order(StringComparer.Ordinal));
        Assert.Equal(
            [.. Enum.GetValues<DeliveryStatus>().Select(kindOfOutcome => told.LongCount(outcome => outcome.Status == kindOfOutcome))],
            [last!.Delivered, last.Rejected, last.Failed, last.NotSent, last.NotSerialized, last.Suppressed]);
        foreach (IGrouping<string, DeliveryResult> customer in told.Where(static outcome => outcome.Status is not DeliveryStatus.NotSent).GroupBy(static outcome => outcome.Request!.UserId))
            Assert.Equal(customer.Select(static outcome => Numbered.NumberOf(outcome.Request!)).Order(), customer.Select(static outcome => Numbered.NumberOf(outcome.Request!)));
    }

    private sealed class Told(Action<DeliveryCounts> tell) : IProgress<DeliveryCounts>
    {
        public void Report(DeliveryCounts value) => tell(value);
    }

    /// <summary>Lets everybody through, after a moment.</summary>
    private sealed class Turnstile(Action pass) : RateLimiter
    {
        public override TimeSpan? IdleDuration => null;

        public override RateLimiterStatistics? GetStatistics() => null;

        protected override RateLimitLease AttemptAcquireCore(int permitCount) => throw new NotSupportedException();

        protected override async ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken)
        {
            pass();
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            return new Lease();
        }

        private sealed class Lease : RateLimitLease
        {
            public override bool IsAcquired => true;

            public override IEnumerable<string> MetadataNames => [];

            public override bool TryGetMetadata(string metadataName, out object? metadata)
            {
                metadata = null;
                return false;
            }
        }
    }
}
