using System.Text.RegularExpressions;

namespace Vero.Typed.Packages.Tests;

/// <summary>
/// A project with every mistake that can be repaired, repaired by the command of the README. The mistakes are in the folder <c>Mistakes</c>,
/// one file for each group of rules, with a class <c>...Run</c> that makes requests of the repaired types; what they become is in <c>Fixed</c>.
/// </summary>
public sealed partial class FixCommandTests(PackedPackages packages)
{
    // Where two mistakes of one rule need different repairs, one run makes the first of them.
    private const int MostRuns = 3;

    // VERO103 is a suggestion, which no build shows; VERO017 needs another generator that makes a value object, and the SDK has none.
    private static readonly string[] NotShown = ["VERO103", "VERO017"];

    private static readonly string Mistakes = Path.Combine(PackedPackages.RepositoryRoot, "tests", "Vero.Typed.Packages.Tests", "Mistakes");

    private static readonly string Requests = string.Join('\n',
        """{"id":"9"}""",
        """{"id":"1","data":{"timezone":0,"userAgent":"curl"}}""",
        """{"id":"2","data":{"timezone":10}}""",
        """{"id":"3","data":{"timezone":10,"language":"en-AU","userAgent":"curl"}}""",
        """{"id":"4","data":{"timezone":-4,"language":"fr-CA","userAgent":"curl"}}""",
        """{"id":"5","data":{"timezone":10,"language":"de-AT"}}""",
        """{"id":"1","email":"a@example.com"}""",
        """{"id":"2"}""",
        """{"id":"3","email":"b@example.com"}""",
        """{"id":"11111111-1111-1111-1111-111111111111","email":"d@example.com","data":{"first_name":"Ada","last_name":"King","subscribed":true,"balance":1.5,"visits":4}}""",
        """{"id":"5","data":{"source":"web"}}""",
        """{"id":"9","data":{"nights":3}}""",
        """{"id":"6","data":{"level":7}}""",
        """{"id":"8","channels":[{"type":"push","platform":"ios","address":"token"}]}""");

    [Fact]
    public async Task It_repairs_every_mistake_and_the_result_builds_clean_and_sends_what_is_meant()
    {
        string folder = await packages.NewConsumerAsync("Vero.Typed.Client", "FixCommand");
        string[] files = [.. Directory.GetFiles(Mistakes, "*.cs").Select(static file => Path.GetFileName(file)!)];
        foreach (string file in files)
            File.Copy(Path.Combine(Mistakes, file), Path.Combine(folder, file));
        await File.WriteAllTextAsync(Path.Combine(folder, "Program.cs"), Program(files), TestContext.Current.CancellationToken);

        // The control: as it is, every rule of the command reports something.
        (int exitCode, string output) = await DotNet.RunAsync(folder, "build", "-tl:off");
        Assert.NotEqual(0, exitCode);
        string[] command = FixCommand();
        Assert.All(command.Where(static word => word.StartsWith("VERO", StringComparison.Ordinal) && !NotShown.Contains(word)), rule => Assert.Contains($" {rule}: ", output, StringComparison.Ordinal));

        string before;
        int runs = 0;
        do
        {
            before = await ContentAsync(folder, files);
            (exitCode, output) = await DotNet.RunAsync(folder, command);
            Assert.True(exitCode == 0, output);
            Assert.True(++runs <= MostRuns, $"After {MostRuns} runs there is still something to repair:\n{output}");
        }
        while (before != await ContentAsync(folder, files));

        Assert.Equal(await ContentAsync(Path.Combine(Mistakes, "Fixed"), files.Where(static file => !file.EndsWith("Run.cs", StringComparison.Ordinal))),
            await ContentAsync(folder, files.Where(static file => !file.EndsWith("Run.cs", StringComparison.Ordinal))));
        (exitCode, output) = await DotNet.RunAsync(folder, "build", "-tl:off");
        Assert.True(exitCode == 0, output);
        Assert.Contains("0 Warning(s)", output, StringComparison.Ordinal);
        (exitCode, output) = await DotNet.RunAsync(folder, "run", "--no-build");
        Assert.True(exitCode == 0, output);
        Assert.Equal(Requests, output.ReplaceLineEndings("\n").Trim());
    }

    // The command as the README says it, so that it is the one that works.
    private static string[] FixCommand()
    {
        string readme = File.ReadAllText(Path.Combine(PackedPackages.RepositoryRoot, "README.md"));
        return Command().Match(readme).Groups[1].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    private static string Program(IEnumerable<string> files) => string.Join('\n', files
        .Where(static file => file.EndsWith("Run.cs", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .Select(static file => Path.GetFileNameWithoutExtension(file))
        .Select(static run => $"foreach (Vero.Typed.IdentifyRequest request in Shop.{run[..^"Run".Length]}.{run}.Requests())\n    Console.WriteLine(request.ToJson());"));

    private static async Task<string> ContentAsync(string folder, IEnumerable<string> files)
    {
        string[] contents = await Task.WhenAll(files.Order(StringComparer.Ordinal)
            .Select(file => File.ReadAllTextAsync(Path.Combine(folder, file), TestContext.Current.CancellationToken)));
        return string.Join('\n', contents);
    }

    [GeneratedRegex("^dotnet (format analyzers .*VERO001.*)$", RegexOptions.Multiline)]
    private static partial Regex Command();
}
