using System.Reflection;
using System.Xml.Linq;

namespace Vero.Typed.Packages.Tests;

/// <summary>
/// The sources of the packages in a folder of their own, as a clone of the repository has them: so that packing leaves the repository alone, and can be
/// done in several places and with changes.
/// </summary>
internal sealed class RepositoryCopy
{
    /// <summary>The commit that the copy is said to be.</summary>
    public const string Commit = "0123456789abcdef0123456789abcdef01234567";

    /// <summary>The branch that it is said to be on.</summary>
    public const string Branch = "refs/heads/main";

    /// <summary>All that is packed, as what there is to pack.</summary>
    public const string Packages = "Packages.slnx";

    private static readonly Dictionary<string, string?> Build = typeof(RepositoryCopy).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .ToDictionary(static attribute => attribute.Key, static attribute => attribute.Value);

    private readonly string _folder;

    private RepositoryCopy(string folder) => _folder = folder;

    /// <summary>Where restores of this machine have put packages.</summary>
    public static string PackageFolder => Build["PackageFolder"]!;

    /// <summary>Where the compiler of the SDK is.</summary>
    public static string CompilerFolder => Build["CompilerFolder"]!;

    /// <summary>Copies what packages are made of.</summary>
    public static RepositoryCopy Make(string folder)
    {
        var copy = new RepositoryCopy(folder);
        CopyFolder(Repository.Root, folder, deep: false);
        CopyFolder(Path.Combine(Repository.Root, "src"), Path.Combine(folder, "src"));
        CopyFolder(Path.Combine(Repository.Root, "analyzers"), Path.Combine(folder, "analyzers"));
        copy.WriteGitFolder();
        copy.WriteSolution();
        return copy;
    }

    /// <summary>Copies the copy, as it was before anything was built in it.</summary>
    public RepositoryCopy CopyTo(string folder)
    {
        CopyFolder(_folder, folder);
        return new RepositoryCopy(folder);
    }

    /// <summary>Whether a project says that it is packed.</summary>
    public static bool IsPacked(string project) => XDocument.Load(project).Descendants("IsPackable").Any(static element => element.Value == "true");

    /// <summary>Copies a folder without what was built in it.</summary>
    public static void CopyFolder(string from, string to, bool deep = true)
    {
        Directory.CreateDirectory(to);
        // In a work tree of git, .git is a file.
        foreach (string file in Directory.GetFiles(from).Where(static file => Path.GetFileName(file) != ".git"))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        if (!deep)
            return;
        foreach (string folder in Directory.GetDirectories(from).Where(static folder => Path.GetFileName(folder) is not ("bin" or "obj")))
            CopyFolder(folder, Path.Combine(to, Path.GetFileName(folder)));
    }

    /// <summary>Adds a file, or replaces it.</summary>
    public Task WriteAsync(string path, string content) =>
        File.WriteAllTextAsync(Path.Combine(_folder, path), content, TestContext.Current.CancellationToken);

    /// <summary>Packs a project, or <see cref="Packages"/>, into a folder.</summary>
    /// <returns>What was printed: nothing, if all is well.</returns>
    public async Task<string> PackAsync(string what, string feed, string version, params string[] arguments) => (await CommandLine.DotNetAsync(
        _folder, ["pack", what, "-c", "Release", "-o", feed, $"-p:Version={version}", .. Quiet, .. arguments])).Output;

    // The analyzers of the repository have looked at the sources when it was built. The times of the files in the package are those of the sources'
    // last change where this variable says so: https://reproducible-builds.org/specs/source-date-epoch/
    private static string[] Quiet => ["-p:RunAnalyzers=false", "-p:SOURCE_DATE_EPOCH=1767225600", "-tl:off", "-v", "q"];

    // What git itself would have written, for a machine without it.
    private void WriteGitFolder()
    {
        string git = Path.Combine(_folder, ".git");
        string branch = Path.Combine(git, Branch);
        Directory.CreateDirectory(Path.Combine(git, "objects"));
        Directory.CreateDirectory(Path.GetDirectoryName(branch)!);
        File.WriteAllText(Path.Combine(git, "HEAD"), $"ref: {Branch}\n");
        File.WriteAllText(Path.Combine(git, "config"), "[core]\n\trepositoryformatversion = 0\n[remote \"origin\"]\n\turl = /somewhere/else\n");
        File.WriteAllText(branch, Commit + "\n");
    }

    // The analyzers stand in it so that they are built in the same configuration.
    private void WriteSolution()
    {
        IEnumerable<string> packed = Directory.GetFiles(Path.Combine(_folder, "src"), "*.csproj", SearchOption.AllDirectories).Where(IsPacked);
        IEnumerable<string> analyzers = Directory.GetFiles(Path.Combine(_folder, "analyzers"), "*.csproj", SearchOption.AllDirectories);
        new XElement("Solution", packed.Concat(analyzers).Select(project => new XElement("Project", new XAttribute("Path", Path.GetRelativePath(_folder, project)))))
            .Save(Path.Combine(_folder, Packages));
    }
}
