using System.IO.Compression;
using System.Xml.Linq;

namespace Vero.Typed.Packages.Tests.Content;

/// <summary>A package, opened.</summary>
internal sealed class Package : IDisposable
{
    private readonly ZipArchive _archive;
    private readonly string _id;

    /// <summary>Opens the package of an id in a folder of packages.</summary>
    public Package(string feed, string id, string version = PackedPackages.Version)
    {
        _id = id;
        _archive = ZipFile.OpenRead(Path.Combine(feed, $"{id}.{version}.nupkg"));
    }

    /// <summary>The names of its files, in ordinal order, without those that belong to the format.</summary>
    public IEnumerable<string> Files => _archive.Entries.Select(static entry => entry.FullName)
        .Where(name => !name.StartsWith("_rels/", StringComparison.Ordinal) && !name.StartsWith("package/", StringComparison.Ordinal)
            && name != "[Content_Types].xml" && name != $"{_id}.nuspec")
        .Order(StringComparer.Ordinal);

    /// <summary>The names of its assemblies.</summary>
    public IEnumerable<string> Assemblies => Files.Where(static name => name.EndsWith(".dll", StringComparison.Ordinal));

    /// <summary>The metadata of its nuspec, without a namespace.</summary>
    public XElement Metadata()
    {
        using var stream = new MemoryStream(Read($"{_id}.nuspec"));
        XElement metadata = XDocument.Load(stream).Root!.Elements().Single();
        foreach (XElement element in metadata.DescendantsAndSelf())
            element.Name = element.Name.LocalName;
        return metadata;
    }

    /// <summary>The content of a file.</summary>
    public byte[] Read(string name)
    {
        using var content = new MemoryStream();
        using (Stream packed = _archive.GetEntry(name)!.Open())
            packed.CopyTo(content);
        return content.ToArray();
    }

    /// <inheritdoc/>
    public void Dispose() => _archive.Dispose();
}
