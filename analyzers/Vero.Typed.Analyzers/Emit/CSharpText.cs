using Microsoft.CodeAnalysis.CSharp;

namespace Vero.Typed.Analyzers.Emit;

/// <summary>Names and text as C# source.</summary>
internal static class CSharpText
{
    /// <summary>A name that may be a keyword: <c>event</c> becomes <c>@event</c>.</summary>
    public static string Identifier(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None
            ? "@" + name
            : name;

    /// <summary>A string literal, quotes included.</summary>
    public static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    /// <summary>A UTF-8 literal. Lone surrogates, which it must not hold, become U+FFFD, as in the bytes the writer makes.</summary>
    public static string Utf8Literal(string text) => Literal(WithoutLoneSurrogates(text)) + "u8";

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
