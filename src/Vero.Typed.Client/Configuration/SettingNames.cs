namespace Vero.Typed;

/// <summary>The settings of a client's section, and their misspellings.</summary>
internal static class SettingNames
{
    private static readonly string[] All =
    [
        nameof(VeroClientOptions.AuthToken),
        nameof(VeroClientOptions.TrackingApiKey),
        nameof(VeroClientOptions.BaseAddress),
        nameof(VeroClientOptions.Timeout),
        nameof(VeroClientOptions.MaxRetries),
        nameof(VeroClientOptions.DryRun),
        nameof(VeroClientOptions.InsecureHosts),
    ];

    /// <summary>The setting that a key misspells, or null: a section may contain other components' keys.</summary>
    /// <param name="key">The key.</param>
    /// <param name="settings">The settings; null for those of a client.</param>
    public static string? FindMisspelt(string key, IReadOnlyList<string>? settings = null) =>
        Misspelling.NearestOf(key, settings ?? All, StringComparison.OrdinalIgnoreCase);
}
