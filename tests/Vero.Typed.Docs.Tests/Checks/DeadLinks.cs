using Vero.Typed.Docs.Tests.Markdown;

namespace Vero.Typed.Docs.Tests.Checks;

/// <summary>Follows the links of a page that stay inside the repository.</summary>
internal static class DeadLinks
{
    /// <returns>One sentence for each link that leads nowhere.</returns>
    public static IReadOnlyList<string> Of(MarkdownPage page)
    {
        var dead = new List<string>();
        foreach (string link in page.Links)
        {
            if (Uri.TryCreate(link, UriKind.Absolute, out _))
                continue;

            string[] parts = link.Split('#', 2);
            string folder = Path.GetDirectoryName(page.Path) ?? "";
            string target = parts[0].Length == 0
                ? page.Path
                : Path.GetRelativePath(Repository.Root, Path.GetFullPath(Path.Combine(Repository.Root, folder, parts[0])));
            string full = Path.Combine(Repository.Root, target);
            bool isOutside = target.StartsWith("..", StringComparison.Ordinal);
            if (isOutside || (parts[0].Length > 0 && !File.Exists(full) && !Directory.Exists(full)))
                dead.Add($"{page.Path}: there is no file {link}");
            else if (parts.Length == 2 && !Anchors(page, parts[0], target).Contains(parts[1]))
                dead.Add($"{page.Path}: there is no heading {link}");
        }

        return dead;
    }

    private static IReadOnlySet<string> Anchors(MarkdownPage page, string file, string target) =>
        file.Length == 0 ? page.Anchors : RepositoryPages.Page(target).Anchors;
}
