using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using WebApp.Delivery;

namespace Vero.Typed.WebApp.Tests;

/// <summary>Keeps what the replay logs, each line with its level.</summary>
internal sealed class ReplayLog : ILogger<UndeliveredReplay>
{
    private readonly ConcurrentQueue<string> _lines = new();

    public IReadOnlyList<string> Lines => [.. _lines];

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Enqueue($"{logLevel}: {formatter(state, exception)}");
}
