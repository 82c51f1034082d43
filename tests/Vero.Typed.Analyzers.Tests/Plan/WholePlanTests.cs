using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Vero.Typed.Analyzers.Rules;
using Vero.Typed.TestHarness;

namespace Vero.Typed.Analyzers.Tests.Plan;

/// <summary>The plan of a project as the fix writes it into an empty file: to be read, like the plan of any project.</summary>
public sealed class WholePlanTests
{
    [Fact]
    public Task Every_kind_of_member() => AssertPlanAsync(
        """
        public class Customer
        {
            [VeroId] public Guid Id { get; set; }
            [VeroEmail] public System.Net.Mail.MailAddress? Email { get; set; }
            [VeroTimezone] public TimeZoneInfo? Zone { get; set; }
            [VeroLanguage] public CultureInfo Culture { get; set; } = CultureInfo.InvariantCulture;
            [VeroUserAgent] public string Agent { get; set; } = "";
            [VeroPhoneNumber] public string? Mobile { get; set; }
            [VeroChannel("push", "ios")] public string? Phone;
            [VeroChannel("push", "android")] public List<string> Tablets = new();
            [VeroChannel] public VeroChannel? Other;
            [VeroData] public Dictionary<string, object?> More = new();
            [VeroTrait] public string Text = "";
            [VeroTrait] public char? Letter;
            [VeroTrait] public int Integer;
            [VeroTrait] public ulong? Large;
            [VeroTrait] public decimal Price;
            [VeroTrait] public double Ratio;
            [VeroTrait] public bool Yes;
            [VeroTrait] public Guid Guid;
            [VeroTrait] public Uri? Uri;
            [VeroTrait] public DateTime At;
            [VeroTrait] public DateTimeOffset? AtOffset;
            [VeroTrait] public DateOnly On;
            [VeroTrait] public TimeOnly Time;
            [VeroTrait] public TimeSpan Span;
            [VeroTrait] public byte[] Bytes = { };
            [VeroTrait] public Plan Plan;
            [VeroTrait] public Roles? Roles;
            [VeroTrait] public Level Level;
            [VeroTrait] public Level? LevelOrNull;
            [VeroTrait] public System.Text.Json.JsonElement Json;
            [VeroTrait] public System.Text.Json.Nodes.JsonNode Node = new System.Text.Json.Nodes.JsonObject();
            [VeroTrait] public System.Net.Mail.MailAddress Mail = new("a@b.c");
            [VeroTrait(WriteNull = true)] public string? Null;
            [VeroTrait("first name")] public string Quoted = "";
            [VeroTrait("größe\u0007")] public string Escaped = "";
            [VeroTrait("*")] public string Star = "";
            public string? Secret;
        }
        public enum Plan { Pro, Free, [System.Runtime.Serialization.EnumMember(Value = "Not \"paying\"")] None = Free + 1, Same = Free }
        [Flags] public enum Roles { None = 0, Buyer = 1, Seller = 2 }
        public readonly record struct Level(int Value);
        """,
        """
        Shop.Customer id string
        Shop.Customer email string?
        Shop.Customer channels.*.* string?
        Shop.Customer channels.push.android string[]
        Shop.Customer channels.push.ios string?
        Shop.Customer data.* any
        Shop.Customer data."*" string
        Shop.Customer data.at date-time
        Shop.Customer data.at_offset date-time?
        Shop.Customer data.bytes string
        Shop.Customer data."first name" string
        Shop.Customer data."größe\u0007" string
        Shop.Customer data.guid string
        Shop.Customer data.integer number
        Shop.Customer data.json any
        Shop.Customer data.language language?
        Shop.Customer data.large number?
        Shop.Customer data.letter string?
        Shop.Customer data.level number
        Shop.Customer data.level_or_null number?
        Shop.Customer data.mail string
        Shop.Customer data.node any
        Shop.Customer data.null string?
        Shop.Customer data.on date
        Shop.Customer data.phone_number phone?
        Shop.Customer data.plan "Free" | "Not \"paying\"" | "Pro"
        Shop.Customer data.price number
        Shop.Customer data.ratio number
        Shop.Customer data.roles flags("Buyer" | "None" | "Seller")?
        Shop.Customer data.span string
        Shop.Customer data.text string
        Shop.Customer data.time string
        Shop.Customer data.timezone hours?
        Shop.Customer data.uri string?
        Shop.Customer data.userAgent string
        Shop.Customer data.yes bool

        """);

