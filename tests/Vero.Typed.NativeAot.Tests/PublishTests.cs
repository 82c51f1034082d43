namespace Vero.Typed.NativeAot.Tests;

public sealed class PublishTests(PublishedSample sample)
{
    [Fact]
    public void It_publishes_without_a_warning()
    {
        Assert.Equal([Path.GetFileName(sample.Folder.Program), "appsettings.json"], sample.Folder.Published);
        Assert.Contains("Generating native code", sample.PublishOutput, StringComparison.Ordinal);
        Assert.DoesNotContain("warning", sample.PublishOutput, StringComparison.OrdinalIgnoreCase);
    }

    // What the native compiler itself finds would have failed the publish: nothing tells it to be silent.
    [Fact]
    public void The_native_compiler_takes_every_warning_for_an_error()
    {
        IReadOnlyList<string> arguments = sample.Folder.CompilerArguments;

        Assert.Contains("--warnaserror", arguments);
        Assert.Contains("--nosinglewarnassembly:Vero.Typed.Client", arguments);
        Assert.DoesNotContain(arguments, static argument => argument is "--notrimwarn" or "--noaotwarn" || argument.StartsWith("--nowarnerr", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Planted_reflection_stops_a_publish()
    {
        ProgramRun publish = await sample.Folder.PublishAsync(
            "namespace NativeAot; internal static class Planted { public static object? Make(string type) => System.Activator.CreateInstance(System.Type.GetType(type)!); }");

        Assert.NotEqual(0, publish.ExitCode);
        Assert.Contains("Planted.cs(1,", publish.Output, StringComparison.Ordinal);
        Assert.Contains("error IL2057", publish.Output, StringComparison.Ordinal);
    }
}
