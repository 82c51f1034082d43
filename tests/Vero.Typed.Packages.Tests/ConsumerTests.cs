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
        string folder = await NewProjectAsync(package, code[0], code[1]);

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

    private async Task<string> NewProjectAsync(string package, string customer, string program)
    {
        string folder = Directory.CreateDirectory(Path.Combine(packages.Folder, package)).FullName;
        await WriteAsync("Consumer.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <RestoreAdditionalProjectSources>{packages.Feed}</RestoreAdditionalProjectSources>
                <RestorePackagesPath>{Path.Combine(packages.Folder, "cache")}</RestorePackagesPath>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="{package}" Version="{packages.Version}" />
              </ItemGroup>
            </Project>
            """);
        await WriteAsync("Customer.cs", customer);
        await WriteAsync("Program.cs", program);
        return folder;

        Task WriteAsync(string file, string content) =>
            File.WriteAllTextAsync(Path.Combine(folder, file), content, TestContext.Current.CancellationToken);
    }

    [GeneratedRegex("^```csharp[^\n]*\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CSharpBlock();

    [GeneratedRegex("^```json\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex JsonBlock();
}
