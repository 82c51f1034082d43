using System.Text.RegularExpressions;

namespace Vero.Typed.TestHarness;

/// <summary>Sources as an editor on Windows may write them: with its line endings, and with tabs.</summary>
public static partial class WindowsSources
{
    /// <summary>The same source with other line endings and tabs.</summary>
    public static string From(string source) =>
        Indentation().Replace(source, static indentation => indentation.Value.Replace("    ", "\t", StringComparison.Ordinal)).ReplaceLineEndings("\r\n");

    [GeneratedRegex("^ +", RegexOptions.Multiline)]
    private static partial Regex Indentation();
}
