using System.Text;
using Vero.Typed.Sandbox;

namespace Vero.Typed.WebApp.Tests;

internal static class Arrived
{
    /// <summary>The bodies that Vero accepted, in the order of their arrival.</summary>
    public static string[] Bodies(this VeroSandbox vero) =>
        [.. vero.Requests.Where(static request => request.Status == 200).Select(static request => Encoding.UTF8.GetString(request.Body.Span))];

    /// <summary>Waits until that many were accepted.</summary>
    public static async Task<string[]> BodiesAsync(this VeroSandbox vero, int count)
    {
        await Eventually.IsAsync(() => vero.Bodies().Length >= count, $"{count} requests have arrived", TestContext.Current.CancellationToken);
        return vero.Bodies();
    }
}
