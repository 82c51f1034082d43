using Vero.Typed.TestHarness;

namespace Vero.Typed.Analyzers.Tests.Generator;

/// <summary>What an IDE shows of users with paths, converters, maps, methods, constants, JSON text and prefixes has the form of what they send.</summary>
public sealed class ComposedPreviewTests
{
    private const string Usings = "using System; using System.Collections.Generic; using System.Linq; using Vero.Typed;\n";

    private const string Shop = """
        public class Address { public string? City { get; set; } public Country? Country { get; set; } }
        public class Country { public int Number { get; set; } public string? Name { get; set; } public int GetRank() => Number; }
        public class Role { public string? Name { get; set; } public int Level { get; set; } public List<string>? Rights { get; set; } }
        public readonly record struct Money(decimal Amount, string? Currency);
        public sealed record Unit(string Name, int Size);
        public readonly record struct Mail(string? Value);
        public sealed record Code(int Value);
        public enum Plan { Free, Pro }
        public class Account { public int Id { get; set; } public string? Email { get; set; } }
        public static class Converters
        {
            [VeroConverter] public static string? ToText(Money money) => money.Currency is null ? null : FormattableString.Invariant($"{money.Amount} {money.Currency}");
            [VeroConverter] public static string ToName(Unit? unit) => unit?.Name ?? "none";
        }

        """;

    [Theory]
    [InlineData("class")]
    [InlineData("partial class")]
    public void A_user_of_everything_is_shown_as_it_is_sent(string kind) => Assert.Equal(
        """
        {
          "id": "vendor-...",  // Id
          "email"?: string,  // Contact.Email
          "channels"?: [
            { "type": "push", "platform": "android", "address": string }  // Devices[].Name
          ],
          "data": {
            "kind": "vendor",
            "rank": 3,
            "is_test": true,
            "ratio": number,
            "level": "Pro",
            "owner"?: string,  // Account.Email
            "city"?: string,  // Home.City
            "rights"?: [string | null, ...],  // Roles[].Rights[]
            "names"?: [string | null, ...],  // Roles[].Name
            "count"?: integer,  // Roles.Count
            "country_rank"?: integer,  // Self().Home.Country.GetRank()
            "price"?: string,  // Price
            "prices": [string | null, ...],  // Prices
            "unit": string,  // Unit
            "by_plan": { [key]: string | null },  // ByPlan
            "short": integer,  // Name
            "settings"?: any,  // Settings
            "display_name": string,  // DisplayName()
            "timezone"?: integer  // Zone, reserved key
          }
        }
        """,
        Run(kind).Preview);

    [Theory]
    [InlineData("new Customer { Id = 1 }")]
    [InlineData("""
        new Customer
        {
            Id = 7, Contact = new() { Email = "a@b" }, Account = new() { Email = "c@d" }, Devices = { new() { Name = "t" }, new() }, Settings = "[1]", Zone = "UTC", Price = new(1, "EUR"), Unit = new("kg", 2),
            Home = new() { City = "Bern", Country = new() { Number = 3 } }, Roles = new() { new() { Name = "a", Rights = new() { "r" } }, new() },
            Prices = { new(2, "CHF"), new(1, null) }, ByPlan = { [Plan.Pro] = new(5, "CHF"), [Plan.Free] = default },
        }
        """)]
    public void Bodies_of_a_user_of_everything_have_the_form_that_is_shown(string user)
    {
        (string preview, string json) = Run("class", user);
        Assert.Null(PreviewText.Difference(preview, json));
    }

