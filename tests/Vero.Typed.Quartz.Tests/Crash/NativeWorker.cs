using System.Text.RegularExpressions;
using Vero.Typed.TestSupport;

namespace Vero.Typed.Quartz.Tests.Crash;

/// <summary>
/// The worker, published natively into a folder of its own, intermediate files included: other tests may build the repository at the same time. Without a
/// native linker, every test that asks for it is skipped.
/// </summary>
public sealed partial class NativeWorker : IAsyncLifetime
{
    private const string Name = "Vero.Typed.Quartz.Worker";

    private readonly string _folder = Directory.CreateTempSubdirectory("vero-native-worker-").FullName;
    private string _output = "";
    private string? _noLinker;

    public string PublishOutput
    {
        get
        {
            Assert.SkipWhen(_noLinker is not null, $"There is no native linker on this machine: {_noLinker}");
            return _output;
        }
    }

    public string Program
    {
        get
        {
            Assert.NotEmpty(PublishOutput);
            return Path.Combine(_folder, "out", OperatingSystem.IsWindows() ? $"{Name}.exe" : Name);
        }
    }

    public async ValueTask InitializeAsync()
    {
        string elsewhere = Path.Combine(_folder, "elsewhere.props");
        await File.WriteAllTextAsync(
            elsewhere,
            $"""
            <Project>
              <PropertyGroup Condition="'$(MSBuildProjectName)' == '{Name}'">
                <BaseIntermediateOutputPath>{_folder}/obj/</BaseIntermediateOutputPath>
                <BaseOutputPath>{_folder}/bin/</BaseOutputPath>
                <DefaultItemExcludes>$(DefaultItemExcludes);obj/**;bin/**</DefaultItemExcludes>
                <RestoreRecursive>false</RestoreRecursive>
                <BuildProjectReferences>false</BuildProjectReferences>
              </PropertyGroup>
            </Project>
            """);
        ProgramRun publish = await ProgramRun.OfAsync(
            "dotnet",
            ["publish", Repository.PathOf($"tests/{Name}"), "-c", Repository.Configuration, "-o", Path.Combine(_folder, "out"), "-warnaserror", "-tl:off", $"-p:CustomBeforeDirectoryBuildProps={elsewhere}"],
            TestContext.Current.CancellationToken,
            "",
            ("DOTNET_CLI_UI_LANGUAGE", "en"), ("DOTNET_NOLOGO", "1"), ("MSBUILDDISABLENODEREUSE", "1"));
        _output = publish.Output + publish.Errors;
        if (publish.ExitCode == 0)
            return;
        _noLinker = NoLinker().Match(_output) is { Success: true } found ? found.Value : null;
        Assert.True(_noLinker is not null, _output);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [GeneratedRegex(@"Platform linker .*not found[^\[]*")]
    private static partial Regex NoLinker();
}
