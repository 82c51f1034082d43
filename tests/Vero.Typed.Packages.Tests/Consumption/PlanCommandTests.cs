namespace Vero.Typed.Packages.Tests.Consumption;

/// <summary>
/// The plan with the packed packages and the real command line: an empty file, one command, the plan; a rename; both ways out of it; a changed type; a
/// type that is gone.
/// </summary>
public sealed class PlanCommandTests(PackedPackages packages) : IDisposable
{
    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <OutputType>Library</OutputType>
            <TreatWarningsAsErrors>false</TreatWarningsAsErrors>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="Vero.Typed" Version="$(VeroVersion)" />
          </ItemGroup>
        </Project>
        """;

    private const string Customer = """
        using Vero.Typed;

        namespace Shop;

        public sealed class Customer
        {
            [VeroId] public int Id { get; set; }
            [VeroTrait] public string? FirstName { get; set; }
            [VeroTrait] public Plan Plan { get; set; }
        }

        public enum Plan { Free, Pro }
        """;

    private const string FirstPlan = "# What this project sends to Vero.\nShop.Customer id string\nShop.Customer data.first_name string?\nShop.Customer data.plan \"Free\" | \"Pro\"\n";

    private readonly string _folder = Directory.CreateDirectory(Path.Combine(packages.Consumers, "New plan")).FullName;

    [Fact]
    public async Task A_plan_is_begun_followed_and_updated_by_commands()
    {
        await WriteAsync("Shop.csproj", Project);
        await WriteAsync("Customer.cs", Customer);
        Assert.Equal("", await CommandLine.SuccessAsync(_folder, "restore", "-tl:off", "-v", "q"));

        // Without the file there is nothing to do.
        await FormatAsync("VERO301");
        Assert.False(File.Exists(PathOf("VeroPlan.txt")));
        Assert.Empty(await BuildAsync());

        // An empty file and one command.
        await WriteAsync("VeroPlan.txt", "");
        Assert.Equal(["VERO301", "VERO301", "VERO301"], await BuildAsync());
        await FormatAsync("VERO301");
        Assert.Equal(FirstPlan, await ReadAsync("VeroPlan.txt"));
        Assert.Empty(await BuildAsync());

        // A rename keeps the key.
        await WriteAsync("Customer.cs", Customer.Replace("FirstName", "GivenName", StringComparison.Ordinal));
        Assert.Equal(["VERO301", "VERO302"], await BuildAsync());
        await FormatAsync("VERO301");
        Assert.Contains("[VeroTrait(\"first_name\")] public string? GivenName", await ReadAsync("Customer.cs"), StringComparison.Ordinal);
        Assert.Equal(FirstPlan, await ReadAsync("VeroPlan.txt"));
        Assert.Empty(await BuildAsync());

        // Or the new key is accepted, by giving up the old one first.
        await WriteAsync("Customer.cs", Customer.Replace("FirstName", "GivenName", StringComparison.Ordinal).Replace("Free, Pro", "Free, Pro, Team", StringComparison.Ordinal));
        await FormatAsync("VERO302");
        await FormatAsync("VERO301", "VERO303");
        string accepted = FirstPlan.Replace("first_name", "given_name", StringComparison.Ordinal).Replace("\"Pro\"", "\"Pro\" | \"Team\"", StringComparison.Ordinal);
        Assert.Equal(accepted, await ReadAsync("VeroPlan.txt"));
        Assert.Empty(await BuildAsync());

        // A conflict stops the build.
        await WriteAsync("VeroPlan.txt", $"<<<<<<< HEAD\n{accepted}=======\n{FirstPlan}>>>>>>> other\n");
        Assert.Equal(["VERO304", "VERO304", "VERO304"], await BuildAsync());
        await FormatAsync("VERO301", "VERO302", "VERO303");
        Assert.StartsWith("<<<<<<< HEAD\n", await ReadAsync("VeroPlan.txt"), StringComparison.Ordinal);

        // A type that is gone is reported at its lines, and leaves with the next change. The file may be elsewhere.
        File.Delete(PathOf("VeroPlan.txt"));
        Directory.CreateDirectory(PathOf("plans"));
        await WriteAsync("plans/VeroPlan.txt", "Shop.Gone id string\nShop.Customer id string\n");
        await WriteAsync("Shop.csproj", Project.Replace("<ItemGroup>", "<ItemGroup><AdditionalFiles Include=\"plans/VeroPlan.txt\" />", StringComparison.Ordinal));
        Assert.Equal(["VERO301", "VERO301", "VERO302"], await BuildAsync());
        await FormatAsync("VERO301");
        Assert.Equal(accepted.Replace("# What this project sends to Vero.\n", "", StringComparison.Ordinal), await ReadAsync("plans/VeroPlan.txt"));
        Assert.Empty(await BuildAsync());
    }

    [Fact]
    public async Task Several_frameworks_have_one_plan_and_the_one_that_must_send_all_of_it_exists()
    {
        await WriteAsync("Shop.csproj", Project.Replace("<TargetFramework>net10.0</TargetFramework>", "<TargetFrameworks>net8.0;net10.0</TargetFrameworks>", StringComparison.Ordinal));
        await WriteAsync("Customer.cs", Customer.Replace("    [VeroTrait] public Plan Plan", "#if NET10_0_OR_GREATER\n    [VeroTrait] public bool New { get; set; }\n#endif\n    [VeroTrait] public Plan Plan", StringComparison.Ordinal));
        await WriteAsync("VeroPlan.txt", "");
        Assert.Equal("", await CommandLine.SuccessAsync(_folder, "restore", "-tl:off", "-v", "q"));

        await FormatAsync("VERO301");
        Assert.Equal(FirstPlan.Replace("Shop.Customer data.plan", "Shop.Customer data.new bool\nShop.Customer data.plan", StringComparison.Ordinal), await ReadAsync("VeroPlan.txt"));

        Assert.Equal(["VERO302"], await BuildAsync());
        Assert.Empty(await BuildAsync("-p:VeroPlanFramework=net10.0"));
        (int exitCode, string output) = await CommandLine.DotNetAsync(_folder, "build", "--no-restore", "-tl:off", "-v", "q", "-p:VeroPlanFramework=net9.0");
        Assert.NotEqual(0, exitCode);
        Assert.Contains("VeroPlanFramework is 'net9.0', which is not one of the target frameworks of the project: net8.0;net10.0", output, StringComparison.Ordinal);
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task FormatAsync(params string[] rules)
    {
        string output = await CommandLine.SuccessAsync(_folder, ["format", "analyzers", "--no-restore", "--diagnostics", .. rules]);
        Assert.Equal("", output);
    }

    // Each diagnostic once: the build repeats them in its summary.
    private async Task<IEnumerable<string>> BuildAsync(params string[] arguments)
    {
        (_, string output) = await CommandLine.DotNetAsync(_folder, ["msbuild", "-nologo", "-v:q", "-clp:NoSummary", "-tl:off", "-t:Rebuild", .. arguments]);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(static line => System.Text.RegularExpressions.Regex.Match(line, "(?:warning|error) (\\w+):").Groups[1].Value)
            .Order(StringComparer.Ordinal);
    }

    private Task WriteAsync(string file, string content) => File.WriteAllTextAsync(PathOf(file), content, TestContext.Current.CancellationToken);

    private Task<string> ReadAsync(string file) => File.ReadAllTextAsync(PathOf(file), TestContext.Current.CancellationToken);

    private string PathOf(string file) => Path.Combine(_folder, file);
}
