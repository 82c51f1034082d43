using Vero.Typed.Packages.Tests.Consumption;
using Vero.Typed.Packages.Tests.Content;

namespace Vero.Typed.Packages.Tests.Release;

/// <summary>What is promised of one version to the next.</summary>
public sealed class ReleaseTests(PackedPackages packages, NextPackages next) : IClassFixture<NextPackages>
{
    [Theory]
    [InlineData("Vero.Typed")]
    [InlineData("Vero.Typed.Client")]
    public async Task The_same_sources_in_another_folder_make_the_same_package_byte_for_byte(string id)
    {
        using var first = new Package(packages.Feed, id);
        using var second = new Package(next.SameFeed, id);
        Assert.Equal(first.Files, second.Files);
        Assert.All(first.Files, file => Assert.Equal(first.Read(file), second.Read(file)));
        Assert.Equal(await ReadAsync(packages.Feed, id), await ReadAsync(next.SameFeed, id));
    }

    // Packing the solution asks every project. SDKs differ in what they say where there is nothing to pack.
    [Fact]
    public async Task A_sample_is_left_out_of_the_packages_without_a_word()
    {
        string[] samples = Directory.GetFiles(Path.Combine(Repository.Root, "samples"), "*.csproj", SearchOption.AllDirectories);
        string nothing = Path.Combine(packages.Folder, "nothing");
        Assert.NotEmpty(samples);
        foreach (string sample in samples)
            Assert.Equal("", await CommandLine.SuccessAsync(Repository.Root, "pack", sample, "--no-build", "-o", nothing, "-tl:off", "-v", "q"));
        Assert.False(Directory.Exists(nothing));
    }

    // The control of the first test.
    [Fact]
    public void Other_sources_make_another_assembly()
    {
        using var first = new Package(packages.Feed, "Vero.Typed");
        using var other = new Package(packages.NextFeed, "Vero.Typed", PackedPackages.NextVersion);
        Assert.NotEqual(first.Read("lib/net10.0/Vero.Typed.dll"), other.Read("lib/net10.0/Vero.Typed.dll"));
        Assert.Equal(first.Read("icon.png"), other.Read("icon.png"));
    }

    [Fact]
    public void A_version_may_add_to_what_the_last_one_offered() => Assert.Equal("", next.Added);

    [Fact]
    public async Task A_version_must_not_take_away_from_it()
    {
        string output = await next.PackWithoutMemberAsync();
        foreach (string framework in (string[])["netstandard2.0", "net8.0", "net10.0"])
        {
            Assert.Contains(
                $"error CP0002: Member 'int Vero.Typed.AddedLater.Size(Vero.Typed.IdentifyRequest)' exists on [Baseline] lib/{framework}/Vero.Typed.dll but not on lib/{framework}/Vero.Typed.dll",
                output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_domain_assembly_runs_on_the_next_version_as_it_is()
    {
        string folder = Path.Combine(packages.Consumers, "NextVersion");
        Assert.Equal("", await CommandLine.SuccessAsync(folder, "msbuild", "-restore", "-nologo", "-v:q", "-tl:off"));
        (int exitCode, string output) = await CommandLine.DotNetAsync(Path.Combine(folder, "bin", "Debug", "net10.0"), "NextVersion.dll");
        Assert.Equal((0, ConsumerProject.Named("NextVersion").Output), (exitCode, output));
    }

    private static Task<byte[]> ReadAsync(string feed, string id) =>
        File.ReadAllBytesAsync(Path.Combine(feed, $"{id}.{PackedPackages.Version}.nupkg"), TestContext.Current.CancellationToken);
}
