using System.Diagnostics;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using System.Text.Json;

namespace Vero.Typed.Packages.Tests.Content;

/// <summary>An assembly of a package and its symbols, as NuGet Package Explorer and the debuggers of users look at them.</summary>
internal static class PackedAssembly
{
    private static readonly Guid SourceLink = new("CC110556-A091-4D38-9FEC-25AB9A351A6A");
    private static readonly Guid EmbeddedSource = new("0E8A571B-6926-466E-B4AD-8AB04611F5FE");
    private static readonly Guid CompilerFlags = new("B5FEEC05-8CD0-4A83-96DA-466284BB4BD8");
    private static readonly Guid References = new("7E4D4708-096E-4C5C-AEDA-CB10BA6A740D");

    /// <summary>What is wrong with it.</summary>
    /// <param name="image">The assembly.</param>
    /// <param name="sources">The address under which its sources must be found.</param>
    public static IEnumerable<string> Problems(byte[] image, string sources)
    {
        using var pe = new PEReader(new MemoryStream(image));
        var problems = new List<string>();
        if (!IsOptimized(pe.GetMetadataReader()))
            problems.Add("not optimized");
        DebugDirectoryEntry[] debug = [.. pe.ReadDebugDirectory()];
        if (!debug.Any(static entry => entry.Type == DebugDirectoryEntryType.Reproducible))
            problems.Add("not deterministic");
        if (debug.Where(static entry => entry.Type == DebugDirectoryEntryType.EmbeddedPortablePdb).ToArray() is not [DebugDirectoryEntry symbols])
            return [.. problems, "no symbols"];

        using MetadataReaderProvider provider = pe.ReadEmbeddedPortablePdbDebugDirectoryData(symbols);
        MetadataReader reader = provider.GetMetadataReader();
        if (Information(reader, EntityHandle.ModuleDefinition, CompilerFlags) is null || Information(reader, EntityHandle.ModuleDefinition, References) is null)
            problems.Add("no compiler flags");
        string linked = Information(reader, EntityHandle.ModuleDefinition, SourceLink) is { } map ? Linked(map, sources) : "";
        foreach (DocumentHandle document in reader.Documents)
        {
            string name = reader.GetString(reader.GetDocument(document).Name);
            if (!name.StartsWith("/_/", StringComparison.Ordinal))
                problems.Add($"{name} is a path of the machine that built it");
            else if ((linked.Length == 0 || !name.StartsWith(linked, StringComparison.Ordinal)) && Information(reader, document, EmbeddedSource) is null)
                problems.Add($"{name} has no source");
            else if (name.Contains("/obj/", StringComparison.Ordinal) && Information(reader, document, EmbeddedSource) is null)
                problems.Add($"{name} is generated, and not embedded");
        }

        return problems;
    }

    /// <summary>The version of the compiler that has made it, as its symbols tell.</summary>
    public static string CompilerVersion(byte[] image)
    {
        using var pe = new PEReader(new MemoryStream(image));
        using MetadataReaderProvider provider = pe.ReadEmbeddedPortablePdbDebugDirectoryData(
            pe.ReadDebugDirectory().Single(static entry => entry.Type == DebugDirectoryEntryType.EmbeddedPortablePdb));
        byte[] flags = Information(provider.GetMetadataReader(), EntityHandle.ModuleDefinition, CompilerFlags)!;
        string[] keysAndValues = Encoding.UTF8.GetString(flags).Split('\0');
        return keysAndValues[Array.IndexOf(keysAndValues, "compiler-version") + 1];
    }

    /// <summary>The names and versions of the assemblies that it references.</summary>
    public static IEnumerable<(string Name, Version Version)> ReferencesOf(byte[] image)
    {
        using var pe = new PEReader(new MemoryStream(image));
        MetadataReader reader = pe.GetMetadataReader();
        return [.. reader.AssemblyReferences.Select(reader.GetAssemblyReference).Select(reference => (reader.GetString(reference.Name), reference.Version))];
    }

    // The folder that the map takes to the address.
    private static string Linked(byte[] map, string sources)
    {
        using var json = JsonDocument.Parse(map);
        JsonProperty document = json.RootElement.GetProperty("documents").EnumerateObject().Single();
        return document.Value.GetString() == sources + "*" ? document.Name.TrimEnd('*') : "";
    }

    private static byte[]? Information(MetadataReader reader, EntityHandle of, Guid kind) => reader.GetCustomDebugInformation(of)
        .Select(reader.GetCustomDebugInformation)
        .Where(information => reader.GetGuid(information.Kind) == kind)
        .Select(information => reader.GetBlobBytes(information.Value))
        .SingleOrDefault();

    private static bool IsOptimized(MetadataReader reader)
    {
        foreach (CustomAttribute attribute in reader.GetAssemblyDefinition().GetCustomAttributes().Select(reader.GetCustomAttribute))
        {
            if (attribute.Constructor.Kind != HandleKind.MemberReference)
                continue;
            EntityHandle type = reader.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent;
            if (type.Kind != HandleKind.TypeReference || !reader.StringComparer.Equals(reader.GetTypeReference((TypeReferenceHandle)type).Name, nameof(DebuggableAttribute)))
                continue;
            BlobReader value = reader.GetBlobReader(attribute.Value);
            value.ReadUInt16(); // the prolog
            return ((DebuggableAttribute.DebuggingModes)value.ReadInt32() & DebuggableAttribute.DebuggingModes.DisableOptimizations) == 0;
        }

        return false;
    }
}
