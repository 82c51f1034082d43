using Vero.Typed.Docs.Tests.Markdown;

namespace Vero.Typed.Docs.Tests;

/// <summary>The pages of the repository.</summary>
internal static class RepositoryPages
{
    private static readonly HashSet<string> NotOurs = new(["bin", "obj", "artifacts", ".git", "node_modules"], StringComparer.Ordinal);

    public static MarkdownPage Page(string path) => new(path, Repository.Read(path));

    /// <summary>Every Markdown file, by its path from the root, with slashes.</summary>
    public static IReadOnlyList<string> MarkdownPaths() => [.. MarkdownPathsBelow(Repository.Root).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> MarkdownPathsBelow(string folder)
    {
        foreach (string file in Directory.EnumerateFiles(folder, "*.md"))
            yield return Path.GetRelativePath(Repository.Root, file).Replace('\\', '/');

        foreach (string inner in Directory.EnumerateDirectories(folder))
        {
            if (NotOurs.Contains(Path.GetFileName(inner)))
                continue;
            foreach (string file in MarkdownPathsBelow(inner))
                yield return file;
        }
    }
}
