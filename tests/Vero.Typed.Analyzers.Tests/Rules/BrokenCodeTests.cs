using Microsoft.CodeAnalysis;
using Vero.Typed.TestHarness;

namespace Vero.Typed.Analyzers.Tests.Rules;

/// <summary>Code that does not compile, as it is while somebody types: no exception, and no rule on top of the compiler's error.</summary>
public sealed class BrokenCodeTests
{
    private static readonly HarnessOptions Broken = new() { IsBroken = true };

    [Theory]
    [InlineData("public class Customer { [VeroId] public int Id; [VeroTrait] public Unknown A; }")]
    [InlineData("public class Customer { [VeroId] public Unknown Id; }")]
    [InlineData("public class Customer { [VeroId] public int Id; [VeroEmail] public Unknown<string> A; }")]
    [InlineData("public class Customer { [VeroId] public int Id; [VeroTrait] public Unknown? A; [VeroTimezone] public Unknown B; [VeroLanguage] public Unknown.Nested C; }")]
    [InlineData("public class Customer { [VeroId] public int Id; [VeroChannel(\"a\", \"b\")] public Unknown A; [VeroChannel] public System.Collections.Generic.List<Unknown> B; }")]
    [InlineData("public class Customer { [VeroId] public int Id; [VeroTrait] public A; }")]
    [InlineData("public class Customer { [VeroId] public int Id; [VeroTrait] public }")]
    [InlineData("public class Customer { [VeroId] public int Id; [VeroTrait] }")]
    [InlineData("public class Customer { [VeroId] public int Id; [VeroTrait")]
    [InlineData("public class Customer { [VeroId] public int Id; [VeroTrait(")]
    [InlineData("public class Customer { [VeroId] public int Id; [VeroTrait(] public int A; }")]
    [InlineData("public class Customer { [VeroId] public int Id; [VeroTrait(\"] public int A; }")]
    [InlineData("public class Customer { [VeroId] public int Id; [VeroTrait(1)] public int A; }")]
    [InlineData("public class Customer { [VeroId] public int Id; [VeroTrait(typeof(Unknown))] public int A; }")]
    [InlineData("public class Customer { [VeroId] public int Id; [VeroTrait(unknown)] public int A; }")]
    [InlineData("public class Customer { [VeroId] public int Id; [VeroTrait(name)] public int A; public string name = \"a\"; }")]
    [InlineData("public class Customer { [VeroId] public int Id; [VeroTrait(\"a\", \"b\")] public int A; }")]
    [InlineData("public class Customer { [VeroId] public int Id; [VeroTrait(keys: \"a\")] public int A; }")]
    [InlineData("public class Customer { [VeroId] public int Id; [VeroTrait(Unknown = 1)] public int A; }")]
    [InlineData("public class Customer { [VeroId] public int Id; [VeroTrait(Key = \"a\")] public int A; }")]
    [InlineData("public class Customer { [VeroId] public int Id; [VeroTrait(a < b)] public int A; }")]
    [InlineData("public class Customer { [VeroId] public int Id; [VeroChannel(\"a\")] public string A; }")]
    [InlineData("public class Customer { [VeroId] public int Id; [VeroChannel(1, 2)] public string A; }")]
    [InlineData("public class Customer { [VeroId(AllowDefault = )] public int Id; }")]
    [InlineData("public class Customer { [VeroId(AllowDefault = 1)] public int Id; }")]
    [InlineData("public class Customer { [VeroId(AllowDefault = unknown)] public int Id; }")]
    [InlineData("[VeroSerialization(Naming = )] public class Customer { [VeroId] public int Id; [VeroTrait] public int A; }")]
    [InlineData("[VeroSerialization(Naming = Naming.Unknown)] public class Customer { [VeroId] public int Id; [VeroTrait] public int A; }")]
    [InlineData("[VeroSerialization(Naming = (Naming)99)] public class Customer { [VeroId] public int Id; [VeroTrait] public int A; }")]
    [InlineData("[VeroSerialization(Naming = \"a\")] public class Customer { [VeroId] public int Id; [VeroTrait] public int A; }")]
    [InlineData("[assembly: VeroSerialization(Naming = )] public class Customer { [VeroId] public int Id; [VeroTrait] public int A; }")]
    [InlineData("public class Customer : Unknown { [VeroId] public int Id; [VeroTrait] public int A; }")]
    [InlineData("public class Customer : Customer { [VeroId] public int Id; [VeroTrait] public int A; }")]
    [InlineData("public class A : B { [VeroId] public int Id; } public class B : A { [VeroTrait] public int C; }")]
    [InlineData("public class Customer : { [VeroId] public int Id; }")]
    [InlineData("public class Customer<T> where T : Unknown { [VeroId] public int Id; }")]
    [InlineData("public class Customer<T> where { [VeroId] public int Id; }")]
    [InlineData("public class Customer< { [VeroId] public int Id; }")]
    [InlineData("public class { [VeroId] public int Id; }")]
    [InlineData("class")]
    [InlineData("public record Customer([VeroId] int Id, [VeroTrait] )")]
    [InlineData("public record Customer([VeroId] int Id, [VeroTrait] Unknown A);")]
    [InlineData("public record Customer([VeroId] int, [VeroTrait] string);")]
    [InlineData("public record Customer([property: VeroId] int Id, [property: VeroTrait(] int A);")]
    [InlineData("public record Customer([property: VeroId] int Id, [property: ] int A);")]
    [InlineData("public record Customer([property VeroId] int Id);")]
    [InlineData("public class Customer { [VeroId] public int Id; } public class Customer { }")]
    [InlineData("public class Customer { [VeroId] public int Id; [VeroTrait] public int A; } public class Customer { [VeroTrait] public string B; }")]
    [InlineData("public class Customer { [VeroId] public int Id; [VeroTrait] public int A; [VeroTrait(\"b\")] public int A; }")]
    [InlineData("public class Customer { [VeroId] public int Id { get; set } [VeroTrait] public int A { get; }")]
    [InlineData("public class Customer { [VeroId] public int Id; [VeroTrait] public int A =>; }")]
    [InlineData("public class Customer { [VeroId] public int Id; [VeroTrait] public override int A => 1; }")]
    [InlineData("public class Customer { [VeroId] public int Id; [VeroTrait] public abstract int A { get; } }")]
    [InlineData("public enum Plan { A, A, B = , C = D } public class Customer { [VeroId] public int Id; [VeroTrait] public Plan A; }")]
    [InlineData("public enum Plan : Unknown { A } public class Customer { [VeroId] public int Id; [VeroTrait] public Plan A; }")]
    [InlineData("public class Customer : Unknown { [VeroTrait] public int A; }")]
    [InlineData("public record struct Key(Unknown Value); public class Customer { [VeroId] public Key Id; }")]
    [InlineData("public class Customer { [VeroId] public int Id; [VeroTrait] public event System.Action A; }")]
    [InlineData("[assembly: VeroId] [module: VeroTrait] public class Customer { }")]
    [InlineData("public class Customer<[VeroTrait] T> { [VeroId] public int Id; }")]
    [InlineData("public class Customer { [return: VeroTrait] public int A() => 1; [VeroId] public int Id; }")]
    [InlineData("namespace { public class Customer { [VeroId] public int Id; } }")]
    [InlineData("[VeroId] int id = 1;")]
    public async Task The_compilers_error_is_enough(string source)
    {
        source = "using Vero.Typed; " + source;
        GeneratorHarness.Run(source, Broken);
        Assert.Empty((await AnalyzerHarness.RunAsync(source, Broken)).Select(static diagnostic => diagnostic.ToString()));
    }

