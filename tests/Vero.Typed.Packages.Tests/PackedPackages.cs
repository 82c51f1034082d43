using System.Reflection;

[assembly: AssemblyFixture(typeof(Vero.Typed.Packages.Tests.PackedPackages))]

namespace Vero.Typed.Packages.Tests;

/// <summary>The packages, packed once for all tests into a folder of their own.</summary>
public sealed class PackedPackages : IAsyncLifetime
{
    /// <summary>A version that no cache has seen.</summary>
    public string Version { get; } = $"0.0.0-test{Guid.NewGuid():N}";

    /// <summary>Where the packages and the consumers are; deleted at the end.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("vero-packages-").FullName;

    /// <summary>The repository that is tested.</summary>
    public static string RepositoryRoot { get; } = typeof(PackedPackages).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(static attribute => attribute.Key == "RepositoryRoot").Value!;

    /// <summary>The folder of the packages.</summary>
    public string Feed => Path.Combine(Folder, "feed");

    /// <summary>Makes an empty console project that installs a package.</summary>
    /// <returns>Its folder.</returns>
    public async Task<string> NewConsumerAsync(string package, string name)
    {
        string folder = Directory.CreateDirectory(Path.Combine(Folder, name)).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "Consumer.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <RestoreAdditionalProjectSources>{Feed}</RestoreAdditionalProjectSources>
                <RestorePackagesPath>{Path.Combine(Folder, "cache")}</RestorePackagesPath>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="{package}" Version="{Version}" />
              </ItemGroup>
            </Project>
            """, TestContext.Current.CancellationToken);
        return folder;
    }

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        (int exitCode, string output) = await DotNet.RunAsync(
            RepositoryRoot, "pack", "Vero.Typed.sln", "-c", "Release", "-o", Feed, $"-p:Version={Version}", "-p:RestoreLockedMode=false", "-tl:off");
        Assert.True(exitCode == 0, output);
        Assert.DoesNotContain("warning", output, StringComparison.OrdinalIgnoreCase);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
