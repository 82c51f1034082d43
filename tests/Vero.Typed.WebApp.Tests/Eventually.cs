namespace Vero.Typed.WebApp.Tests;

internal static class Eventually
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);

    /// <summary>Waits until something is so, and fails when it takes too long.</summary>
    public static Task IsAsync(Func<bool> condition, string what) => IsAsync(() => Task.FromResult(condition()), what);

    /// <summary>Waits until something is so, and fails when it takes too long.</summary>
    public static async Task IsAsync(Func<Task<bool>> condition, string what)
    {
        long start = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(start) < Deadline, $"Not within {Deadline}: {what}");
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }
}