    [Theory]
    [InlineData("public class Customer { [VeroTrait] public int A; [VeroTrait] public Unknown B; }", "VERO030")]
    [InlineData("public class Customer { [VeroId] public object Id; [VeroTrait] public Unknown B; }", "VERO005")]
    [InlineData("public class Customer { [VeroId] public int Id; [VeroTrait(\"\")] public int A; [VeroTrait(1)] public int B; }", "VERO011")]
    [InlineData("public class Customer { [VeroId] public int Id; [VeroTrait] private int A; public void Method() { unknown(); } }", "VERO008")]
    public async Task A_rule_holds_beside_an_error_elsewhere_in_the_type(string source, string rule) => Assert.Equal(
        [rule], (await AnalyzerHarness.RunAsync("using Vero.Typed; " + source, Broken)).Select(static diagnostic => diagnostic.Id));

    [Theory]
    [InlineData("using Vero.Typed; public class Customer { [VeroId] public int Id; }")]
    [InlineData("public class Customer { [Vero.Typed.VeroId] public int Id; }")]
    public async Task Without_the_library_nothing_is_said(string source)
    {
        HarnessOptions options = Broken with { ReferencesLibrary = false };
        GeneratorHarness.Run(source, options);
        Assert.Empty(await AnalyzerHarness.RunAsync(source, options));
    }

