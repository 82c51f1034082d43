using Microsoft.CodeAnalysis;
using Vero.Typed.TestHarness;

namespace Vero.Typed.Analyzers.Tests.Generator;

/// <summary>Values that a method converts before they are sent.</summary>
public sealed class ConverterTests
{
    private const string Declarations = """
        public sealed class Money { public Money(decimal amount) => Amount = amount; public decimal Amount { get; } public string Secret => "s"; }
        public readonly struct Stamp { public Stamp(int value) => Number = value; public int Number { get; } public bool IsSet => true; }
        public enum Season { Low, High }
        public record Shape(string Name, int Sides);
        public record Gone(string Name, int Sides);
        public static class Converters
        {
            [VeroConverter] public static decimal ToVero(Money value) => value.Amount;
            [VeroConverter] internal static string ToVero(Stamp value) => "s" + value.Number;
            [VeroConverter] public static string ToVero(Season season) => season == Season.Low ? "l" : "h";
            [VeroConverter] public static string[]? ToVero(Shape? shape) => shape is null ? new[] { "none" } : shape.Sides == 0 ? null : new[] { shape.Name };
            [VeroConverter] public static int? ToVero(Gone gone) => gone.Sides == 0 ? null : gone.Sides;
        }
        """;

    [Theory]
    [InlineData("Money?", "new(1.50m)", "1.50")]
    [InlineData("Money?", "null", null)]
    [InlineData("Money", "new(2m)", "2")]
    [InlineData("Stamp", "new(3)", "\"s3\"")]
    [InlineData("Stamp?", "new Stamp(3)", "\"s3\"")]
    [InlineData("Stamp?", "null", null)]
    [InlineData("Season", "Season.High", "\"h\"")]
    [InlineData("Season?", "Season.Low", "\"l\"")]
    [InlineData("Season?", "null", null)]
    [InlineData("Shape?", "new(\"box\", 4)", "[\"box\"]")]
    [InlineData("Shape?", "null", "[\"none\"]")]
    [InlineData("Shape?", "new(\"dot\", 0)", null)]
    [InlineData("Gone?", "new(\"box\", 4)", "4")]
    [InlineData("Gone?", "new(\"dot\", 0)", null)]
    [InlineData("Money?[]", "new[] { new Money(1m), null }", "[1,null]")]
    [InlineData("List<Stamp?>", "new() { new Stamp(1), null }", "[\"s1\",null]")]
    [InlineData("Shape?[]", "new[] { new Shape(\"dot\", 0), null }", "[null,[\"none\"]]")]
    [InlineData("Dictionary<string, Money?>", "new() { [\"a\"] = new(1m), [\"b\"] = null }", "{\"a\":1,\"b\":null}")]
    [InlineData("Dictionary<Season, int>", "new() { [Season.High] = 1, [Season.Low] = 2 }", "{\"h\":1,\"l\":2}")]
    [InlineData("Dictionary<Stamp, Money>", "new() { [new(1)] = new(2m) }", "{\"s1\":2}")]
    [InlineData("Dictionary<DayOfWeek, int>", "new() { [DayOfWeek.Monday] = 1 }", "{\"Monday\":1}")]
    [InlineData("IEnumerable<KeyValuePair<DayOfWeek, bool>>", "new Dictionary<DayOfWeek, bool> { [DayOfWeek.Friday] = true }", "{\"Friday\":true}")]
    public void Values_items_keys_and_entries_are_converted(string type, string value, string? expected) =>
        Assert.Equal(Body(expected), Json($"[VeroTrait(\"x\")] public {type} A = {value};"));

    [Fact]
    public void Ids_and_emails_are_converted() => Assert.Equal(
        """{"id":"c-7","email":"a@b"}""",
        Json("[VeroId(Prefix = \"c-\")] public Stamped Key = new(); [VeroEmail] public Mail? Mail = new();", """
            public class Stamped { public int A => 7; public int B => 8; }
            public class Mail { public string A => "a@b"; public string B => ""; }
            public static class More { [VeroConverter] public static int Id(Stamped s) => s.A; [VeroConverter] public static string Of(Mail m) => m.A; }
            """, id: ""));

    [Theory]
    [InlineData("[VeroTrait(\"x\", Converter = nameof(Text))] public Money? A = new(1.5m); static string Text(Money m) => \"m\" + m.Amount.ToString(System.Globalization.CultureInfo.InvariantCulture);", "\"m1.5\"")]
    [InlineData("[VeroTrait(\"x\", Converter = nameof(Text))] public Money? A = null; static string Text(Money m) => \"m\";", null)]
    [InlineData("[VeroTrait(\"x\", Converter = nameof(Text))] public Money? A = null; static string Text(Money? m) => m is null ? \"none\" : \"m\";", "\"none\"")]
    [InlineData("[VeroTrait(\"x\", Converter = nameof(Text))] public Money[] A = { new(1m), new(2m) }; static string Text(Money m) => \"m\" + (int)m.Amount;", "[\"m1\",\"m2\"]")]
    [InlineData("[VeroTrait(\"x\", Converter = nameof(Text))] public Money[] A = { new(1m), new(2m) }; static int Text(Money[] m) => m.Length;", "2")]
    [InlineData("[VeroTrait(\"x\", Converter = nameof(Day))] public DateTime A = new(2026, 3, 1, 9, 30, 0); static DateOnly Day(DateTime d) => DateOnly.FromDateTime(d);", "\"2026-03-01\"")]
    [InlineData("[VeroTrait(\"x\", From = \"[].Amount\", Converter = nameof(Whole))] public Money[] A = { new(1.9m) }; static long Whole(decimal d) => (long)d;", "[1]")]
    [InlineData("[VeroTrait(\"x\", Converter = nameof(Season))] public Season A = default; static Season Season(Season s) => global::Season.High;", "\"High\"")]
    public void A_member_names_its_own(string members, string? expected) => Assert.Equal(Body(expected), Json(members, kind: "partial class"));

