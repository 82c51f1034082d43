namespace Vero.Typed.Packages.Tests.Consumption;

/// <summary>
/// A project with every mistake that can be repaired, repaired by the fix command of the index of the rules. The mistakes are in <c>Consumers/Mistakes</c>,
/// one file for each group of rules, with a class <c>...Run</c> that makes requests of the repaired types; what they become is in <c>Fixed</c>.
/// </summary>
[Collection(ConsumerCollection.Name)]
public sealed class FixCommandTests(BuiltConsumers consumers)
{
    // Where two mistakes of one rule need different repairs, one run makes the first of them.
    private const int MostRuns = 3;

    // VERO103, VERO110 and VERO112 are suggestions, which no build shows; VERO017 needs another generator that makes a value object, and the SDK has none; the
    // rules of the plan have tests of their own.
    private static readonly string[] NotShown = ["VERO103", "VERO110", "VERO112", "VERO017", "VERO301", "VERO302", "VERO303"];

    private const string Project = "Mistakes";

    private string Folder => Path.Combine(consumers.Folder, Project);

    [Fact]
    public async Task It_repairs_every_mistake_and_the_result_builds_clean_and_sends_what_is_meant()
    {
        // The control: as it is, every rule of the command reports something.
        string[] command = ReadmeBlocks.FixCommand;
        Assert.All(
            command.Where(static word => word.StartsWith("VERO", StringComparison.Ordinal) && !NotShown.Contains(word)),
            rule => Assert.Contains($" {rule}: ", consumers.PlantedLines(Project), StringComparison.Ordinal));

        string[] files = [.. Directory.GetFiles(Path.Combine(Folder, "Fixed")).Select(static file => Path.GetFileName(file))];
        string expected = await ContentAsync(Path.Combine(Folder, "Fixed"), files);
        for (int run = 0; run < MostRuns && await ContentAsync(Folder, files) != expected; run++)
            await CommandLine.SuccessAsync(Folder, command);
        Assert.Equal(expected, await ContentAsync(Folder, files));

        Assert.Equal("", await CommandLine.SuccessAsync(Folder, "msbuild", "-nologo", "-v:q", "-tl:off"));
        (int exitCode, string output) = await CommandLine.DotNetAsync(Path.Combine(Folder, "bin", "Debug", "net10.0"), $"{Project}.dll");
        Assert.Equal((0, ConsumerProject.Named(Project).Output), (exitCode, output));
    }

    private static async Task<string> ContentAsync(string folder, IEnumerable<string> files)
    {
        string[] contents = await Task.WhenAll(files.Order(StringComparer.Ordinal)
            .Select(file => File.ReadAllTextAsync(Path.Combine(folder, file), TestContext.Current.CancellationToken)));
        return string.Join('\n', contents);
    }
}
