using System.Collections.Concurrent;

namespace Vero.Typed;

/// <summary>
/// Holds a client back while all its calls fail, so that an outage of Vero costs one attempt now and then instead of one for each pending user.
/// </summary>
internal sealed class ClientBreaker(TimeProvider time)
{
    private const int FailuresBeforeOpen = 5;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, State> _states = new(StringComparer.Ordinal);

    public bool IsOpen(string client) => _states.TryGetValue(client, out State? state) && state.IsOpen(time);

    public void Succeeded(string client)
    {
        if (_states.TryGetValue(client, out State? state))
            state.Reset();
    }

    /// <param name="client">The client.</param>
    /// <param name="asked">How long Vero asks all calls of the client to wait; null if it does not.</param>
    public void Failed(string client, TimeSpan? asked) => _states.GetOrAdd(client, static _ => new State()).Fail(time, asked);

    private sealed class State
    {
        private readonly Lock _changing = new();
        private int _failures;
        private long _since;
        private TimeSpan _wait;

        public bool IsOpen(TimeProvider time)
        {
            lock (_changing)
                return _wait > TimeSpan.Zero && time.GetElapsedTime(_since) < _wait;
        }

        public void Reset()
        {
            lock (_changing)
            {
                _failures = 0;
                _wait = TimeSpan.Zero;
            }
        }

        public void Fail(TimeProvider time, TimeSpan? asked)
        {
            lock (_changing)
            {
                // Calls that were in flight when it opened say nothing new.
                if (_wait > TimeSpan.Zero && time.GetElapsedTime(_since) < _wait)
                    return;
                _failures++;
                TimeSpan wait = TimeSpan.Zero;
                if (_failures >= FailuresBeforeOpen)
                    wait = TimeSpan.FromSeconds(Math.Min(LongestWait.TotalSeconds, Math.Pow(2, Math.Min(_failures - FailuresBeforeOpen, 5)) / 2));
                if (asked > wait)
                    wait = asked.Value < DeliveryTimes.LongestBackoff ? asked.Value : DeliveryTimes.LongestBackoff;
                _since = time.GetTimestamp();
                _wait = wait;
            }
        }
    }
}
