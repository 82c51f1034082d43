using Polly;
using Polly.Retry;

namespace Vero.Typed;

/// <summary>Sends a request again after failures that may pass, within the time of the call.</summary>
internal sealed class VeroRetries
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(8);
    private static readonly ResiliencePropertyKey<Repetition> RepetitionKey = new("Vero.Typed.Repetition");

    // Of an attempt, only whether it was the last one: what it ended with is kept by the repetition.
    private readonly ResiliencePipeline<bool> _pipeline;
#if !NET8_0_OR_GREATER
    // Not safe for several threads at once.
    private static readonly Random Chance = new();
#endif

    private readonly ResilienceHandlers _handlers;
    private readonly Func<double> _random;

    /// <param name="time">The clock by which waits are measured.</param>
    /// <param name="handlers">Tells whether somebody else repeats.</param>
    /// <param name="random">Gives numbers from 0 to below 1.</param>
    public VeroRetries(TimeProvider time, ResilienceHandlers handlers, Func<double>? random = null)
    {
        _handlers = handlers;
        _random = random ?? NextRandom;
        _pipeline = new ResiliencePipelineBuilder<bool> { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions<bool>
            {
                // That of the options, which may change while the client lives, counts in ShouldHandle.
                MaxRetryAttempts = VeroClientOptionsValidator.MostRetries,
                ShouldHandle = static args => new ValueTask<bool>(
                    args.Context.Properties.GetValue(RepetitionKey, null!).GoesOn()),
                DelayGenerator = static args => new ValueTask<TimeSpan?>(args.Context.Properties.GetValue(RepetitionKey, null!).Wait),
            })
            .Build();
    }

    /// <summary>The longest wait before an attempt: twice as long each time.</summary>
    /// <param name="attempts">How many there were, 1 or more.</param>
    public static TimeSpan LongestBackoff(int attempts)
    {
        double seconds = FirstWait.TotalSeconds * Math.Pow(2, attempts - 1);
        return seconds < LongestWait.TotalSeconds ? TimeSpan.FromSeconds(seconds) : LongestWait;
    }

    /// <summary>Goes on after a first attempt that has failed.</summary>
    /// <remarks>Begins there, so that a call which succeeds at once, as nearly all do, costs nothing of this.</remarks>
    /// <param name="call">The call.</param>
    /// <param name="failure">What its first attempt ended with.</param>
    /// <returns>What the last attempt ended with, or null if Vero has accepted the request.</returns>
    public async ValueTask<VeroException?> RepeatAsync(VeroCall call, VeroException failure)
    {
        var repetition = new Repetition(this, call, failure);
        ResilienceContext context = ResilienceContextPool.Shared.Get(call.Deadline);
        try
        {
            context.Properties.Set(RepetitionKey, repetition);
            await _pipeline.ExecuteAsync(static (_, repetition) => repetition.NextAsync(), context, repetition).ConfigureAwait(false);
            return repetition.Explain();
        }
        catch (OperationCanceledException exception)
        {
            return call.Translate(exception, repetition.Failure);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private static double NextRandom()
    {
#if NET8_0_OR_GREATER
#pragma warning disable CA5394 // Waits are spread over time, not kept secret.
        return Random.Shared.NextDouble();
#pragma warning restore CA5394
#else
        lock (Chance)
            return Chance.NextDouble();
#endif
    }

    private sealed class Repetition(VeroRetries retries, VeroCall call, VeroException first)
    {
        private bool _isFirstSeen;
        private bool _isAskedToWaitTooLong;

        /// <summary>What the latest attempt ended with; null if Vero has accepted the request.</summary>
        public VeroException? Failure { get; private set; } = first;

        /// <summary>How long to wait before the next attempt.</summary>
        public TimeSpan Wait { get; private set; }

        /// <summary>Makes the next attempt.</summary>
        public async ValueTask<bool> NextAsync()
        {
            // The pipeline wants to see every attempt, and the first one was made before.
            if (_isFirstSeen)
                Failure = await call.AttemptAsync(before: Failure).ConfigureAwait(false);
            _isFirstSeen = true;
            return Failure is null;
        }

        /// <summary>Whether there is to be another attempt, and when.</summary>
        public bool GoesOn()
        {
            if (Failure is not { IsTransient: true } || call.Attempts > call.Endpoint.MaxRetries || call.Deadline.IsCancellationRequested)
                return false;
            if (retries._handlers.AreInstalled() || call.WasMarked)
                return false;

            // Full jitter: clients that failed together do not come back together.
            TimeSpan? asked = (Failure as VeroApiException)?.RetryAfter;
            Wait = asked ?? TimeSpan.FromTicks((long)(LongestBackoff(call.Attempts).Ticks * retries._random()));
            bool isInTime = Wait < call.Remaining;
            _isAskedToWaitTooLong = asked is not null && !isInTime;
            return isInTime;
        }

        /// <summary>What the call ends with.</summary>
        public VeroException? Explain()
        {
            if (!_isAskedToWaitTooLong || Failure is not VeroApiException { RetryAfter: { } asked } refusal)
                return Failure;

            return new VeroApiException(
                $"{refusal.Message} It asks to wait {asked:c}, which is more than was left of the {call.Endpoint.Timeout:c} that the call may take "
                    + "(VeroClientOptions.Timeout), so the request was not sent again.",
                refusal.StatusCode,
                refusal.VeroMessage,
                asked);
        }
    }
}
