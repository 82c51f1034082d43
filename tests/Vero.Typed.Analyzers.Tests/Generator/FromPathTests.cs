using Microsoft.CodeAnalysis;
using Vero.Typed.TestHarness;

namespace Vero.Typed.Analyzers.Tests.Generator;

/// <summary>Values that a path leads to.</summary>
public sealed class FromPathTests
{
    private const string Declarations = """
        public class Country { public string? Name { get; set; } public int Id; public Region Region; }
        public struct Region { public int Code { get; set; } public string? Label { get; set; } public Country? Parent => null; }
        public class Address { public string? City { get; set; } public Country? Country { get; set; } public DateTime? Since { get; set; } public string Line() => City + "!"; public Country? Find() => Country; }
        public class Role { public string? Name { get; set; } public int Level { get; set; } public List<string?>? Rights { get; set; } }
        public class RoleLink { public Role? Role { get; set; } }
        public struct Item { public int Number { get; set; } public Address? Address { get; set; } }
        public interface INamed { string? Name { get; } }
        public interface IPerson : INamed { int Age { get; } }
        public class Person : IPerson { public string? Name => "Ann"; int IPerson.Age => 7; }
        """;

    [Theory]
    [InlineData("Address?", "new() { City = \"Bern\" }", "City", "\"Bern\"")]
    [InlineData("Address?", "new() { City = null }", "City", null)]
    [InlineData("Address?", "null", "City", null)]
    [InlineData("Address", "new() { Country = new() { Name = \"CH\" } }", "Country.Name", "\"CH\"")]
    [InlineData("Address", "new()", "Country.Name", null)]
    [InlineData("Address", "new() { Country = new() { Id = 7 } }", "Country.Id", "7")]
    [InlineData("Address", "new()", "Country.Id", null)]
    [InlineData("Address", "new() { Country = new() { Region = new() { Code = 3 } } }", "Country.Region.Code", "3")]
    [InlineData("Address", "new()", "Country.Region.Code", null)]
    [InlineData("Address", "new() { Country = new() { Region = new() { Code = 3 } } }", "Country.Region.Label.Length", null)]
    [InlineData("Address", "new() { Country = new() }", "Country.Region.Parent.Id", null)]
    [InlineData("(int Number, string Name)", "(3, \"a\")", "Item1", "3")]
    [InlineData("(int Number, string Name)", "(3, \"a\")", "Name", "\"a\"")]
    [InlineData("(int, string)?", "(3, \"a\")", "Item2", "\"a\"")]
    [InlineData("Region", "new() { Code = 3 }", "Code", "3")]
    [InlineData("Region?", "null", "Code", null)]
    [InlineData("Region?", "new Region { Code = 3 }", "Value.Code", "3")]
    [InlineData("Address", "new() { Since = new DateTime(2026, 3, 1) }", "Since.Year", "2026")]
    [InlineData("Address", "new()", "Since.Year", null)]
    [InlineData("Address?", "new() { City = \"Bern\" }", "Line()", "\"Bern!\"")]
    [InlineData("Address?", "null", "Line()", null)]
    [InlineData("Address?", "new() { Country = new() { Name = \"CH\" } }", "Find().Name", "\"CH\"")]
    [InlineData("Address?", "new()", "Find().Name.Length", null)]
    [InlineData("string?", "\"abc\"", "Length", "3")]
    [InlineData("IPerson?", "new Person()", "Name", "\"Ann\"")]
    [InlineData("IPerson?", "new Person()", "Age", "7")]
    [InlineData("int[]?", "new[] { 1, 2 }", "Count", "2")]
    [InlineData("int[]?", "null", "Count", null)]
    [InlineData("List<int>?", "new() { 1, 2 }", "Count", "2")]
    [InlineData("List<int>?", "null", "Count", null)]
    [InlineData("IReadOnlyCollection<int>", "new List<int> { 1 }", "Count", "1")]
    [InlineData("IEnumerable<int>?", "new[] { 1, 2 }.Where(n => n > 1)", "Count", "1")]
    [InlineData("IEnumerable<int>?", "null", "Count", null)]
    [InlineData("ImmutableArray<int>", "ImmutableArray.Create(1, 2)", "Count", "2")]
    [InlineData("ImmutableArray<int>", "default", "Count", null)]
    [InlineData("Dictionary<string, int>", "new() { [\"a\"] = 1 }", "Count", "1")]
    [InlineData("Dictionary<string, int>", "new() { [\"a\"] = 1 }", "Keys.Count", "1")]
    public void A_path_on_a_member(string type, string value, string path, string? expected) =>
        Assert.Equal(Body(expected), Json($"[VeroTrait(\"x\", From = \"{path}\")] public {type} A = {value};"));

