using System.Globalization;
using System.Text;

namespace Vero.Typed.Tests;

/// <summary>
/// RFC 8259 section 7 once more, independently and slowly: quote, backslash and C0 controls are escaped, nothing else; a lone
/// surrogate is U+FFFD.
/// </summary>
internal static class RfcEscaping
{
    public static string Quoted(string text)
    {
        var json = new StringBuilder("\"");
        foreach (Rune rune in text.EnumerateRunes())
        {
            json.Append(rune.Value switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\b' => "\\b",
                '\t' => "\\t",
                '\n' => "\\n",
                '\f' => "\\f",
                '\r' => "\\r",
                < 0x20 => "\\u" + rune.Value.ToString("X4", CultureInfo.InvariantCulture),
                _ => rune.ToString(),
            });
        }

        return json.Append('"').ToString();
    }
}