    // Each with a user that has every value, and one that has as few as it can.
    [Theory]
    [InlineData("[VeroTrait] public Money A;", "A = new(1, \"EUR\")", "\"a\"?: string,  // A")]
    [InlineData("[VeroTrait] public Money? A;", "A = new(1, \"EUR\")", "\"a\"?: string,  // A")]
    [InlineData("[VeroTrait(WriteNull = true)] public Money A;", "A = new(1, \"EUR\")", "\"a\": string | null,  // A")]
    [InlineData("[VeroTrait] public Unit? A;", "A = new(\"kg\", 1)", "\"a\": string,  // A")]
    [InlineData("[VeroTrait] public Mail A;", "A = new(\"a@b\")", "\"a\"?: string,  // A")]
    [InlineData("[VeroTrait] public Mail? A;", "A = new Mail(\"a@b\")", "\"a\"?: string,  // A")]
    [InlineData("[VeroTrait(WriteNull = true)] public Mail A;", "A = new(\"a@b\")", "\"a\": string | null,  // A")]
    [InlineData("[VeroTrait] public Code A = new(1);", "A = new(2)", "\"a\": integer,  // A")]
    [InlineData("[VeroTrait] public Code? A;", "A = new(2)", "\"a\"?: integer,  // A")]
    [InlineData("[VeroTrait(From = \"Amount\")] public Money A;", "A = new(2, null)", "\"amount\": number,  // A.Amount")]
    [InlineData("[VeroTrait(From = \"Currency\")] public Money A;", "A = new(2, \"EUR\")", "\"currency\"?: string,  // A.Currency")]
    [InlineData("[VeroTrait(From = \"Amount\", WriteNull = true)] public Money? A;", "A = new(2, null)", "\"amount\": number | null,  // A.Amount")]
    [InlineData("[VeroTrait(\"x\", From = \"[].Level\")] public Role?[]? A;", "A = new Role?[] { new(), null }", "\"x\"?: [integer | null, ...],  // A[].Level")]
    [InlineData("[VeroTrait(\"x\", From = \"[].Level\", WriteNull = true)] public Role[]? A;", "A = new[] { new Role() }", "\"x\": [integer | null, ...] | null,  // A[].Level")]
    [InlineData("[VeroTrait(\"x\", Converter = nameof(To))] public string A = \"\"; internal static string? To(string a) => a.Length == 0 ? null : a;", "A = \"a\"", "\"x\"?: string,  // A")]
    [InlineData("[VeroTrait(\"x\", Converter = nameof(To))] public string A = \"\"; internal static int To(string a) => a.Length;", "A = \"a\"", "\"x\": integer,  // A")]
    [InlineData("[VeroTrait(\"x\", Converter = nameof(To))] public string? A; internal static int To(string? a) => a?.Length ?? 0;", "A = \"a\"", "\"x\": integer,  // A")]
    [InlineData("[VeroTrait(\"x\", Converter = nameof(To))] public string? A; internal static Plan[] To(string a) => new[] { Plan.Pro };", "A = \"a\"", "\"x\"?: [\"Free\" | \"Pro\", ...],  // A")]
    [InlineData("[VeroTrait] public int? GetA() => Id == 1 ? null : 2;", "", "\"a\"?: integer,  // GetA()")]
    [InlineData("[VeroTrait] public Money[] A() => new Money[Id];", "", "\"a\": [string | null, ...],  // A()")]
    [InlineData("[VeroTrait(\"x\", From = \"Home.Country.GetRank()\")] public Buyer A() => new(); public class Buyer { public Address? Home => null; }", "", "\"x\"?: integer,  // A().Home.Country.GetRank()")]
    [InlineData("[VeroTrait(Json = true)] public string? A;", "A = \"{\\\"a\\\":[1]}\"", "\"a\"?: any,  // A")]
    [InlineData("[VeroTrait(Json = true, WriteNull = true)] public string? A;", "A = \"1\"", "\"a\": any | null,  // A")]
    [InlineData("[VeroTimezone(Id = true)] public string? A;", "A = \"UTC\"", "\"timezone\"?: integer,  // A, reserved key")]
    [InlineData("[VeroTimezone(From = \"Amount\", Converter = nameof(To))] public Money A; internal static int To(decimal a) => (int)a;", "A = new(2, null)", "\"timezone\": integer,  // A.Amount, reserved key")]
    [InlineData("[VeroLanguage(Converter = nameof(To))] public int A; internal static string? To(int a) => a == 0 ? null : \"en\";", "A = 1", "\"language\"?: string,  // A, reserved key")]
    [InlineData("[VeroData] public Dictionary<Plan, Money>? A;", "A = new() { [Plan.Pro] = new(1, \"EUR\") }", "[key]: string  // the entries of A")]
    [InlineData("[VeroTrait] public Holder A = new();", "A = new() { Price = new(1, \"EUR\"), Mail = new(\"a@b\"), Home = new() { City = \"Bern\" } }", "\"a\": { \"price\"?: string, \"mail\"?: string, \"unit\": string, \"city\"?: string },  // A")]
    public void Bodies_have_the_form_that_is_shown(string member, string given, string line)
    {
        GeneratorRun run = GeneratorHarness.Run($$"""
            {{Usings}}{{Shop}}
            [VeroSerialization(ValueOnly = true)] public class Holder { [VeroTrait] public Money Price; [VeroTrait] public Mail Mail; [VeroTrait] public Unit? Unit; [VeroTrait(From = "City")] public Address? Home; }
            public class Customer { [VeroId] public int Id = 1; {{member}} [VeroTrait] public bool Last; }
            public static class Case { public static VeroRequest[] MakeAll() => new VeroRequest[] { new Customer().ToIdentifyRequest(), new Customer { Id = 2{{(given.Length > 0 ? ", " + given : "")}} }.ToIdentifyRequest() }; }
            """);
        string preview = PreviewText.Of(run, "ToIdentifyRequest");
        Assert.Contains($"    {line}\n", preview, StringComparison.Ordinal);
        Assert.All(run.AllJson, json => Assert.True(PreviewText.Difference(preview, json) is null, $"{PreviewText.Difference(preview, json)}\n{json}\n{preview}"));
    }

