namespace Vero.Typed.TestSupport;

/// <summary>Waits for what another thread or process does.</summary>
public static class Eventually
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);

    /// <summary>Waits until a condition holds.</summary>
    /// <exception cref="TimeoutException">It does not within 30 seconds.</exception>
    public static Task IsAsync(Func<bool> condition, string what, CancellationToken cancellationToken) =>
        IsAsync(() => Task.FromResult(condition()), what, cancellationToken);

    /// <summary>Waits until a condition holds.</summary>
    /// <exception cref="TimeoutException">It does not within 30 seconds.</exception>
    public static async Task IsAsync(Func<Task<bool>> condition, string what, CancellationToken cancellationToken)
    {
        long start = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            if (TimeProvider.System.GetElapsedTime(start) >= Deadline)
                throw new TimeoutException($"Not within {Deadline}: {what}");
            await Task.Delay(10, cancellationToken);
        }
    }
}