    [Fact]
    public async Task The_librarys_name_without_its_types_is_not_the_library()
    {
        const string Source = "namespace Vero.Typed { public class VeroIdAttribute : System.Attribute { } public class VeroTraitAttribute : System.Attribute { } } public class Customer { [Vero.Typed.VeroTrait] public int Id; }";
        HarnessOptions options = new() { ReferencesLibrary = false };
        Assert.Empty(GeneratorHarness.Run(Source, options).Files);
        Assert.Empty(await AnalyzerHarness.RunAsync(Source, options));
    }

    [Fact]
    public async Task Attributes_of_the_same_name_in_another_namespace_stay_silent() => Assert.Empty(await AnalyzerHarness.RunAsync("""
        namespace Other
        {
            public class VeroIdAttribute : System.Attribute { }
            public class VeroTraitAttribute : System.Attribute { public VeroTraitAttribute(string? key = null) { } }
            public class VeroChannelAttribute : System.Attribute { }
        }
        namespace Shop
        {
            using Other;
            public class Customer { [VeroId] public object? A; [VeroId] public object? B; [VeroTrait("")] public object? C; [VeroChannel] public int D; public void M([VeroTrait] int e) { } }
        }
        """));

    private const string Class = """
        using System;
        using Vero.Typed;
        using Trait = Vero.Typed.VeroTraitAttribute;
        namespace Shop.@event
        {
            public enum Plan { Free, Pro }
            public abstract partial class Person<T> where T : struct { [VeroId] public T Id { get; set; } [VeroTrait("a" + nameof(Plan))] protected int? A => 1; }
            public sealed partial class Customer : Person<Guid> { [Trait] private Plan? Plan => null; [VeroChannel("push", "ios")] public string[] Tokens = { }; }
            public class Calls { public void Call(Customer c) => c.ToIdentifyRequest(); }
        }
        """;

    private const string Record = """
        using Vero.Typed;
        [assembly: VeroSerialization(Naming = Naming.CamelCase)]
        public readonly record struct Key(int Value);
        public record Person([VeroId(AllowDefault = true)] Key Id, [property: VeroTrait($"x")] string? B);
        public record Vip(Key Id, string? B, [VeroTimezone] int Z) : Person(Id, B) { [VeroEmail, System.Obsolete] public string? E { get; init; } = "a@b"; }
        class Calls { object Call(Person p) => p.ToIdentifyRequest(); }
        """;

    private const string Values = """
        using System;
        using System.Globalization;
        using Vero.Typed;
        public record Person([VeroId] int Id, [VeroTimezone] int Zone = 99, [VeroLanguage] string? L = "English");
        public record Vip(int Id, int Z) : Person(Id, Z);
        public class Customer(int z, string l = "x")
        {
            public Customer(int z) : this(z, "en_AU") { (Span, _l) = (TimeSpan.FromHours(15), "x" ?? _l); }
            [VeroId] public int Id { get; init; } = 1;
            [VeroTrait("timezone")] public long? Zone => z;
            private string? _l = nameof(l);
            [VeroLanguage] public string? L { get => _l; set { _l = value; } }
            public TimeSpan Span;
            public void M(Person p, CultureInfo c, TimeZoneInfo i)
            {
                int minutes = (int)i.BaseUtcOffset.TotalMinutes;
                _ = p with { Zone = minutes, L = c.Parent?.EnglishName ?? "x" };
                (L, Span) = (c.LCID.ToString(), -new TimeSpan(15, 0, 0));
                L ??= Id switch { 1 => "English", _ => throw new Exception() };
                _ = new Vip(1, true ? 99 : 1) { L = "x" };
            }
        }
        """;