    [Theory]
    [InlineData("[VeroEmail] public Mail A;", "A = new(\"a@b\")", "\"email\"?: string,  // A")]
    [InlineData("[VeroEmail(Converter = nameof(To))] public Account A = new(); internal static string To(Account a) => \"a@b\";", "", "\"email\": string,  // A")]
    [InlineData("[VeroEmail(Converter = nameof(To))] public Account? A; internal static string To(Account? a) => a?.Email ?? \"a@b\";", "", "\"email\": string,  // A")]
    [InlineData("[VeroEmail(Converter = nameof(To))] public Account A = new(); internal static string? To(Account a) => a.Email;", "A = new() { Email = \"a@b\" }", "\"email\"?: string,  // A")]
    [InlineData("[VeroEmail(From = \"Email\")] public Account A = new();", "A = new() { Email = \"a@b\" }", "\"email\"?: string,  // A.Email")]
    public void Email_addresses_have_the_form_that_is_shown(string member, string given, string line)
    {
        GeneratorRun run = GeneratorHarness.Run($$"""
            {{Usings}}{{Shop}}
            public class Customer { [VeroId] public int Id = 1; {{member}} [VeroTrait] public bool Last; }
            public static class Case { public static VeroRequest[] MakeAll() => new VeroRequest[] { new Customer().ToIdentifyRequest(), new Customer { Id = 2{{(given.Length > 0 ? ", " + given : "")}} }.ToIdentifyRequest() }; }
            """);
        string preview = PreviewText.Of(run, "ToIdentifyRequest");
        Assert.Contains($"  {line}\n", preview, StringComparison.Ordinal);
        Assert.All(run.AllJson, json => Assert.True(PreviewText.Difference(preview, json) is null, $"{PreviewText.Difference(preview, json)}\n{json}\n{preview}"));
    }

    [Fact]
    public void Where_everything_is_text_constants_and_json_are_shown_as_text()
    {
        GeneratorRun run = GeneratorHarness.Run($$"""
            {{Usings}}{{Shop}}
            [VeroSerialization(FreeformValues = FreeformValues.Strings)]
            [VeroTrait("kind", Value = "vendor")] [VeroTrait("rank", Value = 3)] [VeroTrait("test", Value = true)]
            public class Customer
            {
                [VeroId] public int Id = 1; [VeroTrait(Json = true)] public string A = "[1]"; [VeroTrait("b", From = "[].Level")] public Role[] B = { new() };
                [VeroTrait] public Money[] C = { new(1, "EUR") }; [VeroTrait] public int GetD() => 1; [VeroTimezone(Id = true)] public string E = "UTC"; [VeroTrait] public Plan F;
            }
            public static class Case { public static IdentifyRequest Make() => new Customer().ToIdentifyRequest(); }
            """);
        string preview = PreviewText.Of(run, "ToIdentifyRequest");
        Assert.Equal(
            """
            {
              "id": string,  // Id
              "data": {
                "kind": "vendor",
                "rank": "3",
                "test": "true",
                "a": string,  // A
                "b": string,  // B[].Level
                "c": string,  // C
                "d": string,  // GetD()
                "timezone": integer,  // E, reserved key
                "f": "Free" | "Pro"  // F
              }
            }
            """,
            preview);
        Assert.Null(PreviewText.Difference(preview, run.Json));
    }

    [Fact]
    public void An_id_of_a_derived_type_is_shown_in_place_of_the_one_that_it_replaces()
    {
        GeneratorRun run = GeneratorHarness.Run($$"""
            {{Usings}}
            public abstract class Party { [VeroId(Prefix = "party-")] public int PartyId = 1; [VeroTrait] public string Name = "n"; }
            public class Supplier : Party { [VeroId(Replaces = true, Prefix = "s-")] public string Code = "A1"; }
            public static class Case { public static IdentifyRequest Make() => new Supplier().ToIdentifyRequest(); }
            """);
        string preview = PreviewText.Of(run, "ToIdentifyRequest", within: "SupplierVeroExtensions");
        Assert.StartsWith("{\n  \"id\": \"s-...\",  // Code\n  \"data\": {\n    \"name\": string  // Party.Name\n", preview, StringComparison.Ordinal);
        Assert.Null(PreviewText.Difference(preview, run.Json));
    }