    [Fact]
    public Task Arrays_dictionaries_and_objects() => AssertPlanAsync(
        """
        public class Customer
        {
            [VeroId] public int Id;
            [VeroTrait] public string?[] Tags = { };
            [VeroTrait] public List<int>? Numbers;
            [VeroTrait] public int[][] Matrix = { };
            [VeroTrait] public System.Collections.Immutable.ImmutableArray<DateOnly?> Days;
            [VeroTrait] public Dictionary<string, decimal?> Prices = new();
            [VeroTrait] public Dictionary<string, Dictionary<string, bool[]>> Deep = new();
            [VeroTrait] public Address? Home;
            [VeroTrait] public List<Address> Others = new();
            [VeroTrait] public Dictionary<string, Address> Named = new();
            [VeroTrait] public Box<Address, int> Box = new();
            [VeroData] public Dictionary<string, Address> Entries = new();
            [VeroData] public Dictionary<string, string> Texts = new();
        }
        public class Address { [VeroTrait] public string City = ""; [VeroTrait] public Geo? At; [VeroData] public Dictionary<string, int>? More; }
        public struct Geo { [VeroTrait] public double Latitude; [VeroTrait("timezone")] public string? Zone; }
        public class Box<T, U> { [VeroTrait] public T? Content; [VeroTrait] public List<U> Sizes = new(); }
        """,
        """
        Shop.Customer id string
        Shop.Customer data.* object | string
        Shop.Customer data.*.* number
        Shop.Customer data.*.at object?
        Shop.Customer data.*.at.latitude number
        Shop.Customer data.*.at.timezone string?
        Shop.Customer data.*.city string
        Shop.Customer data.box object
        Shop.Customer data.box.content object?
        Shop.Customer data.box.content.* number
        Shop.Customer data.box.content.at object?
        Shop.Customer data.box.content.at.latitude number
        Shop.Customer data.box.content.at.timezone string?
        Shop.Customer data.box.content.city string
        Shop.Customer data.box.sizes number[]
        Shop.Customer data.days date?[]?
        Shop.Customer data.deep object
        Shop.Customer data.deep.* object
        Shop.Customer data.deep.*.* bool[]
        Shop.Customer data.home object?
        Shop.Customer data.home.* number
        Shop.Customer data.home.at object?
        Shop.Customer data.home.at.latitude number
        Shop.Customer data.home.at.timezone string?
        Shop.Customer data.home.city string
        Shop.Customer data.matrix number[][]
        Shop.Customer data.named object
        Shop.Customer data.named.* object
        Shop.Customer data.named.*.* number
        Shop.Customer data.named.*.at object?
        Shop.Customer data.named.*.at.latitude number
        Shop.Customer data.named.*.at.timezone string?
        Shop.Customer data.named.*.city string
        Shop.Customer data.numbers number[]?
        Shop.Customer data.others object[]
        Shop.Customer data.others.* number
        Shop.Customer data.others.at object?
        Shop.Customer data.others.at.latitude number
        Shop.Customer data.others.at.timezone string?
        Shop.Customer data.others.city string
        Shop.Customer data.prices object
        Shop.Customer data.prices.* number?
        Shop.Customer data.tags string?[]

        """);

