namespace Vero.Typed.NativeAot.Tests;

/// <summary>
/// A folder of its own for a publish of the sample, intermediate files included: other tests may build and restore the repository at the same
/// time. The libraries are those that the build of this test has made.
/// </summary>
internal sealed class PublishFolder : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("vero-native-").FullName;

    /// <summary>The native program, after the publish.</summary>
    public string Program => Path.Combine(_folder, "out", OperatingSystem.IsWindows() ? "NativeAot.exe" : "NativeAot");

    /// <summary>What the native compiler was told, one argument a line, after the publish.</summary>
    public IReadOnlyList<string> CompilerArguments =>
        File.ReadAllLines(Directory.EnumerateFiles(_folder, "NativeAot.ilc.rsp", SearchOption.AllDirectories).Single());

    /// <summary>The files that were published, debug symbols and documentation aside.</summary>
    public IReadOnlyList<string> Published => [.. Directory.EnumerateFiles(Path.Combine(_folder, "out")).Select(Path.GetFileName).OfType<string>()
        .Where(static file => Path.GetExtension(file) is not (".dbg" or ".pdb" or ".xml")).Order(StringComparer.Ordinal)];

    /// <summary>Publishes the sample.</summary>
    /// <param name="planted">Source that is compiled with it, or null.</param>
    public async Task<ProgramRun> PublishAsync(string? planted = null)
    {
        if (planted is not null)
            await File.WriteAllTextAsync(Path.Combine(_folder, "Planted.cs"), planted, TestContext.Current.CancellationToken);

        string elsewhere = Path.Combine(_folder, "elsewhere.props");
        await File.WriteAllTextAsync(
            elsewhere,
            $"""
            <Project>
              <PropertyGroup Condition="'$(MSBuildProjectName)' == 'NativeAot'">
                <BaseIntermediateOutputPath>{_folder}/obj/</BaseIntermediateOutputPath>
                <BaseOutputPath>{_folder}/bin/</BaseOutputPath>
                <DefaultItemExcludes>$(DefaultItemExcludes);obj/**;bin/**</DefaultItemExcludes>
                <RestoreRecursive>false</RestoreRecursive>
                <BuildProjectReferences>false</BuildProjectReferences>
                <Optimize>true</Optimize>
              </PropertyGroup>
              <ItemGroup Condition="'$(MSBuildProjectName)' == 'NativeAot'">
                <Compile Include="{_folder}/*.cs" />
              </ItemGroup>
            </Project>
            """,
            TestContext.Current.CancellationToken);

        return await ProgramRun.OfAsync(
            "dotnet",
            ["publish", Repository.PathOf("samples/NativeAot"), "-c", Repository.Configuration, "-o", Path.Combine(_folder, "out"), "-warnaserror", "-tl:off", $"-p:CustomBeforeDirectoryBuildProps={elsewhere}"],
            TestContext.Current.CancellationToken,
            "",
            ("DOTNET_CLI_UI_LANGUAGE", "en"), ("DOTNET_NOLOGO", "1"), ("MSBUILDDISABLENODEREUSE", "1"));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
