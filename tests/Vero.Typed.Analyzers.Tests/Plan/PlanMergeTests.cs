using Vero.Typed.TestSupport;

namespace Vero.Typed.Analyzers.Tests.Plan;

/// <summary>Plans of two branches, merged by git itself.</summary>
public sealed class PlanMergeTests : IDisposable
{
    private const string Before = "# What this project sends to Vero.\nShop.Customer id string\nShop.Customer data.city string?\nShop.Customer data.zip string?\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("vero-plan-").FullName;

    [Fact]
    public async Task With_the_line_that_the_page_recommends_neighbouring_keys_merge()
    {
        PlanFile merged = PlanFile.Parse(await MergedAsync(
            "VeroPlan.txt merge=union\n",
            Before.Replace("Shop.Customer data.zip", "Shop.Customer data.plan string\nShop.Customer data.zip", StringComparison.Ordinal),
            Before.Replace("Shop.Customer data.zip", "Shop.Customer data.first_name string\nShop.Customer data.zip", StringComparison.Ordinal)));

        Assert.Empty(merged.Errors);
        Assert.Equal(
            "# What this project sends to Vero.\nShop.Customer id string\nShop.Customer data.city string?\nShop.Customer data.first_name string\nShop.Customer data.plan string\nShop.Customer data.zip string?\n",
            merged.ToString());
    }

    // The control: without it, the same is a conflict, and every marker is a line that cannot be read.
    [Fact]
    public async Task Without_it_they_conflict()
    {
        string merged = await MergedAsync(
            "",
            Before.Replace("Shop.Customer data.zip", "Shop.Customer data.plan string\nShop.Customer data.zip", StringComparison.Ordinal),
            Before.Replace("Shop.Customer data.zip", "Shop.Customer data.first_name string\nShop.Customer data.zip", StringComparison.Ordinal));

        PlanFile file = PlanFile.Parse(merged);
        Assert.Equal(
            ["<<<<<<< HEAD", "=======", ">>>>>>> other"],
            file.Errors.Select(error => merged.Substring(error.Start, error.Length)));
        Assert.All(file.Errors, static error => Assert.Equal(PlanReasons.ConflictMarker, error.Reason));
    }

    // A line that only one branch changed is there twice: a contradiction, which the fix of VERO303 resolves.
    [Fact]
    public async Task A_changed_line_beside_a_new_one_is_there_in_both_versions()
    {
        PlanFile merged = PlanFile.Parse(await MergedAsync(
            "VeroPlan.txt merge=union\n",
            Before.Replace("data.zip string?", "data.zip number?", StringComparison.Ordinal),
            Before + "Shop.Customer data.zone string\n"));

        Assert.Empty(merged.Errors);
        Assert.Equal(
            ["number?", "string?"],
            merged.Entries.Where(static entry => entry.Line.Path.ToString() == "data.zip").Select(static entry => entry.Line.Shape.ToString()).Order());
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // Git writes its objects read-only.
        foreach (string file in Directory.GetFiles(_folder, "*", SearchOption.AllDirectories))
            File.SetAttributes(file, FileAttributes.Normal);
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<string> MergedAsync(string attributes, string ours, string theirs)
    {
        await GitAsync("init", "--quiet", "--initial-branch=main");
        await CommitAsync((".gitattributes", attributes), ("VeroPlan.txt", Before));
        await GitAsync("checkout", "--quiet", "-b", "other");
        await CommitAsync(("VeroPlan.txt", theirs));
        await GitAsync("checkout", "--quiet", "main");
        await CommitAsync(("VeroPlan.txt", ours));
        ProgramRun merge = await RunAsync("merge", "--quiet", "--no-edit", "other");
        Assert.Equal(attributes.Length == 0 ? 1 : 0, merge.ExitCode);
        return await File.ReadAllTextAsync(Path.Combine(_folder, "VeroPlan.txt"), TestContext.Current.CancellationToken);
    }

    private async Task CommitAsync(params (string File, string Content)[] files)
    {
        foreach ((string file, string content) in files)
            await File.WriteAllTextAsync(Path.Combine(_folder, file), content, TestContext.Current.CancellationToken);
        await GitAsync("add", "--all");
        await GitAsync("commit", "--quiet", "--message", "Change");
    }

    private async Task GitAsync(params string[] arguments)
    {
        ProgramRun run = await RunAsync(arguments);
        Assert.True(run.ExitCode == 0, $"git {string.Join(' ', arguments)}: {run.Output}{run.Errors}");
    }

    // Nobody's settings but these.
    private async Task<ProgramRun> RunAsync(params string[] arguments)
    {
        try
        {
            return await ProgramRun.OfAsync(
                "git", ["-c", "user.name=Zoë", "-c", "user.email=zoe@example.com", "-c", "core.autocrlf=false", .. arguments], TestContext.Current.CancellationToken, _folder,
                ("GIT_CONFIG_NOSYSTEM", "1"), ("GIT_CONFIG_GLOBAL", Path.Combine(_folder, "none")), ("GIT_CEILING_DIRECTORIES", Path.GetDirectoryName(_folder)!));
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("There is no git on this machine.");
            throw;
        }
    }
}
