using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Vero.Typed;

/// <summary>What one client tells those who watch it. Where nobody does, a call costs the question.</summary>
internal sealed class ClientTelemetry
{
    private static readonly ActivitySource Activities = new(VeroTelemetry.ActivitySourceName);
    private static readonly Meter SharedMeter = new(VeroTelemetry.MeterName);

    // From a fast answer to the longest time that a call takes by default.
    private static readonly InstrumentAdvice<double> Buckets = new()
    {
        HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10, 20, 30],
    };

    private readonly string _clientName;
    private readonly Histogram<double> _duration;
    private readonly Counter<long> _requests;
    private readonly Counter<long> _retries;

    /// <param name="meters">The meters of the application; null for those of the process.</param>
    /// <param name="clientName">The name of the client; empty if it has none.</param>
    public ClientTelemetry(IMeterFactory? meters = null, string clientName = "")
    {
        Meter meter = meters?.Create(VeroTelemetry.MeterName) ?? SharedMeter;
        _clientName = clientName;
        _duration = meter.CreateHistogram(
            "vero.client.identify.duration", "s", "How long a call took, with its retries.", tags: null, advice: Buckets);
        _requests = meter.CreateCounter<long>("vero.client.identify.requests", "{request}", "Calls that have ended.");
        _retries = meter.CreateCounter<long>("vero.client.identify.retries", "{attempt}", "Attempts after the first one of a call.");
    }

    /// <summary>Of clients that are made without dependency injection.</summary>
    public static ClientTelemetry Shared { get; } = new();

    public bool IsWatched => Activities.HasListeners() || _duration.Enabled || _requests.Enabled || _retries.Enabled;

    public static void AddClientName(ref TagList tags, string name)
    {
        if (name.Length > 0)
            tags.Add("vero.client.name", name);
    }

    public Activity? StartActivity()
    {
        Activity? activity = Activities.StartActivity("vero identify", ActivityKind.Client);
        if (_clientName.Length > 0)
            activity?.SetTag("vero.client.name", _clientName);
        return activity;
    }

    public void CountRetry()
    {
        var tags = default(TagList);
        AddClientName(ref tags, _clientName);
        _retries.Add(1, tags);
    }

    public void CountCall(double seconds, string outcome, string? errorType, int? status)
    {
        TagList tags = new() { { "outcome", outcome } };
        AddClientName(ref tags, _clientName);
        if (errorType is not null)
            tags.Add("error.type", errorType);
        if (status is not null)
            tags.Add("http.response.status_code", status.Value);
        _duration.Record(seconds, tags);
        _requests.Add(1, tags);
    }
}
