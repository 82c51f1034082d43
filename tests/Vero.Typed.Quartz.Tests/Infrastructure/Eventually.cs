using System.Diagnostics;

namespace Vero.Typed.Quartz.Tests;

internal static class Eventually
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    public static async Task BecomesTrueAsync(Func<bool> condition, string what)
    {
        var watch = Stopwatch.StartNew();
        while (!condition())
        {
            Assert.True(watch.Elapsed < Limit, what);
            await Task.Delay(20);
        }
    }
}
