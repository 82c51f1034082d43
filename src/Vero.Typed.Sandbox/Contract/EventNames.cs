namespace Vero.Typed.Sandbox.Contract;

/// <summary>How Vero compares the names of events: letter case, spaces and underscores make no difference.</summary>
internal static class EventNames
{
    private static readonly string[] Reserved = ["Identified", "Visited site", "Viewed page"];

    public static bool AreEqual(string left, string right) => Normalized(left) == Normalized(right);

    public static bool IsReserved(string name) => Array.Exists(Reserved, reserved => AreEqual(reserved, name));

    private static string Normalized(string name) =>
        string.Concat(name.Where(static c => c != '_' && !char.IsWhiteSpace(c))).ToUpperInvariant();
}