    private const string Entries = """
        using System.Collections.Generic;
        using System.Text.Json.Nodes;
        using Vero.Typed;
        public record Json([VeroId] int Id, [VeroData] JsonObject? Extra);
        public class Customer
        {
            private readonly Dictionary<string, object?> _extra = new() { ["time_zone"] = 1 };
            [VeroId] public int Id;
            [VeroData] public Dictionary<string, object?> Extra => _extra;
            public void M(Customer? c)
            {
                c?.Extra.Add("timezone", Id > 1 ? "x" : 10);
                var made = new JsonObject { ["language"] = "English" };
                made.TryAdd("userAgent", JsonValue.Create(1));
                _ = new Json(1, null) with { Extra = made };
                _ = new Customer { Extra = { ["timezone"] = (object)99 } };
                ((ICollection<KeyValuePair<string, object?>>)Extra).Add(new("timezone", 5.5));
            }
        }
        """;

    [Theory]
    [InlineData(Class)]
    [InlineData(Record)]
    [InlineData(Values)]
    [InlineData(Entries)]
    public async Task Every_beginning_of_a_good_source_is_survived(string source)
    {
        foreach (string beginning in UnfinishedSources.BeginningsOf(source))
            await AnalyzerHarness.RunAsync(beginning, Broken);
    }

    [Theory]
    [InlineData(Class)]
    [InlineData(Record)]
    [InlineData(Values)]
    [InlineData(Entries)]
    public async Task Every_source_with_one_token_less_is_survived(string source)
    {
        foreach (string unfinished in UnfinishedSources.WithOneTokenLess(source))
            await AnalyzerHarness.RunAsync(unfinished, Broken);
    }

    private const string Options = """
        using System;
        using Vero.Typed;
        const string Local = "M2Y5YTFjN2U4YjQyZDA1NjpjMWU4ZDQ3YTkyZjA2YjM1";
        var o = new VeroClientOptions { AuthToken = args[0] ?? (args is [_, ..] ? Local : "none"), BaseAddress = new(new Uri($"http://{Local}"), "v2") };
        o.BaseAddress = args.Length switch { 0 => new("http://localhost", UriKind.Absolute), _ => o.BaseAddress };
        Customer? c = null;
        try { c?.ToIdentifyRequest(); } finally { new Customer().ToIdentifyRequest(); }
        class Customer { [VeroId] public int Id; }
        """;

    [Fact]
    public async Task Every_beginning_of_a_program_with_a_client_and_every_one_with_a_token_less_is_survived()
    {
        HarnessOptions broken = Broken with { ReferencesClient = true, OutputKind = OutputKind.ConsoleApplication };
        Assert.Equal(
            ["VERO201", "VERO202", "VERO203", "VERO203"],
            (await AnalyzerHarness.RunAsync(Options, broken with { IsBroken = false })).Select(static diagnostic => diagnostic.Id).Order());
        foreach (string unfinished in UnfinishedSources.BeginningsOf(Options).Concat(UnfinishedSources.WithOneTokenLess(Options)))
            await AnalyzerHarness.RunAsync(unfinished, broken);
    }

    [Theory]
    [InlineData(Class, "")]
    [InlineData(Record, "VERO032")]
    [InlineData(Values, "VERO103,VERO104,VERO104,VERO105,VERO106,VERO106,VERO106,VERO106,VERO106,VERO106,VERO106,VERO106")]
    [InlineData(Entries, "VERO107,VERO107,VERO107,VERO107,VERO107,VERO121")]
    public async Task The_whole_sources_are_good(string source, string rules)
    {
        GeneratorHarness.Run(source);
        Assert.Equal(rules, string.Join(',', (await AnalyzerHarness.RunAsync(source)).Select(static diagnostic => diagnostic.Id).Order()));
    }
}
