using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Vero.Typed;

/// <summary>What one queue tells those who watch it.</summary>
internal sealed class QueueTelemetry : IDisposable
{
    private readonly string _clientName;
    private readonly Counter<long> _undelivered;
    private readonly Meter? _owned;

    /// <param name="meters">The meters of the application; null for one of its own, which is gone with the queue.</param>
    /// <param name="clientName">The name of the client; empty if it has none.</param>
    /// <param name="depth">Says how many requests were taken and have not ended yet.</param>
    public QueueTelemetry(IMeterFactory? meters, string clientName, Func<int> depth)
    {
        Meter meter = meters?.Create(VeroTelemetry.MeterName) ?? (_owned = new Meter(VeroTelemetry.MeterName));
        _clientName = clientName;
        meter.CreateObservableGauge("vero.delivery.queue.depth", () => Measure(depth), "{request}", "Requests that were taken and have not ended yet.");
        _undelivered = meter.CreateCounter<long>("vero.delivery.queue.undelivered", "{request}", "Requests that were taken and could not be delivered.");
    }

    public void Dispose() => _owned?.Dispose();

    /// <param name="outcome"><c>rejected</c>, <c>failed</c>, <c>left</c> at shutdown, or <c>not_serialized</c>.</param>
    public void CountUndelivered(string outcome)
    {
        TagList tags = new() { { "outcome", outcome } };
        ClientTelemetry.AddClientName(ref tags, _clientName);
        _undelivered.Add(1, tags);
    }

    private Measurement<int> Measure(Func<int> depth)
    {
        var tags = default(TagList);
        ClientTelemetry.AddClientName(ref tags, _clientName);
        return new Measurement<int>(depth(), tags);
    }
}