    [Fact]
    public Task Hierarchies_and_generics() => AssertPlanAsync(
        """
        public abstract partial class Person<T> { [VeroTrait] public T? Value { get; set; } [VeroTrait] public virtual string? Name { get; set; } }
        public partial class Customer : Person<DateOnly> { [VeroId] public int Id { get; set; } [VeroTrait("full_name")] public override string? Name { get; set; } }
        public partial class Vendor : Customer { [VeroTrait] public bool IsVendor { get; set; } }
        public class Unannotated : Customer { }
        public class Outer<T> { public record Inner([VeroId] int Id, [VeroTrait] string? A); }
        public abstract class Nobody { [VeroTrait] public string? A { get; set; } }
        [VeroSerialization(ValueOnly = true)] public class Value { [VeroTrait] public string? A { get; set; } }
        """,
        """
        Shop.Customer id string
        Shop.Customer data.full_name string?
        Shop.Customer data.value date
        Shop.Outer`1+Inner id string
        Shop.Outer`1+Inner data.a string?
        Shop.Vendor id string
        Shop.Vendor data.full_name string?
        Shop.Vendor data.is_vendor bool
        Shop.Vendor data.value date

        """);

    [Fact]
    public Task Paths_converters_maps_and_constants() => AssertPlanAsync(
        """
        [VeroTrait("kind", Value = "vendor"), VeroTrait("tier", Value = 3), VeroTrait("city", From = "Home.City"), VeroPhoneNumber(From = "Home.Phone")]
        public class Vendor
        {
            [VeroId(Prefix = "vendor-")] public int Id { get; set; }
            public Place? Home { get; set; }
            [VeroTrait("numbers", From = "[].Number"), VeroTrait("orders", From = "Count")] public List<Order> Orders { get; } = new();
            [VeroTrait] public Instant Since { get; set; }
            [VeroTrait] public Dictionary<string, Instant?> Visits { get; } = new();
            [VeroTrait(Converter = nameof(Year))] public DateTime Born { get; set; }
            [VeroTrait(Json = true)] public string? Settings { get; set; }
            [VeroTimezone(Id = true)] public string? Zone { get; set; }
            [VeroTrait] public string DisplayName() => "";
            internal static int Year(DateTime value) => value.Year;
        }
        public class Place { public string? City { get; set; } public string? Phone { get; set; } }
        public class Order { public string Number { get; set; } = ""; }
        public readonly struct Instant { public long Ticks { get; init; } }
        public static class Converters { [VeroConverter] public static DateTimeOffset ToVero(Instant value) => default; }
        [VeroMap(typeof(System.Net.Cookie)), VeroId(From = "Name"), VeroTrait("expired", From = "Expired")]
        public static partial class CookieMap;
        """,
        """
        Shop.CookieMap id string
        Shop.CookieMap data.expired bool
        Shop.Vendor id string
        Shop.Vendor data.born number
        Shop.Vendor data.city string?
        Shop.Vendor data.display_name string
        Shop.Vendor data.kind string
        Shop.Vendor data.numbers string?[]
        Shop.Vendor data.orders number?
        Shop.Vendor data.phone_number phone?
        Shop.Vendor data.settings any
        Shop.Vendor data.since date-time
        Shop.Vendor data.tier number
        Shop.Vendor data.timezone hours?
        Shop.Vendor data.visits object
        Shop.Vendor data.visits.* date-time?

        """);

    [Fact]
    public Task A_converter_and_a_value_object_say_whether_there_may_be_nothing() => AssertPlanAsync(
        """
        public class Customer
        {
            [VeroId] public int Id;
            [VeroEmail(Converter = nameof(Address))] public Mail Mail = new("a@b");
            [VeroTrait] public Mail Text = new("a@b");
            [VeroTrait] public Unit Gives = new();
            [VeroTrait] public Money? Takes;
            [VeroTrait(Converter = nameof(Short))] public string? Passes;
            internal static string Address(Mail mail) => mail.Value!;
            internal static int Short(string text) => text.Length;
        }
        public record Mail(string? Value);
        public class Unit { }
        public class Money { }
        public static class Converters { [VeroConverter] public static string? ToText(Unit unit) => null; [VeroConverter] public static string ToText(Money? money) => ""; }
        """,
        """
        Shop.Customer id string
        Shop.Customer email string
        Shop.Customer data.gives string?
        Shop.Customer data.passes number?
        Shop.Customer data.takes string
        Shop.Customer data.text string?

        """);

