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
    public static string? FindMisspelt(string key, IEnumerable<string>? settings = null)
    {
        string letters = Letters(key);
        foreach (string setting in settings ?? All)
        {
            if (string.Equals(key, setting, StringComparison.OrdinalIgnoreCase))
                return null;

            // One edit; two in names so long that no other word is that close.
            int edits = setting.Length < 8 ? 1 : 2;
            if (Distance(letters, Letters(setting)) <= edits)
                return setting;
        }

        return null;
    }

    private static string Letters(string key) =>
        new([.. key.Where(static c => c is not ('_' or '-' or '.' or ' ')).Select(char.ToLowerInvariant)]);

    /// <summary>The number of letters to delete, insert, replace or swap with their neighbor.</summary>
    private static int Distance(string a, string b)
    {
        var distances = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++)
        {
            for (int j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    distances[i, j] = i + j;
                    continue;
                }

                int replaced = distances[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                int best = Math.Min(replaced, Math.Min(distances[i - 1, j], distances[i, j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    best = Math.Min(best, distances[i - 2, j - 2] + 1);
                distances[i, j] = best;
            }
        }

        return distances[a.Length, b.Length];
    }
}
