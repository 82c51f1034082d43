using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Vero.Typed;

/// <summary>The gauges. Their values are read from the store every few seconds while somebody listens, because a listener cannot wait.</summary>
internal sealed class DeliveryTelemetry : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private readonly IVeroDelivery _delivery;
    private readonly DeliveryContext _context;
    private readonly Meter? _owned;
    private readonly Instrument[] _gauges;
    private readonly CancellationTokenSource _stopping = new();
    private volatile VeroDeliveryStatus? _status;
    private Task _reading = Task.CompletedTask;

    /// <param name="delivery">Reads the status.</param>
    /// <param name="context">Has the clock and the logger.</param>
    /// <param name="meters">The meters of the application; null for one of its own.</param>
    public DeliveryTelemetry(IVeroDelivery delivery, DeliveryContext context, IMeterFactory? meters)
    {
        _delivery = delivery;
        _context = context;
        Meter meter = meters?.Create(VeroTelemetry.MeterName) ?? (_owned = new Meter(VeroTelemetry.MeterName));
        _gauges =
        [
            meter.CreateObservableGauge("vero.delivery.pending", ReadPending, "{operation}", "Operations that are pending in the store."),
            meter.CreateObservableGauge("vero.delivery.oldest_age", ReadOldestAge, "s", "How long the oldest pending operation has been waiting."),
            meter.CreateObservableGauge("vero.delivery.paused", ReadPaused, "{client}", "1 for each client whose deliveries are paused for this instance."),
        ];
    }

    public void Start() => _reading = Task.Run(() => ReadAsync(_stopping.Token), CancellationToken.None);

    public async Task StopAsync()
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        await _reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose()
    {
        _stopping.Cancel();
        _stopping.Dispose();
        _owned?.Dispose();
    }

    private async Task ReadAsync(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(Interval, _context.Time);
        do
        {
            if (!Array.Exists(_gauges, static gauge => gauge.Enabled))
                continue;
            try
            {
                _status = await _delivery.GetStatusAsync(stopping).ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // Old values would say that all is well.
                _status = null;
                DeliveryLog.StatusUnreadable(_context.Logger, exception);
            }
        }
        while (await timer.WaitForNextTickAsync(stopping).ConfigureAwait(false));
    }

    private IEnumerable<Measurement<long>> ReadPending() => _status is { } status ? [new Measurement<long>(status.Pending)] : [];

    private IEnumerable<Measurement<double>> ReadOldestAge() =>
        _status is { } status ? [new Measurement<double>(status.OldestAge?.TotalSeconds ?? 0)] : [];

    private IEnumerable<Measurement<int>> ReadPaused()
    {
        if (_status is not { } status)
            return [];
        var clients = status.Pauses.Select(static pause => pause.Client).Distinct(StringComparer.Ordinal).ToList();
        if (clients.Count == 0)
            return [new Measurement<int>(0)];
        return clients.Select(static client =>
        {
            TagList tags = default;
            if (client.Length > 0)
                tags.Add("vero.client.name", client);
            return new Measurement<int>(1, tags);
        });
    }
}
