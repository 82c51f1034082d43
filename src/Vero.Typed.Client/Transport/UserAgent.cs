using System.Runtime.InteropServices;

namespace Vero.Typed;

/// <summary>The User-Agent header: which version of the client runs on which framework.</summary>
internal static class UserAgent
{
    public const string HeaderName = "User-Agent";

    /// <summary>For example <c>Vero.Typed/1.0.0 (.NET 10.0)</c>.</summary>
    public static string Value { get; } = $"Vero.Typed/{ClientVersion.Value} ({ShortNameOf(RuntimeInformation.FrameworkDescription)})";

    // ".NET 10.0.1" and ".NET Framework 4.8.9181.0", without what changes from patch to patch.
    private static string ShortNameOf(string framework)
    {
        string[] parts = framework.Split('.');
        return parts.Length < 4 ? framework : string.Join(".", parts, 0, 3);
    }
}
