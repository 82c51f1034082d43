using System.Diagnostics;
using System.Globalization;

namespace Vero.Typed;

/// <summary>One call that somebody watches.</summary>
internal sealed class WatchedCall(ClientTelemetry telemetry, TimeProvider time) : IDisposable
{
    private readonly Activity? _activity = telemetry.StartActivity();
    private readonly long _start = time.GetTimestamp();
    private int _attempts;

    /// <summary>Whether the call sends nothing.</summary>
    public bool IsDryRun { get; set; }

    /// <summary>An attempt begins.</summary>
    /// <param name="endpoint">Where it goes.</param>
    /// <param name="before">What the attempt before it ended with, if any.</param>
    public void Attempt(VeroEndpoint endpoint, VeroException? before)
    {
        _attempts++;
        if (before is null)
        {
            _activity?.SetTag("server.address", endpoint.Address.IdnHost);
            _activity?.SetTag("server.port", endpoint.Address.Port);
            return;
        }

        telemetry.CountRetry();
        _activity?.AddEvent(new ActivityEvent("vero.retry", time.GetUtcNow(), new ActivityTagsCollection { { "error.type", TypeOf(before) } }));
    }

    public void Succeeded() => End(IsDryRun ? "dry_run" : "delivered", null);

    public void Failed(Exception exception) => End(exception is VeroApiException { IsTransient: false } ? "rejected" : "failed", exception);

    public void Dispose() => _activity?.Dispose();

    // As the semantic conventions have it: the status, where there is one.
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
        telemetry.CountCall(time.GetElapsedTime(_start).TotalSeconds, outcome, type, status);
        if (_activity is null)
            return;

        _activity.SetTag("outcome", outcome);
        _activity.SetTag("vero.attempts", _attempts);
        if (type is null)
            return;

        // No description: it would be the one text that is not made of known words.
        _activity.SetStatus(ActivityStatusCode.Error);
        _activity.SetTag("error.type", type);
        if (status is not null)
            _activity.SetTag("http.response.status_code", status);
    }
}
