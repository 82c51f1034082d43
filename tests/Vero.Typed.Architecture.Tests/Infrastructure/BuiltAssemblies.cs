using System.Reflection;
using Mono.Cecil;

namespace Vero.Typed.Architecture.Tests;

/// <summary>The repository that the tests were built from.</summary>
internal static class Repository
{
    private static readonly Dictionary<string, string?> Build = typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .ToDictionary(static attribute => attribute.Key, static attribute => attribute.Value);

    public static string Root => Build["RepositoryRoot"]!;

    /// <summary>A file, by its path from the root.</summary>
    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>The built assembly of a project, such as src/Vero.Typed.</summary>
    public static AssemblyDefinition Assembly(string project, string framework) => AssemblyDefinition.ReadAssembly(
        PathOf([.. project.Split('/'), "bin", Build["Configuration"]!, framework, $"{Path.GetFileName(project)}.dll"]));

    /// <summary>The folder with the analyzers of a package, such as BannedApiAnalyzers.</summary>
    public static string AnalyzerFolder(string package) => Build[package]!;

    /// <summary>The C# files below a folder that somebody has written, by their paths from the root, with slashes.</summary>
    public static IReadOnlyList<string> Sources(string folder) =>
    [
        .. Directory.EnumerateFiles(PathOf(folder.Split('/')), "*.cs", SearchOption.AllDirectories)
            .Select(static file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Where(static file => !file.Split('/').Any(static part => part is "bin" or "obj"))
            .Order(StringComparer.Ordinal),
    ];
}
