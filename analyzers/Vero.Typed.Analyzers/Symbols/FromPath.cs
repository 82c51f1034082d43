using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Vero.Typed.Analyzers.Symbols;

internal enum PathStepKind
{
    /// <summary>A property or a field.</summary>
    Member,

    /// <summary>A method without parameters.</summary>
    Method,

    /// <summary>Each item of a collection.</summary>
    Items,
}

/// <param name="Kind">What the step is.</param>
/// <param name="Name">The name of the member; empty for items.</param>
/// <param name="Span">Where it is in the text of the path.</param>
internal readonly record struct PathStep(PathStepKind Kind, string Name, TextSpan Span);

/// <summary>The text of <c>From</c>, taken apart: <c>Roles[].Role.Name</c>, <c>GetTotal()</c>, <c>[][]</c>.</summary>
internal static class FromPath
{
    private const string Items = "[]";
    private const string Call = "()";

    /// <summary>The steps of a path.</summary>
    /// <param name="path">What was written.</param>
    /// <param name="wrong">What is no step; the whole of it where it is empty.</param>
    /// <returns>Null when it is not a path.</returns>
    public static List<PathStep>? Parse(string path, out TextSpan wrong)
    {
        var steps = new List<PathStep>();
        wrong = default;
        int start = 0;
        while (true)
        {
            int end = path.IndexOf('.', start);
            if (end < 0)
                end = path.Length;
            if (!ParsePart(path, start, end, steps))
            {
                wrong = end > start ? TextSpan.FromBounds(start, end) : new TextSpan(0, path.Length);
                return null;
            }

            if (end == path.Length)
                return steps;
            start = end + 1;
        }
    }

    /// <summary>The name that gives the key where none is written: that of the last step which has one.</summary>
    public static string? NameForKey(IEnumerable<PathStep> steps) => steps.LastOrDefault(static step => step.Kind != PathStepKind.Items) switch
    {
        { Name: null or "" } => null,
        { Kind: PathStepKind.Method, Name: var method } => NamingPolicy.WithoutVerb(method),
        { Name: var name } => name,
    };

    // [] by itself stands at the beginning only: behind a dot it would be a slip.
    private static bool ParsePart(string path, int start, int end, List<PathStep> steps)
    {
        int nameEnd = end;
        while (nameEnd - start >= Items.Length && string.CompareOrdinal(path, nameEnd - Items.Length, Items, 0, Items.Length) == 0)
            nameEnd -= Items.Length;

        if (nameEnd > start)
        {
            bool isCall = nameEnd - start > Call.Length && string.CompareOrdinal(path, nameEnd - Call.Length, Call, 0, Call.Length) == 0;
            int identifierStart = path[start] == '@' ? start + 1 : start;
            string name = path.Substring(identifierStart, nameEnd - identifierStart - (isCall ? Call.Length : 0));
            if (!SyntaxFacts.IsValidIdentifier(name))
                return false;
            steps.Add(new PathStep(isCall ? PathStepKind.Method : PathStepKind.Member, name, TextSpan.FromBounds(start, nameEnd)));
        }
        else if (start > 0 || nameEnd == end)
        {
            return false;
        }

        for (int at = nameEnd; at < end; at += Items.Length)
            steps.Add(new PathStep(PathStepKind.Items, "", new TextSpan(at, Items.Length)));
        return true;
    }
}
