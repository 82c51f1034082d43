using System.Collections.Concurrent;

namespace Vero.Typed.Client.Tests;

/// <summary>Collects exceptions of tasks that nobody has looked at.</summary>
internal sealed class UnobservedExceptions : IDisposable
{
    private readonly ConcurrentQueue<AggregateException> _seen = new();

    public UnobservedExceptions()
    {
        Collect();
        TaskScheduler.UnobservedTaskException += Add;
    }

    /// <summary>Those that have come up since the beginning.</summary>
    public IReadOnlyCollection<AggregateException> Find()
    {
        Collect();
        return _seen;
    }

    public void Dispose() => TaskScheduler.UnobservedTaskException -= Add;

    // They come up when the task is collected, and its holder may be collected only after that.
    private static void Collect()
    {
        for (int i = 0; i < 2; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }

    private void Add(object? sender, UnobservedTaskExceptionEventArgs e) => _seen.Enqueue(e.Exception);
}
