namespace Vero.Typed.Sandbox.Contract;

/// <summary>Which rule of Vero.Typed guards which part of a body.</summary>
internal static class ViolationRules
{
    private static readonly (string Path, string Rule)[] Table =
    [
        ("/id", "VERO001"),
        ("/identity", "VERO001"),
        ("/identity/id", "VERO001"),
        ("/email", "VERO006"),
        ("/identity/email", "VERO006"),
        ("/channels", "VERO016"),
        ("/data/timezone", "VERO104"),
        ("/data/language", "VERO106"),
        ("/event_name", "VERO020"),
        ("/extras/created_at", "VERO023"),
    ];

    public static IEnumerable<string> All => Table.Select(static row => row.Rule).Distinct();

    /// <summary>The rule of the nearest row at or above a location.</summary>
    public static string? Find(string path) => Table
        .Where(row => path == row.Path || path.StartsWith(row.Path + "/", StringComparison.Ordinal))
        .OrderByDescending(static row => row.Path.Length)
        .Select(static row => row.Rule)
        .FirstOrDefault();
}
