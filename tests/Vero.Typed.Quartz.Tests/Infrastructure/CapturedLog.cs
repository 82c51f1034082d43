using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Vero.Typed.Quartz.Tests;

internal sealed class CapturedLog : ILoggerProvider
{
    private readonly ConcurrentQueue<(LogLevel Level, EventId Id, string Text)> _lines = new();

    public IEnumerable<(LogLevel Level, EventId Id, string Text)> Lines => _lines;

    public string Text => string.Join(Environment.NewLine, _lines.Select(static line => $"{line.Level} {line.Id.Name}: {line.Text}"));

    public int Count(string eventName) => _lines.Count(line => line.Id.Name == eventName);

    public ILogger CreateLogger(string categoryName) => new Logger(this);

    public void Dispose()
    {
    }

    private sealed class Logger(CapturedLog log) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Debug;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            log._lines.Enqueue((logLevel, eventId, $"{formatter(state, exception)} {exception}"));
    }
}
