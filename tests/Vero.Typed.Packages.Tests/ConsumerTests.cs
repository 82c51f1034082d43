using System.Text.RegularExpressions;

namespace Vero.Typed.Packages.Tests;

/// <summary>An empty console project elsewhere that installs a package and takes the README at its word.</summary>
public sealed partial class ConsumerTests(PackedPackages packages)
{
    [Theory]
    [InlineData("Vero.Typed")]
    [InlineData("Vero.Typed.Client")]
    public async Task The_readmes_example_compiles_and_sends_what_it_says(string package)
    {
        string readme = await File.ReadAllTextAsync(Path.Combine(PackedPackages.RepositoryRoot, "README.md"), TestContext.Current.CancellationToken);
        string[] code = [.. CSharpBlock().Matches(readme).Select(static match => match.Groups[1].Value)];
        string json = JsonBlock().Match(readme).Groups[1].Value.ReplaceLineEndings("\n").Replace("\n ", "", StringComparison.Ordinal).Trim();
        string folder = await packages.NewConsumerAsync(package, package);
        await File.WriteAllTextAsync(Path.Combine(folder, "Customer.cs"), code[0], TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder, "Program.cs"), code[1], TestContext.Current.CancellationToken);

        (int exitCode, string output) = await DotNet.RunAsync(folder, "run", "-tl:off");
        Assert.True(exitCode == 0, output);
        Assert.Equal(json, output.Trim());

        await File.WriteAllTextAsync(
            Path.Combine(folder, "Customer.cs"), code[0].Replace("[VeroId] ", "         ", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        (exitCode, output) = await DotNet.RunAsync(folder, "build", "-tl:off");
        Assert.NotEqual(0, exitCode);
        Assert.Contains(
            "error VERO001: Put [VeroId] on the member of 'Customer' that identifies the customer", output, StringComparison.Ordinal);
    }

    [GeneratedRegex("^```csharp[^\n]*\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CSharpBlock();

    [GeneratedRegex("^```json\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex JsonBlock();
}