    [Theory]
    [InlineData("", "account.ToIdentifyRequest()")]
    [InlineData("[VeroMap(typeof(Account))] [VeroId(From = \"Email\")] public static partial class Other;", "Map.ToIdentifyRequest(account)")]
    public void A_map_is_shown_as_it_is_sent(string another, string call)
    {
        GeneratorRun run = GeneratorHarness.Run($$"""
            {{Usings}}{{Shop}}
            [VeroMap(typeof(Account))]
            [VeroId(From = "Id", Prefix = "a-")] [VeroEmail(From = "Email")] [VeroTrait("kind", Value = Plan.Pro)] [VeroTrait(From = "Email.Length")] [VeroTrait("own", From = "Id", Converter = nameof(Half))]
            public static partial class Map { internal static double Half(int id) => id / 2.0; }
            {{another}}
            public static class Case
            {
                public static VeroRequest[] MakeAll() => new[] { new Account { Id = 1 }, new Account { Id = 2, Email = "a@b" } }.Select(account => (VeroRequest){{call}}).ToArray();
            }
            """);
        string preview = PreviewText.Of(run, "ToIdentifyRequest", within: "Map");
        Assert.Equal(
            """
            {
              "id": "a-...",  // Id
              "email"?: string,  // Email
              "data": {
                "kind": "Pro",
                "length"?: integer,  // Email.Length
                "own": number  // Id
              }
            }
            """,
            preview);
        Assert.All(run.AllJson, json => Assert.Null(PreviewText.Difference(preview, json)));
    }

    [Theory]
    [InlineData("""{"id":"1"}""", "$.data is missing")]
    [InlineData("""{"id":1,"data":{"a":1}}""", "$.id is not string")]
    [InlineData("""{"id":"1","data":{"a":1.5}}""", "$.data.a is not integer")]
    [InlineData("""{"id":"1","data":{"a":1,"c":2}}""", "$.data.c is not shown")]
    [InlineData("""{"id":"1","data":{"a":1,"b":["x",null,1]}}""", "$.data.b[2] is not string")]
    [InlineData("""{"id":"1","data":{"a":1,"b":{}}}""", "$.data.b is no array")]
    public void A_body_of_another_form_would_be_seen(string json, string difference) => Assert.Equal(
        difference,
        PreviewText.Difference(
            """
            {
              "id": string,  // Id
              "data": {
                "a": integer,  // A
                "b"?: [string | null, ...]  // B
              }
            }
            """,
            json));

    private static (string Preview, string Json) Run(string kind, string user = "new Customer { Id = 1 }")
    {
        GeneratorRun run = GeneratorHarness.Run($$"""
            {{Usings}}{{Shop}}
            [VeroTrait("kind", Value = "vendor")] [VeroTrait("rank", Value = 3)] [VeroTrait("is_test", Value = true)] [VeroTrait("ratio", Value = 0.5)] [VeroTrait("level", Value = Plan.Pro)]
            [VeroTrait("owner", From = "Account.Email")]
            public {{kind}} Customer
            {
                [VeroId(Prefix = "vendor-")] public int Id { get; set; }
                [VeroEmail(From = "Email")] public Account Contact { get; set; } = new();
                public Account? Account { get; set; }
                [VeroChannel("push", "android", From = "[].Name")] public List<Role> Devices { get; } = new();
                [VeroTrait("city", From = "City")] public Address? Home { get; set; }
                [VeroTrait("rights", From = "[].Rights[]")] [VeroTrait("names", From = "[].Name")] [VeroTrait("count", From = "Count")] public List<Role>? Roles { get; set; }
                [VeroTrait("country_rank", From = "Home.Country.GetRank()")] public Customer Self() => this;
                [VeroTrait] public Money Price { get; set; }
                [VeroTrait] public List<Money> Prices { get; } = new();
                [VeroTrait] public Unit? Unit { get; set; }
                [VeroTrait] public Dictionary<Plan, Money> ByPlan { get; } = new();
                [VeroTrait("short", Converter = nameof(Short))] public string Name { get; set; } = "";
                [VeroTrait(Json = true)] public string? Settings { get; set; }
                [VeroTrait] public string DisplayName() => "n";
                [VeroTimezone(Id = true)] public string? Zone { get; set; }
                internal static int Short(string name) => name.Length;
            }
            public static class Case { public static IdentifyRequest Make() => {{user}}.ToIdentifyRequest(); }
            """);
        return (PreviewText.Of(run, "ToIdentifyRequest"), run.Json);
    }
}
