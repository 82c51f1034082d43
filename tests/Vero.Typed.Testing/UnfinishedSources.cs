using Microsoft.CodeAnalysis.CSharp;

namespace Vero.Typed.Testing;

/// <summary>
/// Good sources of which something is missing, as while somebody types. Each of the two compilers that the tests run on takes every second one:
/// together they see all of them, and neither takes minutes.
/// </summary>
public static class UnfinishedSources
{
    /// <summary>Everything that a source is while it is typed from its first character to its last but one.</summary>
    /// <param name="source">The good source.</param>
    /// <returns>Its beginnings; of several that differ in blanks at their end, the first.</returns>
    public static IEnumerable<string> BeginningsOf(string source) => InTurn(
        Enumerable.Range(0, source.Length)
            .Where(length => length < 2 || !char.IsWhiteSpace(source[length - 1]) || !char.IsWhiteSpace(source[length - 2]))
            .Select(length => source[..length]));

    /// <summary>The source without its first token, without its second, and so on.</summary>
    /// <param name="source">The good source.</param>
    /// <returns>As many sources as it has tokens.</returns>
    public static IEnumerable<string> WithOneTokenLess(string source) => InTurn(
        CSharpSyntaxTree.ParseText(source).GetRoot().DescendantTokens().Select(token => source.Remove(token.SpanStart, token.Span.Length)));

    private static IEnumerable<string> InTurn(IEnumerable<string> sources) => sources.Where(static (_, index) => index % 2 == (TestedCompiler.IsOldest ? 0 : 1));
}
