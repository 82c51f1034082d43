using Microsoft.Extensions.Time.Testing;

namespace Vero.Typed.Client.Tests;

/// <summary>Time limits that one call after another uses.</summary>
public sealed class DeadlinesTests
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(5);

    [Fact]
    public void A_time_limit_is_used_again_and_nothing_of_the_call_before_is_left()
    {
        var deadlines = new Deadlines(TimeProvider.System);
        CancellationTokenSource first = deadlines.Start(Long);
        int called = 0;
        first.Token.Register(() => called++);
        deadlines.End(first);

        CancellationTokenSource second = deadlines.Start(Long);
        Assert.Same(first, second);
        Assert.NotSame(second, deadlines.Start(Long));
        second.Cancel();

        Assert.Equal(0, called);
    }

    [Fact]
    public async Task The_time_of_the_next_call_begins_with_it()
    {
        var deadlines = new Deadlines(TimeProvider.System);
        CancellationTokenSource deadline = deadlines.Start(TimeSpan.FromMilliseconds(200));
        deadlines.End(deadline);
        Assert.Same(deadline, deadlines.Start(Long));
        await Task.Delay(400, TestContext.Current.CancellationToken);
        Assert.False(deadline.IsCancellationRequested);
        deadlines.End(deadline);

        Assert.Same(deadline, deadlines.Start(TimeSpan.FromMilliseconds(1)));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.Delay(Long, deadline.Token));
    }

    [Fact]
    public void One_that_was_cancelled_is_not_used_again()
    {
        var deadlines = new Deadlines(TimeProvider.System);
        CancellationTokenSource cancelled = deadlines.Start(Long);
        cancelled.Cancel();
        deadlines.End(cancelled);

        Assert.NotSame(cancelled, deadlines.Start(Long));
        Assert.Throws<ObjectDisposedException>(() => cancelled.Token);
    }

    [Fact]
    public void One_of_another_clock_is_not_used_again()
    {
        var deadlines = new Deadlines(new FakeTimeProvider());
        CancellationTokenSource deadline = deadlines.Start(Long);
        deadlines.End(deadline);

        Assert.NotSame(deadline, deadlines.Start(Long));
        Assert.Throws<ObjectDisposedException>(() => deadline.Token);
    }

    [Fact]
    public void Only_so_many_are_kept()
    {
        var deadlines = new Deadlines(TimeProvider.System);
        CancellationTokenSource[] all = [.. Enumerable.Range(0, 1000).Select(_ => deadlines.Start(Long))];
        Array.ForEach(all, deadlines.End);

        HashSet<CancellationTokenSource> kept = [.. Enumerable.Range(0, 1000).Select(_ => deadlines.Start(Long))];
        kept.IntersectWith(all);
        Assert.Equal(256, kept.Count);
    }
}
