using System.Text.RegularExpressions;

namespace Vero.Typed.Packages.Tests.Consumption;

/// <summary>The README taken at its word: its first class, its first program and the JSON that it says comes out.</summary>
internal static partial class ReadmeBlocks
{
    private const string Id = "[VeroId] ";

    private static readonly string Readme = Repository.Read("README.md").ReplaceLineEndings("\n");

    /// <summary>The JSON, one request a line.</summary>
    public static string Json => Continuation().Replace(JsonBlock().Match(Readme).Groups[1].Value, "").Trim();

    /// <summary>The command for all rules that have repairs, of the index of the rules, from the first word after <c>dotnet</c> on.</summary>
    public static string[] FixCommand => Command().Match(Repository.Read("analyzers/rules/README.md").ReplaceLineEndings("\n")).Groups[1].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Writes the types and the program into a project, and the types where the first one, the user, has no id.</summary>
    public static async Task WriteAsync(string folder)
    {
        string[] code = [.. CSharpBlock().Matches(Readme).Select(static match => match.Groups[1].Value)];
        string planted = Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "Planted")).FullName, "Customer.cs");
        await File.WriteAllTextAsync(Path.Combine(folder, "Customer.cs"), code[0], TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder, "Program.cs"), code[1], TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(planted, code[0].Remove(code[0].IndexOf(Id, StringComparison.Ordinal), Id.Length).Insert(code[0].IndexOf(Id, StringComparison.Ordinal), new string(' ', Id.Length)), TestContext.Current.CancellationToken);
    }

    [GeneratedRegex("^```csharp[^\n]*\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CSharpBlock();

    [GeneratedRegex("^```json\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex JsonBlock();

    [GeneratedRegex("\n +")]
    private static partial Regex Continuation();

    [GeneratedRegex("^dotnet (format analyzers --severity info .*)$", RegexOptions.Multiline)]
    private static partial Regex Command();
}
