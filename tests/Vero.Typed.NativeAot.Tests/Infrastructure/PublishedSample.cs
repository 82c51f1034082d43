using System.Text.RegularExpressions;

[assembly: AssemblyFixture(typeof(Vero.Typed.NativeAot.Tests.PublishedSample))]

namespace Vero.Typed.NativeAot.Tests;

/// <summary>The sample as a native program, published once for all tests. Without a native linker, every test that asks for it is skipped.</summary>
public sealed partial class PublishedSample : IAsyncLifetime
{
    private readonly PublishFolder _folder = new();
    private ProgramRun? _publish;
    private string? _noLinker;

    internal PublishFolder Folder
    {
        get
        {
            Assert.SkipWhen(_noLinker is not null, $"There is no native linker on this machine: {_noLinker}");
            return _folder;
        }
    }

    internal string PublishOutput => _publish!.Output + _publish.Errors;

    internal Task<ProgramRun> RunAsync(string[] arguments, params (string Name, string Value)[] environment) =>
        ProgramRun.OfAsync(Folder.Program, arguments, TestContext.Current.CancellationToken, "", environment);

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        _publish = await _folder.PublishAsync();
        if (_publish.ExitCode == 0)
            return;
        _noLinker = NoLinker().Match(PublishOutput) is { Success: true } found ? found.Value : null;
        Assert.True(_noLinker is not null, PublishOutput);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [GeneratedRegex(@"Platform linker .*not found[^\[]*")]
    private static partial Regex NoLinker();
}
