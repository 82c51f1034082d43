using Microsoft.CodeAnalysis.CSharp;

namespace Vero.Typed.TestHarness;

/// <summary>
/// Good sources of which something is missing, as while somebody types. Each of the two compilers that the tests run on takes every second one:
/// together they see all of them, and neither takes minutes.
/// </summary>
public static class UnfinishedSources
{
    /// <summary>What a source is while it is typed, from nothing to all but its last character.</summary>
    /// <param name="source">The good source.</param>
    /// <returns>
    /// Its beginnings. Of those that differ in blanks at their end, the first; of those that end within a word, the first of the word and those that
    /// make another word, a keyword, of it.
    /// </returns>
    public static IEnumerable<string> BeginningsOf(string source) => InTurn(
        Enumerable.Range(0, source.Length).Where(length => IsOfItsOwn(source, length)).Select(length => source[..length]));

    /// <summary>The source without its first token, without its second, and so on.</summary>
    /// <param name="source">The good source.</param>
    /// <returns>As many sources as it has tokens.</returns>
    public static IEnumerable<string> WithOneTokenLess(string source) => InTurn(
        CSharpSyntaxTree.ParseText(source).GetRoot().DescendantTokens().Select(token => source.Remove(token.SpanStart, token.Span.Length)));

    private static bool IsOfItsOwn(string source, int length)
    {
        if (length == 0)
            return true;
        if (char.IsWhiteSpace(source[length - 1]))
            return length == 1 || !char.IsWhiteSpace(source[length - 2]);
        if (!SyntaxFacts.IsIdentifierPartCharacter(source[length]))
            return true;

        int start = length;
        while (start > 0 && SyntaxFacts.IsIdentifierPartCharacter(source[start - 1]))
            start--;
        string word = source[start..length];
        return word.Length <= 1 || SyntaxFacts.GetKeywordKind(word) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(word) != SyntaxKind.None;
    }

    private static IEnumerable<string> InTurn(IEnumerable<string> sources) => sources.Where(static (_, index) => index % 2 == (TestedCompiler.IsOldest ? 0 : 1));
}
