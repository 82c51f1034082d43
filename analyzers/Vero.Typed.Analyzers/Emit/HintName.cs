using System.Globalization;
using System.Text;

namespace Vero.Typed.Analyzers.Emit;

/// <summary>The name of the generated file.</summary>
/// <remarks>
/// One bad or repeated name throws away all output of a generator. Names are compared without case, and many characters are refused,
/// so only letters, digits and dots of the type's name are kept, and a hash of the whole name keeps different types apart.
/// </remarks>
internal static class HintName
{
    private const int LongestReadablePart = 80;

    public static string For(string metadataName)
    {
        var name = new StringBuilder();
        foreach (char c in metadataName)
        {
            if (name.Length == LongestReadablePart)
                break;
            name.Append(c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '.' ? c : '_');
        }

        return name.Append('.').Append(StableHash(metadataName).ToString("x8", CultureInfo.InvariantCulture)).Append(".g.cs").ToString();
    }

    // FNV-1a: string.GetHashCode differs from process to process.
    private static uint StableHash(string text)
    {
        uint hash = 2166136261;
        foreach (char c in text)
            hash = unchecked((((hash ^ (byte)c) * 16777619) ^ (byte)(c >> 8)) * 16777619);
        return hash;
    }
}