    [Theory]
    [InlineData("List<Role?>", "new() { new() { Name = \"a\" }, null, new() }", "[].Name", "[\"a\",null,null]")]
    [InlineData("List<Role>?", "null", "[].Name", null)]
    [InlineData("List<Role>", "new()", "[].Name", "[]")]
    [InlineData("Role[]", "new[] { new Role { Level = 2 } }", "[].Level", "[2]")]
    [InlineData("Role?[]", "new[] { new Role { Level = 2 }, null }", "[].Level", "[2,null]")]
    [InlineData("ICollection<RoleLink>", "new[] { new RoleLink { Role = new() { Name = \"a\" } }, new RoleLink() }", "[].Role.Name", "[\"a\",null]")]
    [InlineData("Item[]", "new[] { new Item { Number = 1 }, new Item { Number = 2 } }", "[].Number", "[1,2]")]
    [InlineData("Item?[]", "new Item?[] { new Item { Number = 1 }, null }", "[].Number", "[1,null]")]
    [InlineData("Item[]", "new[] { new Item { Address = new() { City = \"Bern\" } }, new Item() }", "[].Address.City", "[\"Bern\",null]")]
    [InlineData("Item[]", "new[] { new Item { Address = new() { City = \"Bern\" } }, new Item() }", "[].Address.Line()", "[\"Bern!\",null]")]
    [InlineData("ImmutableArray<Role>", "default", "[].Name", null)]
    [InlineData("IEnumerable<Role>", "new[] { new Role { Name = \"a\" } }", "[].Name", "[\"a\"]")]
    [InlineData("string[][]", "new[] { new[] { \"a\", \"b\" }, new string[0], new[] { \"c\" } }", "[][]", "[\"a\",\"b\",\"c\"]")]
    [InlineData("string[]?[]", "new[] { null, new[] { \"c\" } }", "[][]", "[null,\"c\"]")]
    [InlineData("List<Role>", "new() { new() { Rights = new() { \"r\", null } }, new() }", "[].Rights[]", "[\"r\",null,null]")]
    [InlineData("List<Role>", "new() { new() { Rights = new() { \"r\", null } }, new() }", "[].Rights.Count", "[2,null]")]
    [InlineData("List<Role>", "new() { new() { Rights = new() { \"r\", null } }, new() }", "[].Rights[].Length", "[1,null,null]")]
    [InlineData("Dictionary<string, int>", "new() { [\"a\"] = 1 }", "[].Key", "[\"a\"]")]
    [InlineData("Plan[]", "new[] { Plan.Pro }", "[]", "[\"Pro\"]")]
    [InlineData("bool?[][]", "new[] { new bool?[] { true, null } }", "[][]", "[true,null]")]
    public void A_path_that_projects(string type, string value, string path, string? expected) =>
        Assert.Equal(Body(expected), Json($"[VeroTrait(\"x\", From = \"{path}\")] public {type} A = {value};"));

