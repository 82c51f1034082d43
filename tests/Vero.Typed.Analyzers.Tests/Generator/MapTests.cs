using Vero.Typed.TestHarness;

namespace Vero.Typed.Analyzers.Tests.Generator;

/// <summary>Types that cannot be annotated, and second payloads of a type.</summary>
public sealed class MapTests
{
    private const string Sdk = """
        namespace Sdk
        {
            public class Customer { public string Id => "c1"; public string? Email { get; set; } public Plan? Plan { get; set; } public System.Collections.Generic.Dictionary<string, string> Metadata { get; } = new(); }
            public class Plan { public string Name => "Pro"; }
            public struct Point { public int Id { get; set; } }
        }
        """;

    [Fact]
    public void The_only_map_of_a_type_makes_extension_methods() => Assert.Equal(
        """{"id":"c1","email":"zoe@example.com","data":{"plan":"Pro","source":"sdk","a":"b"}}""",
        Run("""
            [VeroMap(typeof(Sdk.Customer))]
            [VeroId(From = "Id")] [VeroEmail(From = "Email")] [VeroTrait("plan", From = "Plan.Name")] [VeroTrait("source", Value = "sdk")] [VeroData(From = "Metadata")]
            public static partial class SdkCustomer;
            public static class Case { public static IdentifyRequest Make() => new Sdk.Customer { Email = "zoe@example.com", Plan = new(), Metadata = { ["a"] = "b" } }.ToIdentifyRequest(); }
            """));

    [Fact]
    public void Several_maps_and_a_map_of_an_annotated_type_are_called_by_name()
    {
        GeneratorRun run = GeneratorHarness.Run($$"""
            using Vero.Typed;
            [VeroMap(typeof(Sdk.Customer))] [VeroId(From = "Id")] public static partial class First;
            [VeroMap(typeof(Sdk.Customer))] [VeroId(From = "Id", Prefix = "crm-")] internal static partial class Second;
            public class Own { [VeroId] public int Id => 1; public int Other => 2; }
            [VeroMap(typeof(Own))] [VeroId(From = "Other")] public static partial class Third;
            public static class Case
            {
                public static System.Collections.Generic.List<IdentifyRequest> MakeAll() => new() { First.ToIdentifyRequest(new Sdk.Customer()), Second.ToIdentifyRequest(new Sdk.Customer()), new Own().ToIdentifyRequest(), Third.ToIdentifyRequest(new Own()) };
            }
            {{Sdk}}
            """);
        Assert.Equal(["""{"id":"c1"}""", """{"id":"crm-c1"}""", """{"id":"1"}""", """{"id":"2"}"""], run.AllJson);
    }

    [Fact]
    public void A_struct_can_be_mapped() => Assert.Equal("""{"id":"4"}""", Run("""
        namespace Maps { [VeroMap(typeof(Sdk.Point))] [VeroId(From = "Id")] static partial class PointMap; }
        public static class Case { public static IdentifyRequest Make() => Maps.PointMap.ToIdentifyRequest(new Sdk.Point { Id = 4 }); }
        """));

    [Fact]
    public void A_map_has_converters_of_its_own() => Assert.Equal("""{"id":"C1"}""", Run("""
        [VeroMap(typeof(Sdk.Customer))] [VeroId(From = "Id", Converter = nameof(Upper))]
        static partial class Map { private static string Upper(string id) => id.ToUpperInvariant(); }
        public static class Case { public static IdentifyRequest Make() => new Sdk.Customer().ToIdentifyRequest(); }
        """));

    private static string Run(string source) => GeneratorHarness.Run($"using Vero.Typed; {source} {Sdk}").Json;
}
