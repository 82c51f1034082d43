namespace Vero.Typed.Packages.Tests.Release;

/// <summary>
/// A second copy of the repository, and what is packed of it: the same version once more, and the next version, which has an addition.
/// </summary>
public sealed class NextPackages(PackedPackages packages) : IAsyncLifetime
{
    private const string AdditionFile = "src/Vero.Typed/AddedLater.cs";

    private const string Addition =
        """
        namespace Vero.Typed;

        /// <summary>What the next version adds.</summary>
        public static class AddedLater
        {
            /// <summary>The size of a request.</summary>
            public static int Size(IdentifyRequest request) => request.Utf8Json.Length;
        }
        """;

    private RepositoryCopy? _copy;

    /// <summary>The folder of the packages of the same version.</summary>
    public string SameFeed { get; } = Path.Combine(packages.Folder, "same");

    /// <summary>What packing the next version printed, when it was compared with the first one.</summary>
    public string Added { get; private set; } = "";

    /// <summary>Packs the next version without a member that it had.</summary>
    /// <returns>What that printed.</returns>
    public async Task<string> PackWithoutMemberAsync()
    {
        await _copy!.WriteAsync(AdditionFile, Addition.Replace("public static int", "internal static int", StringComparison.Ordinal));
        return await PackNextAsync(Path.Combine(packages.Folder, "less"), PackedPackages.NextVersion, packages.NextFeed);
    }

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        // Not as long as the folder of the first copy, and not as plain.
        _copy = packages.Sources!.CopyTo(Path.Combine(packages.Folder, "another copy of ü"));
        string output = await _copy.PackAsync(RepositoryCopy.Packages, SameFeed, PackedPackages.Version);
        Assert.True(output.Length == 0, output);
        await _copy.WriteAsync(AdditionFile, Addition);
        Added = await PackNextAsync(packages.NextFeed, PackedPackages.Version, packages.Feed);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private Task<string> PackNextAsync(string feed, string baseline, string baselineFeed) => _copy!.PackAsync(
        "src/Vero.Typed", feed, PackedPackages.NextVersion, $"-p:BaselineVersion={baseline}", $"-p:BaselineFolder={baselineFeed}");
}
