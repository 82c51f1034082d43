[assembly: AssemblyFixture(typeof(Vero.Typed.Packages.Tests.PackedPackages))]

namespace Vero.Typed.Packages.Tests;

/// <summary>The packages, packed once for all tests into a folder of their own, and a domain's package that was built with them.</summary>
public sealed class PackedPackages : IAsyncLifetime
{
    /// <summary>The version that is packed. No feed has it, and caches are private.</summary>
    public const string Version = "1.0.0-test";

    /// <summary>The version that is packed of the sources with an addition.</summary>
    public const string NextVersion = "1.1.0-test";

    /// <summary>Where the packages and the consumers are; deleted at the end.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("vero-packages-").FullName;

    /// <summary>The folder of the packages.</summary>
    public string Feed => Path.Combine(Folder, "feed");

    /// <summary>The folder of the packages of the next version.</summary>
    public string NextFeed => Path.Combine(Folder, "next");

    /// <summary>The folder of the domain's package.</summary>
    public string DomainFeed => Path.Combine(Folder, "domain");

    /// <summary>The sources that were packed.</summary>
    internal RepositoryCopy? Sources { get; private set; }

    /// <summary>The consumers' sources, in a folder whose name is not easy.</summary>
    public string Consumers => Path.Combine(Folder, "consumers of Zoë 客");

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        foreach (string feed in (string[])[Feed, DomainFeed])
            Directory.CreateDirectory(feed);
        // The SDK of the repository is that of the consumers.
        File.Copy(Path.Combine(Repository.Root, "global.json"), Path.Combine(Folder, "global.json"));
        Sources = RepositoryCopy.Make(Path.Combine(Folder, "repository"));
        string output = await Sources.PackAsync(RepositoryCopy.Packages, Feed, Version);
        Assert.True(output.Length == 0, output);

        RepositoryCopy.CopyFolder(Path.Combine(Repository.Root, "tests", "Vero.Typed.Packages.Tests", "Consumers"), Consumers);
        await File.WriteAllTextAsync(Path.Combine(Consumers, "Packages.props"), $"""
            <Project>
              <PropertyGroup>
                <VeroVersion>{Version}</VeroVersion>
                <VeroNextVersion>{NextVersion}</VeroNextVersion>
                <VeroNextFeed>{NextFeed}</VeroNextFeed>
                <RestoreAdditionalProjectSources>{Feed};{DomainFeed}</RestoreAdditionalProjectSources>
                <RestorePackagesPath>{Path.Combine(Folder, "cache")}</RestorePackagesPath>
                <RestoreAdditionalProjectFallbackFolders>{RepositoryCopy.PackageFolder}</RestoreAdditionalProjectFallbackFolders>
              </PropertyGroup>
            </Project>
            """, TestContext.Current.CancellationToken);
        Assert.Equal("", await CommandLine.SuccessAsync(Path.Combine(Consumers, "Domain"), "pack", "-c", "Release", "-o", DomainFeed, "-tl:off", "-v", "q"));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await CommandLine.ShutDownCompilerServerAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
