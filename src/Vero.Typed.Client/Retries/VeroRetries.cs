#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;
#endif
using Polly;
using Polly.Retry;

namespace Vero.Typed;

/// <summary>Runs calls: sends the request, and retries transient failures within the time limit of the call and of its operation.</summary>
internal sealed class VeroRetries
{
    private static readonly TimeSpan FirstBackoff = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan MaxBackoff = TimeSpan.FromSeconds(8);
#if !NET8_0_OR_GREATER
    // Not safe for concurrent use.
    private static readonly Random Jitter = new();
#endif

    // The result of an attempt is the call, which knows how it went.
    private readonly ResiliencePipeline<VeroCall> _pipeline;
    private readonly HandlerRetries _handlers;
    private readonly Func<double> _random;

    /// <param name="time">The clock that measures waits.</param>
    /// <param name="handlers">Notices handlers of the HttpClient that retry.</param>
    /// <param name="random">Returns numbers from 0 to below 1.</param>
    public VeroRetries(TimeProvider time, HandlerRetries handlers, Func<double>? random = null)
    {
        _handlers = handlers;
        _random = random ?? NextRandom;
        _pipeline = new ResiliencePipelineBuilder<VeroCall> { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions<VeroCall>
            {
                // The limit of the options, which may change while the client lives, is checked in ShouldRetry.
                MaxRetryAttempts = VeroClientOptionsValidator.MostRetries,
                ShouldHandle = args => new ValueTask<bool>(args.Outcome.Result is { } call && ShouldRetry(call)),
                DelayGenerator = args => new ValueTask<TimeSpan?>(NextWait(args.Outcome.Result!)),
            })
            .Build();
    }

    /// <summary>The upper limit of the wait before an attempt, which doubles each time.</summary>
    /// <param name="attempts">The number of attempts so far, 1 or more.</param>
    public static TimeSpan LongestBackoff(int attempts)
    {
        double seconds = FirstBackoff.TotalSeconds * Math.Pow(2, attempts - 1);
        return seconds < MaxBackoff.TotalSeconds ? TimeSpan.FromSeconds(seconds) : MaxBackoff;
    }

    /// <summary>Runs a call to its end; its <see cref="VeroCall.Failure"/> says how it went.</summary>
    /// <param name="call">The call.</param>
#if NET8_0_OR_GREATER
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
#endif
    public async ValueTask RunAsync(VeroCall call)
    {
        ResilienceContext context = ResilienceContextPool.Shared.Get(call.Deadline);
        Outcome<VeroCall> outcome = await _pipeline.ExecuteOutcomeAsync(static (_, call) => call.AttemptAsync(), context, call).ConfigureAwait(false);
        ResilienceContextPool.Shared.Return(context);

        // Between attempts, or the attempt itself was ended.
        if (outcome.Exception is OperationCanceledException canceled)
            call.Interrupt(canceled);
        else
            outcome.ThrowIfException();
    }

    private static double NextRandom()
    {
#if NET8_0_OR_GREATER
#pragma warning disable CA5394 // Jitter need not be unpredictable.
        return Random.Shared.NextDouble();
#pragma warning restore CA5394
#else
        lock (Jitter)
            return Jitter.NextDouble();
#endif
    }

    private static TimeSpan TimeLeftToRetry(VeroCall call) => call.RepeatableTimeLeft is { } repeatable && repeatable < call.TimeLeft ? repeatable : call.TimeLeft;

    private bool ShouldRetry(VeroCall call)
    {
        if (call.Failure is not { IsTransient: true } || call.Attempts > call.Settings.MaxRetries || call.Deadline.IsCancellationRequested)
            return false;
        if (call.WasRetriedByHandler && !call.Settings.IsMaxRetriesSet)
        {
            _handlers.Log();
            return false;
        }

        TimeSpan timeLeft = TimeLeftToRetry(call);
        if (call.Failure is VeroApiException { RetryAfter: { } retryAfter } failure && retryAfter >= timeLeft)
        {
            call.EndWith(failure, timeLeft < call.TimeLeft
                ? ErrorMessages.RetryAfterTooLong(retryAfter, call.Operation)
                : ErrorMessages.RetryAfterTooLong(retryAfter, timeLeft));
            return false;
        }

        return timeLeft > TimeSpan.Zero;
    }

    private TimeSpan NextWait(VeroCall call)
    {
        if (call.Failure is VeroApiException { RetryAfter: { } retryAfter })
            return retryAfter;

        // Full jitter: clients that failed together do not come back together. No wait exceeds the time left.
        TimeSpan longest = LongestBackoff(call.Attempts);
        TimeSpan timeLeft = TimeLeftToRetry(call);
        return TimeSpan.FromTicks((long)((timeLeft < longest ? Math.Max(0, timeLeft.Ticks) : longest.Ticks) * _random()));
    }
}
