using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Diagnostics.Tracing;
using Microsoft.Extensions.Logging;

namespace Vero.Typed.Client.Tests;

/// <summary>Listens to everything that a process tells about its HTTP calls, each line marked with the place it came from.</summary>
internal sealed class Eavesdropper : IDisposable, ILoggerProvider, IObserver<DiagnosticListener>
{
    private readonly ConcurrentQueue<string> _heard = new();
    private readonly ConcurrentBag<IDisposable> _subscriptions = [];
    private readonly ActivityListener _activities;
    private readonly MeterListener _meters = new();
    private readonly Events _events;

    public Eavesdropper()
    {
        _activities = new ActivityListener
        {
            ShouldListenTo = static _ => true,
            Sample = static (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = HearActivity,
        };
        ActivitySource.AddActivityListener(_activities);
        _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
        _meters.InstrumentPublished = static (instrument, self) => self.EnableMeasurementEvents(instrument);
        _meters.SetMeasurementEventCallback<int>((instrument, _, tags, _) => HearTags(instrument, tags));
        _meters.SetMeasurementEventCallback<double>((instrument, _, tags, _) => HearTags(instrument, tags));
        _meters.SetMeasurementEventCallback<long>((instrument, _, tags, _) => HearTags(instrument, tags));
        _meters.Start();
        _events = new Events(this);
    }

    /// <summary>From which places a text was heard.</summary>
    public IEnumerable<string> WhoSaid(string text) => _heard
        .Where(line => line.Contains(text, StringComparison.OrdinalIgnoreCase))
        .Select(line => line[..line.IndexOf(':')])
        .Distinct()
        .Order(StringComparer.Ordinal);

    public void Dispose()
    {
        _events.Dispose();
        _meters.Dispose();
        _activities.Dispose();
        foreach (IDisposable subscription in _subscriptions)
            subscription.Dispose();
    }

    ILogger ILoggerProvider.CreateLogger(string categoryName) => new Logger(this, categoryName);

    void IObserver<DiagnosticListener>.OnNext(DiagnosticListener value) => _subscriptions.Add(value.Subscribe(new DiagnosticEvents(this)));

    void IObserver<DiagnosticListener>.OnCompleted()
    {
    }

    void IObserver<DiagnosticListener>.OnError(Exception error) => throw error;

    private void Hear(string place, string text) => _heard.Enqueue($"{place}: {text}");

    private void HearActivity(Activity activity)
    {
        Hear("Activity", $"{activity.DisplayName} {activity.StatusDescription} {string.Join(' ', activity.TagObjects)} {string.Join(' ', activity.Baggage)}");
        foreach (ActivityEvent e in activity.Events)
            Hear("Activity", $"{e.Name} {string.Join(' ', e.Tags)}");
    }

    private void HearTags(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        Hear("Metric", $"{instrument.Name} {string.Join(' ', tags.ToArray())}");

    private sealed class Logger(Eavesdropper eavesdropper, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            eavesdropper.Hear("Log", $"{category} {state} {Values(state)}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            eavesdropper.Hear("Log", $"{category} {formatter(state, exception)} {state} {Values(state)} {exception}");

        private static string Values<TState>(TState state) =>
            state is IEnumerable<KeyValuePair<string, object?>> values ? string.Join(' ', values) : "";
    }

    private sealed class DiagnosticEvents(Eavesdropper eavesdropper) : IObserver<KeyValuePair<string, object?>>
    {
        public void OnNext(KeyValuePair<string, object?> value)
        {
            // As Application Insights and OpenTelemetry do: whatever the event carries.
            IEnumerable<object?> parts = value.Value?.GetType().GetProperties().Select(property => property.GetValue(value.Value)) ?? [];
            eavesdropper.Hear("DiagnosticListener", $"{value.Key} {string.Join(' ', parts)}");
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error) => throw error;
    }

    private sealed class Events(Eavesdropper eavesdropper) : EventListener
    {
        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            // The private sources dump the raw bytes of the sockets; nothing keeps those from whoever may switch them on.
            if (eventSource.Name.StartsWith("System.Net.", StringComparison.Ordinal))
                EnableEvents(eventSource, EventLevel.LogAlways, EventKeywords.All);
        }

        protected override void OnEventWritten(EventWrittenEventArgs eventData) =>
            eavesdropper?.Hear("EventSource", $"{eventData.EventName} {string.Join(' ', eventData.Payload ?? (IEnumerable<object?>)[])}");
    }
}
