using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis.CodeFixes;
using Vero.Typed.Analyzers.Tests.Generator;
using Vero.Typed.CodeFixes;
using Vero.Typed.CodeFixes.Shape;
using Vero.Typed.TestHarness;

namespace Vero.Typed.Analyzers.Tests.CodeFixes;

/// <summary>Whatever is reported on code that somebody is typing: every fix of it can be computed and applied.</summary>
public sealed class BrokenCodeFixTests
{
    private static readonly HarnessOptions Broken = new() { IsBroken = true, ReferencesClient = true };

    private const string OneType = """
        using Vero.Typed;
        class A { private class B { [VeroId] public int Id; } }
        class C { public int Id; [VeroEmail, VeroTrait] public string E; public int P { get; [param: VeroTrait] set; } [field: VeroTrait] public int Q { get; set; } }
        class D { [VeroId] public int Id; [VeroId] public int X; [VeroTrait("")] public int T; [VeroChannel("a", "b")] public VeroChannel V; }
        """;

    private const string Hierarchy = """
        using V = Vero.Typed;
        abstract record R<T>([V.VeroId] T Id, [V::VeroTrait("n")] T A);
        record S(int Id) : R<int>(Id, 1);
        class P { [V.VeroId] public int Id; [V.VeroTrait("x")] public int Y; [V.VeroTrait(key: "x")] public int X; }
        class Q : R<int> { [V.VeroTrait] int Z; object M(R<int> r) => r.ToIdentifyRequest(); }
        """;

    // What needs the most work is at the end, where the fewest of the tests see it.
    private const string Values = """
        using Vero.Typed;
        class A
        {
            [VeroId] public int I; [VeroTrait("user_agent")] public string U; [VeroTimezone] public int Z; [VeroLanguage] public string L;
            [VeroData] public System.Collections.Generic.Dictionary<string, object> D;
            void M(System.TimeZoneInfo z) { Z = (int)z.BaseUtcOffset.TotalMinutes; L = "en_AU"; D["timezone"] = "10"; }
        }
        """;

    private const string Client = """
        using Vero.Typed;
        class A { [VeroId] public int I; [VeroTrait, System.Text.Json.Serialization.JsonPropertyName("k")] public int J; }
        class P : System.Diagnostics.Process { [VeroEmail] public string E; }
        [VeroEvent] class E { [VeroTrait("user_agent")] public string U; }
        class B { async void C(IVeroClient v, VeroClientOptions o, A a) { a.ToIdentifyRequest(); o.BaseAddress = new("http://a.b"); o.AuthToken = "M2Y5YTFjN2U4YjQyZDA1NjpjMWU4ZDQ3YTkyZjA2YjM1"; } }
        """;

    private const string Others = """
        using Vero.Typed;
        partial struct CustomerId { }
        record A([VeroId] CustomerId Id) { }
        public struct B { [VeroTrait] public int C; }
        """;

    private const string Paths = """
        using Vero.Typed;
        class A { public int Id; }
        class B : A { [VeroEmail(From = "Lenght")] public string E; [VeroTimezone] public string Z; [VeroTrait(Json = true)] public int J; }
        class C { [VeroId] public int Id; [VeroTrait] public System.DateTime D; [VeroTimezone] public string Z; }
        class D : A { [VeroTrait] public int X; }
        class E { [VeroId] public Key Id; } record Key(int Number, bool IsOld);
        """;

    private const string Planned = """
        using Vero.Typed;
        class A { [VeroId] public int Id; [VeroTrait] public string? New; [VeroTrait] public int Changed; [VeroTrait(WriteNull = true)] public C[]? Home; }
        class B { [VeroId] public int Id; [VeroTrait("x")] public string? X; }
        class C { [VeroTrait] public string? City; [VeroTrait] public string? Zip; }
        """;

    private const string Plan = "A id string\nA data.old string\nA data.changed string\nA data.gone bool\nA data.home object[]\nA data.home.city string\nD id string\nD data.x string\n";

    // Fixes that search the solution cannot do so where generators are no files.
    private static CodeFixHarness HarnessFor(string source) => source == Others
        ? new CodeFixHarness([new ExposeValueCodeFixProvider(), new AddIdCodeFixProvider(), new MarkAsValueCodeFixProvider()], Broken with { OtherGenerators = [typeof(MakesTheValueOfAValueObject)] })
        : new CodeFixHarness(TestHarness.CodeFixes.All, source == Planned ? Broken with { Plan = Plan } : Broken);

    [Theory]
    [InlineData(OneType)]
    [InlineData(Hierarchy)]
    [InlineData(Values)]
    [InlineData(Client)]
    [InlineData(Others)]
    [InlineData(Planned)]
    public async Task Every_fix_of_every_beginning_is_survived(string source)
    {
        using CodeFixHarness harness = HarnessFor(source);
        var applied = new HashSet<string>();
        foreach (string beginning in UnfinishedSources.BeginningsOf(source))
            applied.UnionWith(await KeysAsync(harness, beginning));
        Assert.NotEmpty(applied);
    }

    [Theory]
    [InlineData(OneType)]
    [InlineData(Hierarchy)]
    [InlineData(Values)]
    [InlineData(Client)]
    [InlineData(Others)]
    [InlineData(Planned)]
    public async Task Every_fix_of_every_source_with_one_token_less_is_survived(string source)
    {
        using CodeFixHarness harness = HarnessFor(source);
        var applied = new HashSet<string>();
        foreach (string unfinished in UnfinishedSources.WithOneTokenLess(source))
            applied.UnionWith(await KeysAsync(harness, unfinished));
        Assert.NotEmpty(applied);
    }

    // The controls: the sources have something for every kind of fix, and a fix that throws is noticed.
    [Fact]
    public async Task The_sources_need_every_kind_of_fix()
    {
        var applied = new HashSet<string>();
        foreach (string source in new[] { OneType, Hierarchy, Values, Client, Others, Paths, Planned })
        {
            using CodeFixHarness harness = HarnessFor(source);
            applied.UnionWith(await KeysAsync(harness, source));
        }

        Assert.Equal(
            typeof(EquivalenceKeys).GetFields(BindingFlags.Public | BindingFlags.Static).Select(static field => (string)field.GetRawConstantValue()!).Order(StringComparer.Ordinal),
            applied.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_fix_that_throws_is_noticed()
    {
        using var harness = new CodeFixHarness([new Throwing()], Broken);
        await Assert.ThrowsAsync<InvalidOperationException>(() => harness.ApplyAllAsync(OneType));
    }

    private static async Task<IEnumerable<string>> KeysAsync(CodeFixHarness harness, string source) =>
        (await harness.ApplyAllAsync(source)).Select(static applied => applied.Key);

    private sealed class Throwing : CodeFixProvider
    {
        public override ImmutableArray<string> FixableDiagnosticIds => ["VERO009"];

        public override Task RegisterCodeFixesAsync(CodeFixContext context) => throw new InvalidOperationException();
    }
}
