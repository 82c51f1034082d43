using System.Reflection;

namespace Vero.Typed.TestSupport;

/// <summary>The repository that the tests were built from.</summary>
public static class Repository
{
    private static readonly HashSet<string> BuildFolders = ["bin", "obj"];

    private static readonly Dictionary<string, string?> Metadata = typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .ToDictionary(static attribute => attribute.Key, static attribute => attribute.Value);

    /// <summary>Its folder.</summary>
    public static string Root => Metadata["RepositoryRoot"]!;

    /// <summary>The address that everything in the repository takes from one property.</summary>
    public static string Url => Metadata["RepositoryUrl"]!;

    /// <summary>The configuration that the tests were built in, such as Debug.</summary>
    public static string Configuration => Metadata["Configuration"]!;

    /// <summary>A file or folder, by its path from the root, with slashes.</summary>
    public static string PathOf(string path) => Path.Combine([Root, .. path.Split('/')]);

    /// <summary>What a file says.</summary>
    public static string Read(string path) => File.ReadAllText(PathOf(path));

    /// <summary>The files below a folder that somebody has written, by their paths from the root, with slashes, in ordinal order.</summary>
    public static IReadOnlyList<string> Files(string folder, string pattern) =>
    [
        .. Directory.EnumerateFiles(PathOf(folder), pattern, SearchOption.AllDirectories)
            .Select(static file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Where(static file => !file.Split('/').Any(BuildFolders.Contains))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>What the build of a project has made for a framework, by the project's folder, such as src/Vero.Typed.</summary>
    public static string BuiltAssembly(string project, string framework) =>
        Path.Combine(PathOf(project), "bin", Configuration, framework, $"{Path.GetFileName(project)}.dll");
}
