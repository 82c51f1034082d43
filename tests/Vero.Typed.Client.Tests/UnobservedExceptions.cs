using System.Collections.Concurrent;

namespace Vero.Typed.Client.Tests;

/// <summary>Collects exceptions of tasks that nobody has looked at.</summary>
public sealed class UnobservedExceptions : IDisposable
{
    private readonly ConcurrentQueue<AggregateException> _seen = new();

    public UnobservedExceptions()
    {
        Collect(times: 1);
        TaskScheduler.UnobservedTaskException += Add;
    }

    /// <summary>Those that have come up since the last time, or the beginning.</summary>
    public IReadOnlyCollection<AggregateException> Find()
    {
        // They come up when the task is collected, and its holder may be collected only after that.
        Collect(times: 2);
        AggregateException[] seen = [.. _seen];
        _seen.Clear();
        return seen;
    }

    public void Dispose() => TaskScheduler.UnobservedTaskException -= Add;

    private static void Collect(int times)
    {
        for (int i = 0; i < times; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }

    private void Add(object? sender, UnobservedTaskExceptionEventArgs e) => _seen.Enqueue(e.Exception);
}
