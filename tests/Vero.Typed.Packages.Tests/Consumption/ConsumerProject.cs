namespace Vero.Typed.Packages.Tests.Consumption;

/// <summary>A folder of <c>Consumers</c>: a project, what it prints (output.txt), and what the compiler says of its planted mistake (planted.txt).</summary>
internal sealed class ConsumerProject
{
    private static readonly string Sources = Path.Combine(Repository.Root, "tests", "Vero.Typed.Packages.Tests", "Consumers");

    private ConsumerProject(string name, string file) => (Name, File) = (name, file);

    /// <summary>All of them.</summary>
    public static ConsumerProject[] All { get; } =
    [
        .. from folder in Directory.GetDirectories(Sources).Order(StringComparer.Ordinal)
           from file in Directory.GetFiles(folder, "*.*proj")
           select new ConsumerProject(Path.GetFileName(folder), Path.GetFileName(file)),
    ];

    /// <summary>The name of its folder.</summary>
    public string Name { get; }

    /// <summary>Its project file.</summary>
    public string File { get; }

    /// <summary>What it prints; null for what does not run.</summary>
    public string? Output => Read("output.txt");

    /// <summary>The diagnostics of its planted mistake; null for what has none.</summary>
    public string? Planted => Read("planted.txt");

    /// <summary>The project of a name.</summary>
    public static ConsumerProject Named(string name) => All.Single(project => project.Name == name);

    private string? Read(string file)
    {
        string path = Path.Combine(Sources, Name, file);
        return System.IO.File.Exists(path) ? System.IO.File.ReadAllText(path).ReplaceLineEndings("\n") : null;
    }
}