    [Fact]
    public Task Events() => AssertPlanAsync(
        """
        [VeroEvent("Placed order", Source = "shop")]
        public record OrderPlaced([VeroId] int CustomerId, [VeroEmail] string? Email, [VeroTrait] decimal Total, [VeroCreatedAt] DateTimeOffset At, [VeroData] Dictionary<string, string> More);
        [VeroEvent] public record CartLeft([VeroTrait] Line[] Lines, [VeroCreatedAt] DateTime? At);
        [VeroEvent] public abstract record Visit([VeroTrait] string Page);
        public record ShopVisit([VeroTrait] string Shop, string Page) : Visit(Page);
        public record Line([VeroTrait] string Name);
        """,
        """
        Shop.CartLeft event "Cart left"
        Shop.CartLeft created_at date-time?
        Shop.CartLeft data.lines object[]
        Shop.CartLeft data.lines.name string
        Shop.OrderPlaced event "Placed order"
        Shop.OrderPlaced id string
        Shop.OrderPlaced email string?
        Shop.OrderPlaced created_at date-time
        Shop.OrderPlaced source "shop"
        Shop.OrderPlaced data.* string
        Shop.OrderPlaced data.total number
        Shop.ShopVisit event "Shop visit"
        Shop.ShopVisit data.page string
        Shop.ShopVisit data.shop string

        """);

    [Fact]
    public Task Values_as_strings() => AssertPlanAsync(
        """
        [VeroSerialization(FreeformValues = FreeformValues.Strings)]
        public class Customer
        {
            [VeroId] public int Id;
            [VeroTrait] public int Number;
            [VeroTrait] public bool? Yes;
            [VeroTrait] public int[] Numbers = { };
            [VeroTrait] public Address? Home;
            [VeroTrait] public Plan Plan;
            [VeroTrait] public DateTime At;
            [VeroTimezone] public int Zone;
            [VeroData] public Dictionary<string, object> More = new();
        }
        public enum Plan { Free, Pro }
        public class Address { [VeroTrait] public string City = ""; }
        """,
        """
        Shop.Customer id string
        Shop.Customer data.* string
        Shop.Customer data.at date-time
        Shop.Customer data.home string?
        Shop.Customer data.number string
        Shop.Customer data.numbers string
        Shop.Customer data.plan "Free" | "Pro"
        Shop.Customer data.timezone hours
        Shop.Customer data.yes string?

        """);

    // What is written is what is read: with the plan nothing is reported.
    private static async Task AssertPlanAsync([StringSyntax("c#-test")] string code, string plan)
    {
        string source = "using System;\nusing System.Collections.Generic;\nusing System.Globalization;\nusing Vero.Typed;\nnamespace Shop;\n" + code;
        var options = new HarnessOptions { Plan = "" };
        ImmutableArray<Diagnostic> found = await AnalyzerHarness.RunAsync(source, options);
        Assert.DoesNotContain(found, static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        var all = new PlanChange();
        foreach (PlanEntry entry in found.Where(IsOfThePlan).SelectMany(static diagnostic => PlanFile.Parse(diagnostic.Properties[DiagnosticProperties.SentLines]!).Entries))
            all.Set(entry.Line);
        string written = PlanFile.Parse("#\n").With(all).ToString();

        Assert.Equal("#\n" + plan.ReplaceLineEndings("\n"), written);
        Assert.Empty((await AnalyzerHarness.RunAsync(source, options with { Plan = written })).Where(IsOfThePlan));
    }

    private static bool IsOfThePlan(Diagnostic diagnostic) => diagnostic.Id.StartsWith("VERO3", StringComparison.Ordinal);
}
