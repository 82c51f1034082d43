using System.Threading.Channels;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Time.Testing;

namespace Vero.Typed.Client.Tests.Bulk;

public sealed class RateLimitTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static TheoryData<BulkKind> Kinds => BulkTests.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task No_request_goes_before_the_limiter_permits_it(BulkKind kind)
    {
        await using var limiter = new TokenBucketRateLimiter(new TokenBucketRateLimiterOptions
        {
            TokenLimit = 3,
            TokensPerPeriod = 1,
            ReplenishmentPeriod = TimeSpan.FromDays(1),
            AutoReplenishment = false,
            QueueLimit = 100,
        });
        using var cancelling = new CancellationTokenSource();
        var third = new TaskCompletionSource();
        int sent = 0;
        var client = new ScriptedClient((_, _) =>
        {
            if (Interlocked.Increment(ref sent) == 3)
                third.SetResult();
            return Task.CompletedTask;
        });
        var outcomes = new List<DeliveryStatus>();
        var options = new VeroBulkOptions
        {
            RateLimiter = limiter,
            OnResult = outcome =>
            {
                outcomes.Add(outcome.Status);
                return default;
            },
        };

        Task run = BulkTests.RunAsync(kind, client, new WatchedSource(Numbered.Requests(10)), options, cancelling.Token);
        await third.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);
        await cancelling.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);

        Assert.Equal(3, sent);
        Assert.Equal(3, outcomes.Count(kind => kind is DeliveryStatus.Delivered));
        Assert.All(outcomes.Except([DeliveryStatus.Delivered]), kind => Assert.Equal(DeliveryStatus.NotSent, kind));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_permit_is_held_until_the_request_has_ended_and_the_limiter_is_not_disposed(BulkKind kind)
    {
        await using var limiter = new ConcurrencyLimiter(new ConcurrencyLimiterOptions { PermitLimit = 2, QueueLimit = 100 });
        var client = new ScriptedClient(async (_, _) => await Task.Yield());

        DeliveryCounts counts = await BulkTests.RunAsync(kind, client, new WatchedSource(Numbered.Requests(200)), new VeroBulkOptions { RateLimiter = limiter });

        Assert.Equal(200, counts.Delivered);
        Assert.InRange(client.HighestConcurrency, 1, 2);
        using RateLimitLease lease = limiter.AttemptAcquire(2);
        Assert.True(lease.IsAcquired);
    }

    [Theory]
    [InlineData(7000)]
    [InlineData(null)]
    public async Task A_limiter_that_does_not_queue_is_asked_again_when_it_will_have_permits(int? retryAfter)
    {
        var time = new WatchedTime();
        var limiter = new RefusingLimiter(retryAfter is { } milliseconds ? TimeSpan.FromMilliseconds(milliseconds) : null);
        var client = new ScriptedClient(ScriptedClient.Accept);

        Task<DeliveryCounts> run = BulkTests.RunAsync(
            BulkKind.All, client, new WatchedSource(Numbered.Requests(3)), new VeroBulkOptions { MaxConcurrency = 1, RateLimiter = limiter, TimeProvider = time });
        for (int i = 0; i < 3; i++)
        {
            TimeSpan wait = await time.Timers.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Patience, TestContext.Current.CancellationToken);
            Assert.Equal(TimeSpan.FromMilliseconds(retryAfter ?? 100), wait);
            Assert.Equal(i, client.Begun.Count);
            limiter.Permits = 1;
            time.Advance(wait);
        }

        Assert.Equal(3, (await run).Delivered);
        Assert.Equal(6, limiter.Questions);
    }

    [Fact]
    public async Task A_limiter_that_cannot_be_used_ends_the_run()
    {
        var limiter = new ConcurrencyLimiter(new ConcurrencyLimiterOptions { PermitLimit = 1, QueueLimit = 1 });
        await limiter.DisposeAsync();
        var client = new ScriptedClient(ScriptedClient.Accept);
        var outcomes = new List<string>();
        var options = new VeroBulkOptions
        {
            RateLimiter = limiter,
            MaxConcurrency = 1,
            OnResult = outcome =>
            {
                outcomes.Add(outcome.ToString());
                return default;
            },
        };

        await Assert.ThrowsAsync<ObjectDisposedException>(() => BulkTests.RunAsync(BulkKind.All, client, new WatchedSource(Numbered.Requests(3)), options));

        Assert.Empty(client.Begun);
        Assert.Equal(["NotSent"], outcomes);
    }

    [Fact]
    [FaultRow(84)]
    public async Task A_wait_that_no_timer_can_measure_is_divided()
    {
        var time = new WatchedTime();
        var limiter = new RefusingLimiter(TimeSpan.FromDays(100));
        var client = new ScriptedClient(ScriptedClient.Accept);

        Task<DeliveryCounts> run = BulkTests.RunAsync(
            BulkKind.All, client, new WatchedSource(Numbered.Requests(1)), new VeroBulkOptions { RateLimiter = limiter, TimeProvider = time });
        for (int day = 0; day < 3; day++)
        {
            TimeSpan wait = await time.Timers.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Patience, TestContext.Current.CancellationToken);
            Assert.Equal(TimeSpan.FromDays(1), wait);
            limiter.Permits = day == 2 ? 1 : 0;
            time.Advance(wait);
        }

        Assert.Equal(1, (await run).Delivered);
        Assert.Equal(4, limiter.Questions);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    [FaultRow(84)]
    public async Task A_limiter_that_throws_ends_the_run_whatever_it_throws(BulkKind kind)
    {
        var thrown = new VeroTimeoutException("of the limiter");
        var client = new ScriptedClient(ScriptedClient.Accept);
        var outcomes = new List<string>();
        var options = new VeroBulkOptions
        {
            MaxConcurrency = 1,
            RateLimiter = new ThrowingLimiter(thrown),
            OnResult = result =>
            {
                outcomes.Add(result.ToString());
                return default;
            },
        };

        Assert.Same(thrown, await Assert.ThrowsAsync<VeroTimeoutException>(() => BulkTests.RunAsync(kind, client, new WatchedSource(Numbered.Requests(5)), options)));

        Assert.Empty(client.Begun);
        Assert.Equal(["NotSent"], outcomes);
    }

    [Fact]
    [FaultRow(84)]
    public async Task A_limiter_that_never_grants_holds_the_run_until_it_is_canceled()
    {
        using var cancelling = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        var client = new ScriptedClient(ScriptedClient.Accept);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => BulkTests.RunAsync(
            BulkKind.All, client, new WatchedSource(Numbered.Requests(5)), new VeroBulkOptions { RateLimiter = new RefusingLimiter(null) }, cancelling.Token));

        Assert.Empty(client.Begun);
    }

    private sealed class ThrowingLimiter(Exception exception) : RateLimiter
    {
        public override TimeSpan? IdleDuration => null;

        public override RateLimiterStatistics? GetStatistics() => null;

        protected override RateLimitLease AttemptAcquireCore(int permitCount) => throw new NotSupportedException();

        protected override ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken) => throw exception;
    }

    /// <summary>Says of each timer when it is made.</summary>
    private sealed class WatchedTime : FakeTimeProvider
    {
        private readonly Channel<TimeSpan> _timers = Channel.CreateUnbounded<TimeSpan>();

        public ChannelReader<TimeSpan> Timers => _timers.Reader;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            ITimer timer = base.CreateTimer(callback, state, dueTime, period);
            Assert.True(_timers.Writer.TryWrite(dueTime));
            return timer;
        }
    }

    /// <summary>Gives out the permits that the test has put there, and refuses otherwise.</summary>
    private sealed class RefusingLimiter(TimeSpan? retryAfter) : RateLimiter
    {
        private int _questions;

        public int Permits { get; set; }

        public int Questions => _questions;

        public override TimeSpan? IdleDuration => null;

        public override RateLimiterStatistics? GetStatistics() => null;

        protected override RateLimitLease AttemptAcquireCore(int permitCount) => throw new NotSupportedException();

        protected override ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _questions);
            bool isAcquired = Permits > 0;
            Permits = 0;
            return new ValueTask<RateLimitLease>(new Lease(isAcquired, retryAfter));
        }

        private sealed class Lease(bool isAcquired, TimeSpan? retryAfter) : RateLimitLease
        {
            public override bool IsAcquired => isAcquired;

            public override IEnumerable<string> MetadataNames => retryAfter is null ? [] : [MetadataName.RetryAfter.Name];

            public override bool TryGetMetadata(string metadataName, out object? metadata)
            {
                metadata = metadataName == MetadataName.RetryAfter.Name ? retryAfter : null;
                return metadata is not null;
            }
        }
    }
}
