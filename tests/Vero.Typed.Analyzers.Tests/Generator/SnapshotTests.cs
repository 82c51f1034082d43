using Vero.Typed.TestHarness;
using Vero.Typed.TestSupport;

namespace Vero.Typed.Analyzers.Tests.Generator;

/// <summary>
/// What is emitted, as files to read: <c>Snapshots/Plain.cs</c> is annotated, <c>Snapshots/Plain.g.cs</c> is made of it. A change of the emitter
/// shows in their diff. That the code is right is the business of the other tests.
/// </summary>
public sealed class SnapshotTests
{
    private const string Update = "VERO_UPDATE_SNAPSHOTS";

    private static readonly string Folder = Repository.PathOf("tests/Vero.Typed.Analyzers.Tests/Generator/Snapshots");

    public static TheoryData<string> Names =>
        [.. Directory.GetFiles(Folder, "*.cs").Where(static file => !file.EndsWith(".g.cs", StringComparison.Ordinal)).Select(static file => Path.GetFileNameWithoutExtension(file))];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_emitted_code_is_the_snapshot(string name)
    {
        string snapshot = Path.Combine(Folder, name + ".g.cs");
        GeneratorRun run = GeneratorHarness.Run(File.ReadAllText(Path.Combine(Folder, name + ".cs")));
        string emitted = string.Join('\n', run.Files.Concat(run.Stubs).Select(static file => file.SourceText.ToString()));
        if (Environment.GetEnvironmentVariable(Update) == "1")
            File.WriteAllText(snapshot, emitted);

        Assert.Equal(File.ReadAllText(snapshot).ReplaceLineEndings("\n"), emitted);
    }
}
