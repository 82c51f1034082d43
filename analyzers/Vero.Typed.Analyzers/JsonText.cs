using System.Globalization;
using System.Text;

namespace Vero.Typed.Analyzers;

/// <summary>Text inside a JSON string, escaped at compile time as the writer escapes at run time.</summary>
internal static class JsonText
{
    /// <summary>Lone surrogates, which UTF-8 cannot hold, become U+FFFD.</summary>
    public static string Escape(string text)
    {
        if (text.All(static c => c is >= ' ' and not ('"' or '\\') && !char.IsSurrogate(c)))
            return text;

        var json = new StringBuilder(text.Length);
        foreach (char c in WithoutLoneSurrogates(text))
        {
            switch (c)
            {
                case '"': json.Append("\\\""); break;
                case '\\': json.Append("\\\\"); break;
                case '\b': json.Append("\\b"); break;
                case '\t': json.Append("\\t"); break;
                case '\n': json.Append("\\n"); break;
                case '\f': json.Append("\\f"); break;
                case '\r': json.Append("\\r"); break;
                case < ' ': json.Append("\\u").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture)); break;
                default: json.Append(c); break;
            }
        }

        return json.ToString();
    }

    private static string WithoutLoneSurrogates(string text)
    {
        char[]? replaced = null;
        for (int i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
                continue;
            }

            replaced ??= text.ToCharArray();
            replaced[i] = '\uFFFD';
        }

        return replaced is null ? text : new string(replaced);
    }
}
