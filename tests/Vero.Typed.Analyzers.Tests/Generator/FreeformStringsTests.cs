using Vero.Typed.TestHarness;

namespace Vero.Typed.Analyzers.Tests.Generator;

/// <summary>FreeformValues.Strings: every freeform value is text, as Vero's published schema has it.</summary>
public sealed class FreeformStringsTests
{
    private const string Members = """
        [VeroId] public int Id = 1; [VeroEmail] public string Email = "a@b.c";
        [VeroTrait] public string Text = "q\"x"; [VeroTrait] public int Number = -7; [VeroTrait] public decimal Price = 1.50m; [VeroTrait] public double? Ratio = 0.5;
        [VeroTrait] public bool Yes = true; [VeroTrait] public bool? No = false; [VeroTrait] public bool? Nothing; [VeroTrait(WriteNull = true)] public int? Null;
        [VeroTrait] public DayOfWeek Day = DayOfWeek.Friday; [VeroTrait] public DateTime At = new(2024, 1, 2, 0, 0, 0, DateTimeKind.Utc);
        [VeroTrait] public int[] Numbers = { 1, 2 }; [VeroTrait] public List<string?> Texts = new() { "a\"é\\\n", null }; [VeroTrait] public Dictionary<string, bool> Map = new() { ["k"] = true };
        [VeroTrait] public Geo Place = new(); [VeroTrait] public Level Level = new(3);
        [VeroTimezone] public int Zone = -7; [VeroLanguage] public string Language = "en"; [VeroUserAgent] public string Agent = "x";
        [VeroData] public Dictionary<string, object?> Extra = new() { ["n"] = 1, ["o"] = new Dictionary<string, object?> { ["timezone"] = null }, ["s"] = "t", ["nothing"] = null };
        """;

    private const string Types = "public class Geo { [VeroTrait(\"timezone\")] public double Latitude = 46.9; } public readonly record struct Level(int Value);\n";

    private const string AsStrings =
        """{"id":"1","email":"a@b.c","data":{"text":"q\"x","number":"-7","price":"1.50","ratio":"0.5","yes":"true","no":"false","null":null,"day":"Friday","at":"2024-01-02T00:00:00Z","numbers":"[1,2]","texts":"[\"a\\\"é\\\\\\n\",null]","map":"{\"k\":true}","place":"{\"timezone\":46.9}","level":"3","timezone":-7,"language":"en","userAgent":"x","n":"1","o":"{\"timezone\":null}","s":"t"}}""";

    [Theory]
    [InlineData("[VeroSerialization(FreeformValues = FreeformValues.Strings)] public class Customer", "")]
    [InlineData("[VeroSerialization(FreeformValues = FreeformValues.Strings)] public partial class Customer", "")]
    [InlineData("public class Customer", "[assembly: VeroSerialization(FreeformValues = FreeformValues.Strings)]")]
    [InlineData("[VeroSerialization(Naming = Naming.SnakeCase)] public class Customer", "[assembly: VeroSerialization(FreeformValues = FreeformValues.Strings)]")]
    [InlineData("[VeroSerialization(FreeformValues = FreeformValues.Strings)] public class Customer", "[assembly: VeroSerialization(FreeformValues = FreeformValues.Native)]")]
    [InlineData("public class Customer : Base", "[assembly: VeroSerialization(FreeformValues = FreeformValues.Native)]")]
    public void Every_kind_is_text_but_the_timezone_and_null(string declaration, string assembly) =>
        Assert.Equal(AsStrings, GeneratorHarness.Run(Source(declaration, assembly, Members)).Json);

    [Theory]
    [InlineData("public class Customer", "")]
    [InlineData("[VeroSerialization(FreeformValues = FreeformValues.Native)] public class Customer", "[assembly: VeroSerialization(FreeformValues = FreeformValues.Strings)]")]
    [InlineData("[VeroSerialization(FreeformValues = FreeformValues.Native)] public class Customer : Base", "")]
    public void Native_is_the_default_and_can_be_said_again(string declaration, string assembly) => Assert.Equal(
        """{"id":"1","data":{"number":7}}""",
        GeneratorHarness.Run(Source(declaration, assembly, "[VeroId] public int Id = 1; [VeroTrait] public int Number = 7;")).Json);

    [Fact]
    public void A_customer_without_values_sends_none() => Assert.Equal(
        """{"id":"1"}""",
        GeneratorHarness.Run(Source(
            "[VeroSerialization(FreeformValues = FreeformValues.Strings)] public class Customer", "", "[VeroId] public int Id = 1; [VeroTrait] public int? Number;")).Json);

    private static string Source(string declaration, string assembly, string members) => $$"""
        using System;
        using System.Collections.Generic;
        using Vero.Typed;
        {{assembly}}
        {{Types}}
        [VeroSerialization(FreeformValues = FreeformValues.Strings)] public abstract class Base { }
        {{declaration}} { {{members}} }
        public static class Case { public static IdentifyRequest Make() => new Customer().ToIdentifyRequest(); }
        """;
}
