using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Vero.Typed;

/// <summary>Instruments of one client. Nothing is allocated without listeners.</summary>
internal sealed class ClientTelemetry
{
    private static readonly ActivitySource Activities = new(VeroTelemetry.ActivitySourceName);
    private static readonly Meter SharedMeter = new(VeroTelemetry.MeterName);
    private static readonly string[] ActivityNames = [.. OperationTable.All.Select(static operation => $"vero {operation.Name}")];

    // From a fast response to the default time limit of a call.
    private static readonly InstrumentAdvice<double> Buckets = new()
    {
        HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10, 20, 30],
    };

    private readonly string _clientName;
    private readonly Histogram<double> _duration;
    private readonly Counter<long> _requests;
    private readonly Counter<long> _retries;

    /// <param name="meters">The application's meters; null for those of the process.</param>
    /// <param name="clientName">The name of the client; empty if it has none.</param>
    public ClientTelemetry(IMeterFactory? meters = null, string clientName = "")
    {
        Meter meter = meters?.Create(VeroTelemetry.MeterName) ?? SharedMeter;
        _clientName = clientName;
        _duration = meter.CreateHistogram(
            "vero.client.request.duration", "s", "Duration of calls, retries included.", tags: null, advice: Buckets);
        _requests = meter.CreateCounter<long>("vero.client.requests", "{request}", "Completed calls.");
        _retries = meter.CreateCounter<long>("vero.client.retries", "{attempt}", "Attempts after the first one of a call.");
    }

    /// <summary>For clients that are created without dependency injection.</summary>
    public static ClientTelemetry Shared { get; } = new();

    public bool HasListeners => Activities.HasListeners() || _duration.Enabled || _requests.Enabled || _retries.Enabled;

    public static void AddClientName(ref TagList tags, string name)
    {
        if (name.Length > 0)
            tags.Add("vero.client.name", name);
    }

    /// <summary>Runs code that calls listeners, whose exceptions must not change the outcome of a call.</summary>
    public static void Guard<T>(T state, Action<T> notify)
    {
        try
        {
            notify(state);
        }
        catch (Exception)
        {
            // Of a listener. It belongs to the application's diagnostics, and there is nobody else to report it to.
        }
    }

    public Activity? StartActivity(VeroOperation operation)
    {
        try
        {
            return StartActivityUnguarded(operation);
        }
        catch (Exception)
        {
            // Of a listener, as in Guard.
            return null;
        }
    }

    private Activity? StartActivityUnguarded(VeroOperation operation)
    {
        Activity? activity = Activities.StartActivity(ActivityNames[(int)operation], ActivityKind.Client);
        activity?.SetTag("vero.operation", OperationTable.Of(operation).Name);
        if (_clientName.Length > 0)
            activity?.SetTag("vero.client.name", _clientName);
        return activity;
    }

    public void CountRetry(VeroOperation operation)
    {
        Guard((counter: _retries, tags: NewTags(operation)), static retry => retry.counter.Add(1, retry.tags));
    }

    public void CountCall(VeroOperation operation, double seconds, string outcome, string? errorType, int? status)
    {
        TagList tags = NewTags(operation);
        tags.Add("outcome", outcome);
        if (errorType is not null)
            tags.Add("error.type", errorType);
        if (status is not null)
            tags.Add("http.response.status_code", status.Value);
        Guard((_duration, seconds, tags), static call => call._duration.Record(call.seconds, call.tags));
        Guard((_requests, tags), static call => call._requests.Add(1, call.tags));
    }

    private TagList NewTags(VeroOperation operation)
    {
        TagList tags = new() { { "vero.operation", OperationTable.Of(operation).Name } };
        AddClientName(ref tags, _clientName);
        return tags;
    }
}
