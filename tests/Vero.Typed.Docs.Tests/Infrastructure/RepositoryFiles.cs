using System.Xml.Linq;
using Vero.Typed.Docs.Tests.Markdown;

namespace Vero.Typed.Docs.Tests;

/// <summary>The repository that the tests were built from.</summary>
internal static class RepositoryFiles
{
    private static readonly HashSet<string> NotOurs = new(["bin", "obj", "artifacts", ".git", "node_modules"], StringComparer.Ordinal);

    public static string Root { get; } = FindRoot();

    /// <summary>The address that everything in the repository takes from one place.</summary>
    public static string Url { get; } =
        XDocument.Load(Path.Combine(Root, "Directory.Build.props")).Descendants("RepositoryUrl").Single().Value;

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    public static MarkdownPage Page(string path) => new(path, Read(path));

    /// <summary>Every Markdown file, by its path from the root, with slashes.</summary>
    public static IReadOnlyList<string> MarkdownPaths() => [.. MarkdownPathsBelow(Root).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> MarkdownPathsBelow(string folder)
    {
        foreach (string file in Directory.EnumerateFiles(folder, "*.md"))
            yield return Path.GetRelativePath(Root, file).Replace('\\', '/');

        foreach (string inner in Directory.EnumerateDirectories(folder))
        {
            if (NotOurs.Contains(Path.GetFileName(inner)))
                continue;
            foreach (string file in MarkdownPathsBelow(inner))
                yield return file;
        }
    }

    private static string FindRoot()
    {
        for (string? folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "Vero.Typed.sln")))
                return folder;
        }

        throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds Vero.Typed.sln.");
    }
}
