using System.Globalization;
using System.Text.RegularExpressions;
using Markdig.Syntax;

namespace Vero.Typed.Docs.Tests.Markdown;

/// <summary>
/// A fenced block. What follows the language is for the tests and is not shown: <c>uses=Customer</c> compiles it together with the block
/// of the page that declares <c>Customer</c> (several types with commas), <c>langversion=10</c> with an older language, and a block that is <c>generated</c> stands
/// for what another source generator makes of all others of the page. A text that is a <c>plan</c> is the VeroPlan.txt of the C# that is
/// <c>planned</c> below it, up to the next one; <c>claims=VERO304:2</c> says what is reported in its lines.
/// </summary>
internal sealed partial class CodeBlock
{
    private readonly string[] _arguments;

    public CodeBlock(string path, FencedCodeBlock block)
        : this($"{path}:{block.Line + 1}", block.Info ?? "", block.Arguments ?? "", block.Lines.ToString())
    {
    }

    public CodeBlock(string place, string language, string arguments, string text)
    {
        Place = place;
        Language = language;
        _arguments = arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Text = text;
    }

    /// <summary>File and line, for messages.</summary>
    public string Place { get; }

    public string Language { get; }

    public string Text { get; }

    public bool IsPlan => _arguments.Contains("plan");

    public bool IsPlanned => _arguments.Contains("planned");

    public bool IsGenerated => _arguments.Contains("generated");

    public string? Uses => Argument("uses");

    public string? LanguageVersion => Argument("langversion");

    /// <summary>The diagnostics that the text claims: <c>// VERO001</c> at the end of a line, or several with commas.</summary>
    public IReadOnlyList<ClaimedDiagnostic> Claims()
    {
        if (IsPlan)
            return [.. (Argument("claims")?.Split(',') ?? []).Select(static claim => claim.Split(':')).Select(static claim => new ClaimedDiagnostic(int.Parse(claim[1], CultureInfo.InvariantCulture), claim[0]))];

        var claims = new List<ClaimedDiagnostic>();
        string[] lines = Text.Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            if (ClaimPattern().Match(lines[i]) is not { Success: true } match)
                continue;
            foreach (string id in match.Groups[1].Value.Split(',', StringSplitOptions.TrimEntries))
                claims.Add(new ClaimedDiagnostic(i + 1, id));
        }

        return claims;
    }

    public override string ToString() => Place;

    private string? Argument(string name) => _arguments
        .Where(argument => argument.StartsWith(name + "=", StringComparison.Ordinal))
        .Select(argument => argument[(name.Length + 1)..])
        .FirstOrDefault();

    [GeneratedRegex(@"//\s*((?:VERO|CS)\d+(?:,\s*(?:VERO|CS)\d+)*)")]
    private static partial Regex ClaimPattern();
}
