using System.Diagnostics;
using System.Globalization;

namespace Vero.Typed;

/// <summary>Activity and measurements of one call.</summary>
internal sealed class CallTelemetry(ClientTelemetry telemetry, VeroOperation operation, TimeProvider time) : IDisposable
{
    private readonly Activity? _activity = telemetry.StartActivity(operation);
    private readonly long _start = time.GetTimestamp();
    private int _attempts;

    /// <summary>Records that an attempt begins.</summary>
    /// <param name="settings">The settings of the call.</param>
    /// <param name="previous">What was wrong with the previous attempt; null for the first.</param>
    public void Attempt(ClientSettings settings, VeroException? previous)
    {
        _attempts++;
        if (previous is null)
        {
            _activity?.SetTag("server.address", settings.BaseAddress.IdnHost);
            _activity?.SetTag("server.port", settings.BaseAddress.Port);
            return;
        }

        telemetry.CountRetry(operation);
        _activity?.AddEvent(new ActivityEvent("vero.retry", time.GetUtcNow(), new ActivityTagsCollection { { "error.type", TypeOf(previous) } }));
    }

    public void Succeeded(CallOutcome outcome) => End(
        outcome switch
        {
            CallOutcome.DryRun => "dry_run",
            CallOutcome.Suppressed => "suppressed",
            _ => "delivered",
        },
        exception: null);

    public void Failed(Exception exception) => End(exception is VeroApiException { IsTransient: false } ? "rejected" : "failed", exception);

    public void Dispose()
    {
        if (_activity is not null)
            ClientTelemetry.Guard(_activity, static activity => activity.Dispose());
    }

    // As the semantic conventions say: the status, where there is one.
    private static string TypeOf(Exception exception) => exception switch
    {
        VeroApiException api => ((int)api.StatusCode).ToString(CultureInfo.InvariantCulture),
        OperationCanceledException => typeof(OperationCanceledException).FullName!,
        _ => exception.GetType().FullName!,
    };

    private void End(string outcome, Exception? exception)
    {
        string? type = exception is null ? null : TypeOf(exception);
        int? status = (int?)(exception as VeroApiException)?.StatusCode;
        telemetry.CountCall(operation, time.GetElapsedTime(_start).TotalSeconds, outcome, type, status);
        if (_activity is null)
            return;

        _activity.SetTag("outcome", outcome);
        _activity.SetTag("vero.attempts", _attempts);
        if (type is null)
            return;

        // No description: it would be the only text that is not made of known words.
        _activity.SetStatus(ActivityStatusCode.Error);
        _activity.SetTag("error.type", type);
        if (status is not null)
            _activity.SetTag("http.response.status_code", status);
    }
}