    [Fact]
    public void A_converter_that_throws_is_named_and_its_exception_is_inside()
    {
        VeroSerializationException thrown = Assert.Throws<VeroSerializationException>(() => Json(
            "[VeroTrait(\"x\")] public Bad A = new();",
            "public class Bad { public int A => 1; public int B => 2; } public static class BadConverters { [VeroConverter] public static string ToVero(Bad bad) => throw new FormatException(\"secret 42\"); }"));
        Assert.Equal(("Customer", "A"), (thrown.TypeName, thrown.MemberName));
        Assert.Contains("BadConverters.ToVero", thrown.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("42", thrown.Message, StringComparison.Ordinal);
        Assert.IsType<FormatException>(thrown.InnerException);
    }

    [Theory]
    [InlineData("[assembly: VeroConverters(typeof(Domain.DomainConverters))]", "", "\"d\"")]
    [InlineData("", "[VeroConverters(typeof(Domain.DomainConverters))]", "\"d\"")]
    [InlineData("[assembly: VeroConverters(typeof(Domain.DomainConverters))] public static class Own { [VeroConverter] public static string ToVero(Domain.Money m) => \"own\"; }", "", "\"own\"")]
    public void Those_of_another_assembly_apply_where_they_are_listed(string assembly, string onType, string expected)
    {
        CompiledAssembly domain = GeneratorHarness.Run(
            """
            using Vero.Typed;
            namespace Domain { public class Money { public int A => 1; public int B => 2; } public static class DomainConverters { [VeroConverter] public static string ToVero(Money m) => "d"; } }
            """, new HarnessOptions { AssemblyName = "Domain" }).ToAssembly();
        Assert.Equal(Body(expected), GeneratorHarness.Run(
            $$"""
            using Vero.Typed;
            {{assembly}}
            {{onType}} public class Customer { [VeroId] public int Id = 1; [VeroTrait("x")] public Domain.Money A = new(); }
            public static class Case { public static IdentifyRequest Make() => new Customer().ToIdentifyRequest(); }
            """, new HarnessOptions { References = [domain] }).Json);
    }

    [Fact]
    public void An_edit_of_a_converters_result_regenerates_exactly_its_users()
    {
        const string User = "using Vero.Typed; public class User { [VeroId] public int Id; [VeroTrait] public Money? A; } public class Money { public int A => 1; public int B => 1; }";
        const string Other = "using Vero.Typed; public class Other { [VeroId] public int Id; [VeroTrait] public int A; }";
        const string Converters = "using Vero.Typed; public static class Converters { [VeroConverter] public static int ToVero(Money m) => 1; }";
        GeneratorRun run = GeneratorHarness.Run([User, Other, Converters]);

        GeneratorRun edited = run.Edited(User, Other, Converters.Replace("static int", "static string", StringComparison.Ordinal).Replace("=> 1;", "=> \"1\";", StringComparison.Ordinal));
        Assert.Single(edited.Reasons(TrackingNames.Type), IncrementalStepRunReason.Modified);
        Assert.DoesNotContain(IncrementalStepRunReason.Modified, run.Edited(User, Other, Converters.Replace("=> 1;", "=> 2;", StringComparison.Ordinal)).Reasons(TrackingNames.Type));
    }

    private static string Body(string? value) => value is null ? """{"id":"1"}""" : $$$"""{"id":"1","data":{"x":{{{value}}}}}""";

    private static string Json(string members, string declarations = "", string id = "[VeroId] public int Id = 1;", string kind = "class") => GeneratorHarness.Run($$"""
        using System;
        using System.Collections.Generic;
        using Vero.Typed;
        {{Declarations}}
        {{declarations}}
        public {{kind}} Customer { {{id}} {{members}} }
        public static class Case { public static IdentifyRequest Make() => new Customer().ToIdentifyRequest(); }
        """).Json;

    [Fact]
    public void A_converter_of_the_assembly_may_make_the_value_of_a_reserved_key() => Assert.Equal(
        """{"id":"1","data":{"timezone":0}}""",
        GeneratorHarness.Run("""
            using Vero.Typed;
            public class Zone { }
            public static class Converters { [VeroConverter] public static System.TimeZoneInfo? ToVero(Zone? value) => value is null ? null : System.TimeZoneInfo.Utc; }
            public class Customer { [VeroId] public int Id => 1; [VeroTimezone] public Zone? A => new(); }
            public static class Case { public static IdentifyRequest Make() => new Customer().ToIdentifyRequest(); }
            """).Json);
}