    [Fact]
    public void On_a_type_a_path_begins_at_the_type_whose_bases_may_be_anywhere() => Assert.Equal(
        """{"id":"7","email":"zoe@example.com","data":{"city":"Bern","number":3}}""",
        GeneratorHarness.Run("""
            using System.Net.Mail;
            using Vero.Typed;
            public class Base<T> { public T Id { get; set; } = default!; public string? Email { get; set; } protected int Number => 3; }
            public class Home { public string? City { get; set; } }
            [VeroId(From = nameof(Id))]
            [VeroEmail(From = nameof(Email))]
            [VeroTrait(From = "Home.City")]
            [VeroTrait(From = nameof(Number))]
            public partial class Customer : Base<int> { public Home? Home { get; set; } }
            public static class Case { public static IdentifyRequest Make() => new Customer { Id = 7, Email = "zoe@example.com", Home = new() { City = "Bern" } }.ToIdentifyRequest(); }
            """).Json);

    [Fact]
    public void All_attributes_take_a_path() => Assert.Equal(
        """{"id":"8","email":"a@b","channels":[{"type":"push","platform":"ios","address":"t"},{"type":"push","platform":"android","address":"u"}],"data":{"timezone":2,"language":"de-CH","userAgent":"ua","a":1}}""",
        GeneratorHarness.Run("""
            using System.Collections.Generic;
            using System.Globalization;
            using Vero.Typed;
            public class Part
            {
                public int Number => 8; public string Address => "a@b"; public int Hours => 2; public CultureInfo Culture => CultureInfo.GetCultureInfo("de-CH");
                public string Agent => "ua"; public string? Token => "t"; public Device?[] Devices => new[] { new Device("u"), null, new Device(null) };
                public Dictionary<string, int> More => new() { ["a"] = 1 };
            }
            public record Device(string? Token);
            [VeroId(From = "Part.Number")] [VeroEmail(From = "Part.Address")] [VeroTimezone(From = "Part.Hours")] [VeroLanguage(From = "Part.Culture")]
            [VeroUserAgent(From = "Part.Agent")] [VeroChannel("push", "ios", From = "Part.Token")] [VeroChannel("push", "android", From = "Part.Devices[].Token")] [VeroData(From = "Part.More")]
            public class Customer { public Part? Part { get; set; } = new(); }
            public static class Case { public static IdentifyRequest Make() => new Customer().ToIdentifyRequest(); }
            """).Json);

    [Fact]
    public void Two_paths_begin_at_one_member() => Assert.Equal(
        """{"id":"1","email":"a@b","data":{"city":"Bern","zip":"3000"}}""",
        GeneratorHarness.Run("""
            using Vero.Typed;
            public record Contact(string? Email, string? City, string? Zip);
            public class Customer { [VeroId] public int Id = 1; [VeroEmail(From = "Email"), VeroTrait(From = "City"), VeroTrait("zip", From = "Zip")] public Contact? Home = new("a@b", "Bern", "3000"); }
            public static class Case { public static IdentifyRequest Make() => new Customer().ToIdentifyRequest(); }
            """).Json);

    [Fact]
    public void A_nested_object_has_paths_too() => Assert.Equal(
        """{"id":"1","data":{"home":{"kind":"home","country":"CH"}}}""",
        GeneratorHarness.Run("""
            using Vero.Typed;
            public record Country(string Name);
            [VeroTrait("kind", Value = "home")]
            public record Home([VeroTrait("country", From = "Name")] Country? Country);
            public class Customer { [VeroId] public int Id = 1; [VeroTrait] public Home Home = new(new Country("CH")); }
            public static class Case { public static IdentifyRequest Make() => new Customer().ToIdentifyRequest(); }
            """).Json);

    [Fact]
    public void An_id_path_that_meets_null_is_a_missing_id()
    {
        VeroSerializationException thrown = Assert.Throws<VeroSerializationException>(() => GeneratorHarness.Run("""
            using Vero.Typed;
            public record Account(int Number);
            [VeroId(From = "Account.Number")]
            public class Customer { public Account? Account { get; set; } }
            public static class Case { public static IdentifyRequest Make() => new Customer().ToIdentifyRequest(); }
            """).Json);
        Assert.Equal(("Customer", "Account.Number"), (thrown.TypeName, thrown.MemberName));
    }

