using Vero.Typed.Packages.Tests.Content;

namespace Vero.Typed.Packages.Tests.Consumption;

/// <summary>
/// Projects elsewhere that install the packages and are built by the real command line: every kind of project that there is (see the folder
/// <c>Consumers</c>, where each says what it stands for), what it sends, and what the compiler says of a mistake in it.
/// </summary>
[Collection(ConsumerCollection.Name)]
public sealed class ConsumerTests(BuiltConsumers consumers)
{
    public static TheoryData<string> WithMistakes => [.. ConsumerProject.All.Where(static project => project.Planted is not null).Select(static project => project.Name)];

    [Fact]
    public void All_of_them_build_without_a_word() => Assert.Equal("", consumers.RightOutput);

    // The control of the test above.
    [Theory]
    [MemberData(nameof(WithMistakes))]
    public void What_is_planted_is_reported_and_nothing_else(string consumer) =>
        Assert.Equal(ConsumerProject.Named(consumer).Planted, consumers.PlantedLines(consumer));

    [Fact]
    public void Nothing_is_reported_where_nothing_is_planted() => Assert.Equal(
        [.. WithMistakes.Select(static row => row.Data).Append("Mistakes").Order(StringComparer.Ordinal)],
        consumers.Reported);

    [Theory]
    [InlineData("CSharp10")]
    [InlineData("Central")]
    [InlineData("DomainPackage")]
    [InlineData("Events")]
    [InlineData("FSharp")]
    [InlineData("FriendApp")]
    [InlineData("HiddenApp")]
    [InlineData("Namespaces", "Vero")]
    [InlineData("Plain")]
    [InlineData("Razor")]
    [InlineData("VisualBasic")]
    [InlineData("WithoutAnalyzers")]
    public Task What_it_sends(string consumer, string? assembly = null) => PrintsAsync(consumer, "dotnet", "net10.0", $"{assembly ?? consumer}.dll");

    [Theory]
    [InlineData("Readme")]
    [InlineData("ReadmeClient")]
    public async Task The_readmes_example_sends_what_the_readme_says(string consumer)
    {
        (int exitCode, string output) = await RunAsync(consumer, "dotnet", "net10.0", $"{consumer}.dll");
        Assert.Equal((0, ReadmeBlocks.Json), (exitCode, output.TrimEnd()));
    }

    [Fact]
    public async Task What_the_oldest_compiler_has_built_sends_the_same()
    {
        byte[] assembly = await File.ReadAllBytesAsync(Path.Combine(OutputFolder("OldCompilerApp", "net8.0"), "OldCompilerApp.dll"), TestContext.Current.CancellationToken);
        Assert.StartsWith("4.8.0-", PackedAssembly.CompilerVersion(assembly), StringComparison.Ordinal);
        await PrintsAsync("OldCompilerApp", "dotnet", "net8.0", "OldCompilerApp.dll");
    }

    [Fact]
    public Task On_dotnet_10() => PrintsAsync("DomainProject", "dotnet", "net10.0", "DomainProject.dll");

    // The runtime has come with it, and is not the one that everything else here runs on.
    [Fact]
    public async Task On_dotnet_8()
    {
        string configuration = await File.ReadAllTextAsync(
            Path.Combine(OutputFolder("DomainProject", "net8.0"), "DomainProject.runtimeconfig.json"), TestContext.Current.CancellationToken);
        Assert.Matches("\"includedFrameworks\": \\[\\s*{\\s*\"name\": \"Microsoft.NETCore.App\",\\s*\"version\": \"8\\.0\\.", configuration);
        await PrintsAsync("DomainProject", Path.Combine(OutputFolder("DomainProject", "net8.0"), "DomainProject"), "net8.0");
    }

    [Fact]
    public async Task On_the_dotnet_framework()
    {
        string program = Path.Combine(OutputFolder("DomainProject", "net472"), "DomainProject.exe");
        Assert.True(File.Exists(program), program);
        if (OperatingSystem.IsWindows())
        {
            await PrintsAsync("DomainProject", program, "net472");
            return;
        }

        Assert.SkipUnless(
            Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Any(static folder => File.Exists(Path.Combine(folder, "mono"))),
            "Built for .NET Framework 4.7.2, but not run: there is no mono on this machine (Debian: apt-get install mono-devel).");
        await PrintsAsync("DomainProject", "mono", "net472", "DomainProject.exe");
    }

    private async Task PrintsAsync(string consumer, string program, string framework, params string[] arguments)
    {
        (int exitCode, string output) = await RunAsync(consumer, program, framework, arguments);
        Assert.Equal((0, ConsumerProject.Named(consumer).Output), (exitCode, output));
    }

    private Task<(int ExitCode, string Output)> RunAsync(string consumer, string program, string framework, params string[] arguments) =>
        CommandLine.RunAsync(program, OutputFolder(consumer, framework), arguments);

    private string OutputFolder(string consumer, string framework) => Path.Combine(consumers.Folder, consumer, "bin", "Debug", framework);
}
