using System.Text.Json;
using System.Text.Json.Nodes;
using Vero.Typed.TestHarness;

namespace Vero.Typed.Analyzers.Tests.Generator;

/// <summary>Values of enums that have several names: the generated code, the library at run time and System.Text.Json take the same one.</summary>
public sealed class EnumAliasTests
{
    public static TheoryData<string, string, string> Values => new()
    {
        { "public enum E { First = 1, Second = 1 }", "E.Second", "First" },
        { "public enum E { First = 1, Second = 1, Third = 1, Fourth = 2 }", "E.Third", "First" },
        { "public enum E { Last = 1, Alias = 1, Zero = 0 }", "E.Last", "Alias" },
        { "public enum E { Later = 5, First = 1, Alias = 5, Other = 1, Middle = 3 }", "E.Alias", "Later" },
        { "public enum E { Later = 5, First = 1, Alias = 5, Other = 1, Middle = 3 }", "E.Other", "First" },
        { "public enum E { Below = -1, Minus = -1, Zero = 0 }", "E.Minus", "Minus" },
        { "public enum E : long { Lowest = long.MinValue, Least = long.MinValue, Zero = 0, None = 0 }", "E.None", "Zero" },
        { "public enum E : ulong { Huge = ulong.MaxValue, Most = ulong.MaxValue }", "E.Most", "Huge" },
        { "public enum E { [JsonStringEnumMemberName(\"one\")] First = 1, Second = 1 }", "E.Second", "one" },
        { "public enum E { First = 1, [JsonStringEnumMemberName(\"one\")] Second = 1 }", "E.Second", "First" },
        { "[Flags] public enum E { None = 0, Zero = 0, A = 1, B = 2, Both = 3, AB = 3, C = 4 }", "E.AB | E.C", "Both, C" },
        { "[Flags] public enum E { None = 0, Zero = 0, A = 1, B = 2, Both = 3, AB = 3, C = 4 }", "E.Zero", "None" },
        { "[Flags] public enum E { A = 1, One = 1, Last = 4, Alias = 4, None = 0 }", "E.One | E.Last", "A, Last" },
        { "[Flags] public enum E : ulong { None = 0, Top = 1UL << 63, High = 1UL << 63, Low = 1, L = 1 }", "E.High | E.L", "Low, Top" },
        { "[Flags] public enum E : sbyte { Low = 1, L = 1, Top = -128, High = -128 }", "E.High | E.L", "Top, Low" },
        { "[Flags] public enum E { A = 1, [JsonStringEnumMemberName(\"one\")] One = 1 }", "E.One", "A" },
        { Many, "E.A31", "Z31" },
        { Many, "E.A32", "A32" },
        { Many, "E.Z40", "Z40" },
    };

    // More than sixteen, so .NET sorts them in another way.
    private const string Many = """
        public enum E
        {
            A40 = 40, A39 = 39, A38 = 38, A37 = 37, A36 = 36, A35 = 35, A34 = 34, A33 = 33, A32 = 32, A31 = 31, A30 = 30, A29 = 29, A28 = 28, A27 = 27, A26 = 26,
            A25 = 25, A24 = 24, A23 = 23, A22 = 22, Z40 = 40, Z39 = 39, Z38 = 38, Z37 = 37, Z36 = 36, Z35 = 35, Z34 = 34, Z33 = 33, Z32 = 32, Z31 = 31,
        }
        """;

