using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Vero.Typed;

/// <summary>Instruments of one queue.</summary>
internal sealed class QueueTelemetry : IDisposable
{
    private readonly string _clientName;
    private readonly Counter<long> _undelivered;
    private readonly Meter? _owned;

    /// <param name="meters">The application's meters; null for a meter that is disposed with the queue.</param>
    /// <param name="clientName">The name of the client; empty if it has none.</param>
    /// <param name="depth">Returns the number of items that are not completed.</param>
    public QueueTelemetry(IMeterFactory? meters, string clientName, Func<int> depth)
    {
        Meter meter = meters?.Create(VeroTelemetry.MeterName) ?? (_owned = new Meter(VeroTelemetry.MeterName));
        _clientName = clientName;
        meter.CreateObservableGauge("vero.delivery.queue.depth", () => Measure(depth), "{request}", "Enqueued items that are not completed.");
        _undelivered = meter.CreateCounter<long>("vero.delivery.queue.undelivered", "{request}", "Enqueued items that could not be delivered.");
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