    [Fact]
    public void A_step_that_throws_is_named_and_its_exception_is_inside()
    {
        VeroSerializationException thrown = Assert.Throws<VeroSerializationException>(() => GeneratorHarness.Run("""
            using System;
            using Vero.Typed;
            public class Ledger { public int GetTotal() => throw new InvalidOperationException("secret 42"); }
            public class Customer { [VeroId] public int Id = 1; [VeroTrait("total", From = "GetTotal()")] public Ledger Points = new(); }
            public static class Case { public static IdentifyRequest Make() => new Customer().ToIdentifyRequest(); }
            """).Json);
        Assert.Equal(("Customer", "Points.GetTotal()"), (thrown.TypeName, thrown.MemberName));
        Assert.Contains("Ledger.GetTotal", thrown.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("42", thrown.Message, StringComparison.Ordinal);
        Assert.IsType<InvalidOperationException>(thrown.InnerException);
    }

    [Fact]
    public void An_edit_of_the_nested_type_regenerates_only_what_its_paths_need()
    {
        const string Customer = "using Vero.Typed; public class Customer { [VeroId] public int Id; [VeroTrait(\"city\", From = \"City\")] public Address? Home; }";
        const string Other = "using Vero.Typed; public class Other { [VeroId] public int Id; [VeroTrait] public int A; }";
        GeneratorRun run = GeneratorHarness.Run([Customer, Other, "public class Address { public string? City; }"]);
        IReadOnlyList<IncrementalStepRunReason> reasons = run.Edited(Customer, Other, "public class Address { public int City; }").Reasons(TrackingNames.Type);
        Assert.Single(reasons, IncrementalStepRunReason.Modified);
        Assert.DoesNotContain(IncrementalStepRunReason.Modified, run.Edited(Customer, Other, "public class Address { public string? City; public int More; }").Reasons(TrackingNames.Type));
    }

    private static string Body(string? value) => value is null ? """{"id":"1"}""" : $$$"""{"id":"1","data":{"x":{{{value}}}}}""";

    private static string Json(string member) => GeneratorHarness.Run($$"""
        using System;
        using System.Collections.Generic;
        using System.Collections.Immutable;
        using System.Linq;
        using Vero.Typed;
        {{Declarations}}
        public enum Plan { Free, Pro }
        public class Customer { [VeroId] public int Id = 1; {{member}} }
        public static class Case { public static IdentifyRequest Make() => new Customer().ToIdentifyRequest(); }
        """).Json;

    // Behind a question mark a struct is nullable for what follows the whole chain, and is not inside of it.
    [Theory]
    [InlineData("(Key Id, int Other)?", "(new(5), 1)", "Id")]
    [InlineData("Account?", "new()", "Id")]
    [InlineData("Account?", "new()", "Spare")]
    [InlineData("Account?", "new()", "Inner.Id")]
    [InlineData("Holder?", "new Holder()", "Id")]
    [InlineData("Holder?", "new Holder()", "Value.Id")]
    [InlineData("Holder", "new()", "Account.Id")]
    public void A_value_object_at_the_end_of_a_path(string type, string value, string path)
    {
        string source = $$"""
            using Vero.Typed;
            public readonly record struct Key(int Value);
            public class Account { public Key Id = new(5); public Key? Spare = new(5); public Holder? Inner = new Holder(); }
            public struct Holder { public Holder() { } public Key Id => new(5); public Account? Account => new(); }
            public class Customer { [VeroId(From = "{{path}}")] [VeroTrait("k", From = "{{path}}")] public {{type}} A => {{value}}; }
            public static class Case { public static IdentifyRequest Make() => new Customer().ToIdentifyRequest(); }
            """;
        Assert.Equal("""{"id":"5","data":{"k":5}}""", GeneratorHarness.Run(source).Json);
    }

    [Fact]
    public void A_value_object_at_the_end_of_a_path_of_items_of_an_event_and_of_a_map()
    {
        const string Source = """
            using System.Collections.Generic;
            using Vero.Typed;
            public readonly record struct Key(int Value);
            public class Account { public Key Id => new(5); }
            public class Holder { public Account? Account => new(); }
            public class Customer { public List<Holder?> Holders => [new(), null]; public Holder? One => new(); }
            [VeroEvent("Seen")] [VeroId(From = "Of.One.Account.Id")] [VeroTrait("k", From = "Of.Holders[].Account.Id")] public class Seen { public Customer? Of => new(); }
            [VeroMap(typeof(Customer))] [VeroId(From = "One.Account.Id", Prefix = "c-")] [VeroTrait("k", From = "Holders[].Account.Id")] public static partial class Map;
            public static class Case { public static IdentifyRequest Make() => new Customer().ToIdentifyRequest(); public static TrackRequest Track() => new Seen().ToTrackRequest(); }
            """;
        Assert.Equal("""{"id":"c-5","data":{"k":[5,null]}}""", GeneratorHarness.Run(Source).Json);
    }

    // NodaTime's Instant behind any reference is this.
    [Theory]
    [InlineData("(Moment At, int Other)?", "(new(), 1)", "At.ToDateTimeOffset()", "\"1970-01-01T00:00:00+00:00\"")]
    [InlineData("(Moment At, int Other)?", "null", "At.ToDateTimeOffset()", null)]
    [InlineData("Account?", "new()", "At.ToDateTimeOffset()", "\"1970-01-01T00:00:00+00:00\"")]
    [InlineData("Account?", "new()", "At.Hours()", "4")]
    [InlineData("Account?", "null", "At.Hours()", null)]
    [InlineData("Account?", "new()", "At.Same().Hours()", "4")]
    [InlineData("Account?", "new()", "At.Days().Count", "2")]
    [InlineData("Account?", "new()", "At.Days()[]", "[1,2]")]
    [InlineData("Account?", "new()", "At.Name().Length", "1")]
    [InlineData("Account?", "new()", "At.ToString()", "\"moment\"")]
    [InlineData("Account?", "null", "At.ToString()", null)]
    [InlineData("Account?", "null", "At.GetHashCode()", null)]
    [InlineData("Account?", "new()", "Spare.Hours()", null)]
    [InlineData("Account?[]", "new Account?[] { new(), null }", "[].At.Hours()", "[4,null]")]
    public void A_method_of_a_struct_behind_what_may_be_null(string type, string value, string path, string? sent)
    {
        string source = $$"""
            using System;
            using System.Collections.Generic;
            using Vero.Typed;
            public struct Moment { public DateTimeOffset ToDateTimeOffset() => DateTimeOffset.UnixEpoch; public int? Hours() => 4; public Moment Same() => this; public List<int> Days() => [1, 2]; public string Name() => "m"; public override string ToString() => "moment"; }
            public class Account { public Moment At => new(); public Moment? Spare => null; }
            public class Customer { [VeroId] public int Id => 1; [VeroTrait("k", From = "{{path}}")] public {{type}} A => {{value}}; }
            public static class Case { public static IdentifyRequest Make() => new Customer().ToIdentifyRequest(); }
            """;
        Assert.Equal("{\"id\":\"1\"" + (sent is null ? "" : ",\"data\":{\"k\":" + sent + "}") + "}", GeneratorHarness.Run(source).Json);
    }

    [Fact]
    public void A_method_of_a_struct_behind_what_may_be_null_in_an_event_and_a_channel()
    {
        const string Source = """
            using System;
            using Vero.Typed;
            public struct Moment { public DateTimeOffset ToDateTimeOffset() => DateTimeOffset.UnixEpoch; public string Token() => "t"; }
            public class Account { public Moment At => new(); }
            [VeroEvent, VeroCreatedAt(From = "Of.At.ToDateTimeOffset()")] public class Seen { [VeroId] public int Id => 1; public Account? Of => new(); }
            [VeroChannel("push", "ios", From = "Of.At.Token()")] public class Customer { [VeroId] public int Id => 1; public Account? Of => new(); }
            public static class Case { public static IdentifyRequest Make() => new Customer().ToIdentifyRequest(); public static TrackRequest Track() => new Seen().ToTrackRequest(); }
            """;
        Assert.Equal("""{"id":"1","channels":[{"type":"push","platform":"ios","address":"t"}]}""", GeneratorHarness.Run(Source).Json);
    }
}
