using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Vero.Typed.Packages.Tests.Consumption;

/// <summary>All consumers, built by two calls of the build: as they should be, and with their planted mistakes.</summary>
public sealed partial class BuiltConsumers(PackedPackages packages) : IAsyncLifetime
{
    // A project whose own mistakes are the point is not built as it should be.
    private const string Mistakes = "Mistakes";

    // Restored and built on its own, when the next version is packed.
    private const string NextVersion = "NextVersion";

    private ILookup<string, string> _planted = Enumerable.Empty<string>().ToLookup(static line => line);

    /// <summary>Where they are.</summary>
    public string Folder => packages.Consumers;

    /// <summary>What the build of the right ones printed.</summary>
    public string RightOutput { get; private set; } = "";

    /// <summary>The consumers of which the build with planted mistakes said something.</summary>
    public IEnumerable<string> Reported => _planted.Select(static lines => lines.Key).Order(StringComparer.Ordinal);

    /// <summary>What the build with the planted mistakes said of a consumer, in ordinal order, a line for each diagnostic.</summary>
    public string PlantedLines(string consumer) => string.Concat(_planted[consumer].Order(StringComparer.Ordinal).Select(static line => line + "\n"));

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        await ReadmeBlocks.WriteAsync(Path.Combine(Folder, "Readme"));
        ConsumerProject[] restored = [.. ConsumerProject.All.Where(static project => project.Name != NextVersion)];
        WriteSolution("All.slnx", restored);
        WriteSolution("Right.slnx", restored.Where(static project => project.Name != Mistakes));
        WriteSolution("Planted.slnx", restored.Where(static project => project.Name == Mistakes || project.Planted is not null));

        Assert.Equal("", await CommandLine.SuccessAsync(Folder, "restore", "All.slnx", "-tl:off", "-v", "q"));
        (_, RightOutput) = await BuildAsync("Right.slnx");
        (int exitCode, string planted) = await BuildAsync("Planted.slnx", "-p:Configuration=Planted");
        Assert.NotEqual(0, exitCode);
        _planted = planted.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Parse).ToLookup(static line => line.Consumer, static line => line.Text);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private Task<(int ExitCode, string Output)> BuildAsync(string solution, params string[] arguments) =>
        CommandLine.DotNetAsync(Folder, ["msbuild", solution, "-nologo", "-v:q", "-clp:NoSummary", "-tl:off", "-m", "-nr:false", .. arguments]);

    private void WriteSolution(string name, IEnumerable<ConsumerProject> projects) => File.WriteAllText(
        Path.Combine(Folder, name),
        new XElement(
            "Solution",
            new XElement("Configurations", new XElement("BuildType", new XAttribute("Name", "Debug")), new XElement("BuildType", new XAttribute("Name", "Planted"))),
            projects.Select(static project => new XElement("Project", new XAttribute("Path", $"{project.Name}/{project.File}")))).ToString(),
        Encoding.UTF8);

    // /folder/Shop/Customer.cs(1,2): error VERO001: Put ... [/folder/Shop/Shop.csproj::TargetFramework=net8.0]
    private (string Consumer, string Text) Parse(string line)
    {
        Match parts = Line().Match(line.Replace('\\', '/').Replace(Folder.Replace('\\', '/') + "/", "", StringComparison.Ordinal));
        Assert.True(parts.Success, line);
        return (parts.Groups["consumer"].Value, parts.Groups["framework"] is { Success: true } framework ? $"{framework.Value}: {parts.Groups["text"].Value}" : parts.Groups["text"].Value);
    }

    [GeneratedRegex(@"^(?<text>.*) \[(?<consumer>[^/]*)/[^/]*proj(::TargetFramework=(?<framework>[^\]]*))?\]$")]
    private static partial Regex Line();
}