    [Theory]
    [MemberData(nameof(Values))]
    public void All_take_the_same_name(string declaration, string value, string name)
    {
        GeneratorRun run = GeneratorHarness.Run(CustomerSource.WithMembers(
            $$"""
            [VeroTrait] public E Plain = {{value}}; [VeroTrait] public E? Nullable = {{value}}; [VeroTrait] public E[] Many = { {{value}} };
            [VeroTrait(Json = true)] public string Oracle => System.Text.Json.JsonSerializer.Serialize({{value}}, new System.Text.Json.JsonSerializerOptions { Converters = { new JsonStringEnumConverter() } });
            [VeroData] public Dictionary<string, object?> More = new() { ["more"] = {{value}} };
            """,
            declaration));
        JsonObject data = JsonNode.Parse(run.Json)!["data"]!.AsObject();
        Assert.Equal(
            [("plain", name), ("nullable", name), ("many", name), ("oracle", name), ("more", name)],
            data.Select(static entry => (entry.Key, (string)(entry.Value is JsonArray items ? items[0]! : entry.Value!)!)));
        Assert.DoesNotContain("RunTimeValue(\",\\\"plain", run.Text, StringComparison.Ordinal);
    }

    // System.Text.Json does not know [EnumMember].
    [Fact]
    public void A_name_of_EnumMember_belongs_to_its_own_value_name() => Assert.Equal(
        """{"id":"1","data":{"a":"one","b":"Third","by_value":{"one":1},"more":"one"}}""",
        GeneratorHarness.Run(CustomerSource.WithMembers(
            "[VeroTrait] public E A = E.Second; [VeroTrait] public E B = E.Fourth; [VeroTrait] public Dictionary<E, int> ByValue = new() { [E.Second] = 1 }; [VeroData] public Dictionary<string, object?> More = new() { [\"more\"] = E.First };",
            "public enum E { [EnumMember(Value = \"one\")] First = 1, Second = 1, Third = 3, [EnumMember(Value = \"three\")] Fourth = 3 }")).Json);

    [Fact]
    public void The_documentation_shows_the_name_that_is_sent() => Assert.Contains(
        "\"plan\": \"Alias\" | \"Zero\"  // Plan",
        GeneratorHarness.Run(CustomerSource.WithMembers("[VeroTrait] public E Plan = E.Last;", "public enum E { Last = 1, Alias = 1, Zero = 0 }")).Text,
        StringComparison.Ordinal);

    // A reference assembly may declare the names in another order, as .NET's do.
    [Fact]
    public void What_another_assembly_declares_is_named_at_run_time()
    {
        CompiledAssembly plans = GeneratorHarness.CompileWithoutGenerator(
            "namespace Plans { public enum Plan { Free = 1, Trial = 1, Pro = 2 } public enum Level { Low, High } [System.Flags] public enum Rights { Read = 1, See = 1, Write = 2 } }",
            new HarnessOptions { AssemblyName = "Plans" });
        GeneratorRun run = GeneratorHarness.Run(
            CustomerSource.WithMembers(
                """
                [VeroTrait] public Plans.Plan Plan = Plans.Plan.Trial; [VeroTrait] public Plans.Plan? Nothing; [VeroTrait(WriteNull = true)] public Plans.Plan? Cleared;
                [VeroTrait] public Plans.Level Level = Plans.Level.High; [VeroTrait] public Plans.Rights Rights = Plans.Rights.See | Plans.Rights.Write;
                [VeroTrait] public Dictionary<Plans.Plan, Plans.Plan?> ByPlan = new() { [Plans.Plan.Trial] = Plans.Plan.Trial, [Plans.Plan.Pro] = null };
                """),
            new HarnessOptions { References = [plans] });
        Assert.Equal("""{"id":"1","data":{"plan":"Free","cleared":null,"level":"High","rights":"Read, Write","by_plan":{"Free":"Free","Pro":null}}}""", run.Json);
        Assert.Contains("__json.RunTimeValue(\",\\\"plan\\\":\"u8", run.Text, StringComparison.Ordinal);
        Assert.Contains("\"plan\": \"Free\" | \"Trial\" | \"Pro\",  // Plan", run.Text, StringComparison.Ordinal);
        Assert.Contains("\"rights\": string,  // Rights", run.Text, StringComparison.Ordinal);
        Assert.Contains("global::Plans.Level.High => ", run.Text, StringComparison.Ordinal);
    }
}
