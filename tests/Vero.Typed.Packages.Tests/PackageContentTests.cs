using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace Vero.Typed.Packages.Tests;

public sealed class PackageContentTests(PackedPackages packages)
{
    private const string RelativeLink = @"\]\((?!https?:|#)";

    [Fact]
    public void There_are_exactly_two() => Assert.Equal(
        [$"Vero.Typed.{packages.Version}.nupkg", $"Vero.Typed.Client.{packages.Version}.nupkg"],
        Directory.GetFiles(packages.Feed).Select(Path.GetFileName).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("Vero.Typed", "README.md,analyzers/dotnet/cs/Vero.Typed.Analyzers.dll,analyzers/dotnet/cs/Vero.Typed.CodeFixes.dll,lib/net10.0/Vero.Typed.dll,lib/net10.0/Vero.Typed.xml,lib/net8.0/Vero.Typed.dll,lib/net8.0/Vero.Typed.xml,lib/netstandard2.0/Vero.Typed.dll,lib/netstandard2.0/Vero.Typed.xml")]
    [InlineData("Vero.Typed.Client", "README.md,lib/net10.0/Vero.Typed.Client.dll,lib/net10.0/Vero.Typed.Client.xml,lib/net8.0/Vero.Typed.Client.dll,lib/net8.0/Vero.Typed.Client.xml,lib/netstandard2.0/Vero.Typed.Client.dll,lib/netstandard2.0/Vero.Typed.Client.xml")]
    public void The_files_are_these(string id, string files)
    {
        using ZipArchive package = Open(id);
        Assert.Equal(
            files.Split(','),
            package.Entries.Select(static entry => entry.FullName)
                .Where(static name => !name.StartsWith("_rels/", StringComparison.Ordinal) && !name.StartsWith("package/", StringComparison.Ordinal)
                    && !name.EndsWith(".nuspec", StringComparison.Ordinal) && name != "[Content_Types].xml")
                .Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Vero.Typed", "net10.0", "")]
    [InlineData("Vero.Typed", "net8.0", "System.Text.Json")]
    [InlineData("Vero.Typed", ".NETStandard2.0", "System.Text.Json")]
    [InlineData("Vero.Typed.Client", "net10.0", "Microsoft.Extensions.Hosting.Abstractions,Microsoft.Extensions.Http,Polly.Core,System.Threading.RateLimiting,Vero.Typed")]
    [InlineData("Vero.Typed.Client", "net8.0", "Microsoft.Extensions.Hosting.Abstractions,Microsoft.Extensions.Http,Polly.Core,System.Text.Json,System.Threading.RateLimiting,Vero.Typed")]
    [InlineData("Vero.Typed.Client", ".NETStandard2.0", "Microsoft.Bcl.TimeProvider,Microsoft.Extensions.Hosting.Abstractions,Microsoft.Extensions.Http,Polly.Core,System.Text.Json,System.Threading.Channels,System.Threading.RateLimiting,Vero.Typed")]
    public void The_dependencies_are_these(string id, string framework, string dependencies)
    {
        XElement group = Nuspec(id).Descendants().Single(e => e.Name.LocalName == "group" && (string?)e.Attribute("targetFramework") == framework);
        Assert.Equal(dependencies, string.Join(",", group.Elements().Select(static e => (string)e.Attribute("id")!).Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("Vero.Typed")]
    [InlineData("Vero.Typed.Client")]
    public void No_link_of_the_readme_is_relative(string id)
    {
        using ZipArchive package = Open(id);
        using var reader = new StreamReader(package.GetEntry("README.md")!.Open());
        Assert.DoesNotMatch(RelativeLink, reader.ReadToEnd());
    }

    [Theory]
    [InlineData("Vero.Typed")]
    [InlineData("Vero.Typed.Client")]
    public void Every_assembly_has_its_symbols_and_they_name_no_folder_of_a_machine(string id)
    {
        using ZipArchive package = Open(id);
        foreach (ZipArchiveEntry entry in package.Entries.Where(static entry => entry.FullName.EndsWith(".dll", StringComparison.Ordinal)))
        {
            IReadOnlyList<string> documents = SourceDocuments(entry);
            Assert.NotEmpty(documents);
            Assert.All(documents, static document => Assert.StartsWith("/_", document, StringComparison.Ordinal));
        }
    }

    // The control: the README of the repository has such links.
    [Fact]
    public void The_readme_of_the_repository_has_relative_links() =>
        Assert.Matches(RelativeLink, File.ReadAllText(Path.Combine(PackedPackages.RepositoryRoot, "README.md")));

    private static List<string> SourceDocuments(ZipArchiveEntry assembly)
    {
        using var image = new MemoryStream();
        using (Stream packed = assembly.Open())
            packed.CopyTo(image);
        image.Position = 0;
        using var pe = new PEReader(image);
        DebugDirectoryEntry embedded = pe.ReadDebugDirectory().Single(static entry => entry.Type == DebugDirectoryEntryType.EmbeddedPortablePdb);
        using MetadataReaderProvider symbols = pe.ReadEmbeddedPortablePdbDebugDirectoryData(embedded);
        MetadataReader reader = symbols.GetMetadataReader();
        return [.. reader.Documents.Select(handle => reader.GetString(reader.GetDocument(handle).Name))];
    }

    private ZipArchive Open(string id) => ZipFile.OpenRead(Path.Combine(packages.Feed, $"{id}.{packages.Version}.nupkg"));

    private XDocument Nuspec(string id)
    {
        using ZipArchive package = Open(id);
        using Stream nuspec = package.GetEntry($"{id}.nuspec")!.Open();
        return XDocument.Load(nuspec);
    }
}
