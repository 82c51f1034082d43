using Microsoft.CodeAnalysis.CSharp;

namespace Vero.Typed.Analyzers;

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

    /// <summary>A UTF-8 literal.</summary>
    public static string Utf8Literal(string text) => Literal(text) + "u8";
}
