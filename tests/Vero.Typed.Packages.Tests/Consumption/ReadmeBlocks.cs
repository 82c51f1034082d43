using System.Text.RegularExpressions;

namespace Vero.Typed.Packages.Tests.Consumption;

/// <summary>The README taken at its word: its first class, its first program and the JSON that it says comes out.</summary>
internal static partial class ReadmeBlocks
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md")).ReplaceLineEndings("\n");

    /// <summary>The JSON, in one line.</summary>
    public static string Json => JsonBlock().Match(Readme).Groups[1].Value.Replace("\n ", "", StringComparison.Ordinal).Trim();

    /// <summary>Its command for all rules that have repairs, from the first word after <c>dotnet</c> on.</summary>
    public static string[] FixCommand => Command().Match(Readme).Groups[1].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Writes the class and the program into a project, and the class without its id.</summary>
    public static async Task WriteAsync(string folder)
    {
        string[] code = [.. CSharpBlock().Matches(Readme).Select(static match => match.Groups[1].Value)];
        string planted = Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "Planted")).FullName, "Customer.cs");
        await File.WriteAllTextAsync(Path.Combine(folder, "Customer.cs"), code[0], TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder, "Program.cs"), code[1], TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(planted, code[0].Replace("[VeroId] ", "         ", StringComparison.Ordinal), TestContext.Current.CancellationToken);
    }

    [GeneratedRegex("^```csharp[^\n]*\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CSharpBlock();

    [GeneratedRegex("^```json\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex JsonBlock();

    [GeneratedRegex("^dotnet (format analyzers --severity info .*)$", RegexOptions.Multiline)]
    private static partial Regex Command();
}
