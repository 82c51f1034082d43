using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Vero.Typed.TestHarness;

namespace Vero.Typed.Analyzers.Tests.Generator;

/// <summary>What the documentation of ToIdentifyRequest() shows of the JSON, as an IDE reads it.</summary>
public sealed class PreviewTests
{
    private const string Usings = "using System; using System.Collections.Generic; using System.Globalization; using Vero.Typed;\n";

    [Theory]
    [InlineData("record")]
    [InlineData("partial record")]
    public void The_customer_of_the_readme_is_shown_as_it_is_sent(string kind) => Assert.Equal(
        """
        {
          "id": string,  // Id
          "email"?: string,  // Email
          "channels"?: [
            { "type": "push", "platform": "android", "address": string }  // AndroidToken
          ],
          "data": {
            "first_name"?: string,  // FirstName
            "plan": "Free" | "Pro",  // Plan
            "timezone"?: integer,  // Zone, reserved key
            "language"?: string  // Culture, reserved key
          }
        }
        """,
        Preview($$"""
            public sealed {{kind}} Customer
            {
                [VeroId]                         public required int Id { get; init; }
                [VeroEmail]                      public string? Email { get; init; }
                [VeroTrait]                      public string? FirstName { get; init; }
                [VeroTrait("plan")]              public Plan Plan { get; init; }
                [VeroTimezone]                   public TimeZoneInfo? Zone { get; init; }
                [VeroLanguage]                   public CultureInfo? Culture { get; init; }
                [VeroChannel("push", "android")] public string? AndroidToken { get; init; }
                                                 public string? PasswordHash { get; init; }
            }
            public enum Plan { Free, Pro }
            """));

    [Fact]
    public void A_type_with_an_id_alone_is_short() => Assert.Equal(
        """
        {
          "id": string  // Id
        }
        """,
        Preview("public class Customer { [VeroId] public Guid Id; }"));

    [Theory]
    [InlineData("int A", "\"a\": integer")]
    [InlineData("ulong? A", "\"a\"?: integer")]
    [InlineData("decimal A", "\"a\": number")]
    [InlineData("double? A", "\"a\"?: number")]
    [InlineData("bool A", "\"a\": boolean")]
    [InlineData("bool? A", "\"a\"?: boolean")]
    [InlineData("string A = \"\"", "\"a\": string")]
    [InlineData("Uri? A", "\"a\"?: string")]
    [InlineData("DateTime A", "\"a\": string")]
    [InlineData("DayOfWeek? A", "\"a\"?: \"Sunday\" | \"Monday\" | \"Tuesday\" | \"Wednesday\" | \"Thursday\" | ...")]
    [InlineData("UriKind A", "\"a\": \"RelativeOrAbsolute\" | \"Absolute\" | \"Relative\"")]
    [InlineData("System.Text.Json.JsonElement A", "\"a\"?: any")]
    [InlineData("int[] A = { }", "\"a\": [integer, ...]")]
    [InlineData("List<string?>? A", "\"a\"?: [string | null, ...]")]
    [InlineData("Dictionary<string, bool> A = new()", "\"a\": { [key]: boolean }")]
    [InlineData("Address A = new()", "\"a\": { \"city\"?: string, \"zip\": string | null, \"lines\"?: [string | null, ...] }")]
    [InlineData("Address[] A = { }", "\"a\": [{ \"city\"?: string, \"zip\": string | null, \"lines\"?: [string | null, ...] } | null, ...]")]
    [InlineData("ConsoleModifiers A", "\"a\": string")]
    public void Each_kind_of_value_has_its_JSON_type(string member, string line) => Assert.Contains(
        $"    {line}  // A\n",
        Preview($$"""
            public class Customer { [VeroId] public int Id; [VeroTrait] public {{member}}; }
            [VeroSerialization(ValueOnly = true)] public class Address { [VeroTrait] public string? City; [VeroTrait(WriteNull = true)] public string? Zip; [VeroTrait] public string[]? Lines; }
            """),
        StringComparison.Ordinal);

    [Fact]
    public void An_object_that_does_not_fit_on_a_line_has_one_for_each_key() => Assert.Equal(
        """
        {
          "id": string,  // Id
          "data": {
            "home": {  // Home
              "first_line_of_the_street": string,
              "second_line_of_the_street"?: string,
              "place": {
                "latitude_in_degrees": number,
                "longitude_in_degrees": number,
                "metres_above_the_sea_level": integer
              }
            },
            "others"?: [{  // Others
              "first_line_of_the_street": string,
              "second_line_of_the_street"?: string,
              "place": {
                "latitude_in_degrees": number,
                "longitude_in_degrees": number,
                "metres_above_the_sea_level": integer
              }
            } | null, ...]
          }
        }
        """,
        Preview("""
            public class Customer { [VeroId] public int Id; [VeroTrait] public Address Home = new(); [VeroTrait] public List<Address?>? Others; }
            public class Address { [VeroTrait] public string FirstLineOfTheStreet = ""; [VeroTrait] public string? SecondLineOfTheStreet; [VeroTrait] public Place Place = new(); }
            public class Place { [VeroTrait] public double LatitudeInDegrees, LongitudeInDegrees; [VeroTrait] public int MetresAboveTheSeaLevel; }
            """));

    [Fact]
    public void Where_everything_is_text_the_preview_says_so() => Assert.Equal(
        """
        {
          "id": string,  // Id
          "data": {
            "a": string,  // A
            "b": string | null,  // B
            "timezone": integer,  // C, reserved key
            [key]: string  // the entries of D
          }
        }
        """,
        Preview("""
            [VeroSerialization(FreeformValues = FreeformValues.Strings)]
            public class Customer { [VeroId] public int Id; [VeroTrait] public int A; [VeroTrait(WriteNull = true)] public bool? B; [VeroTimezone] public int C; [VeroData] public Dictionary<string, int>? D; }
            """));

    [Fact]
    public void Channels_and_entries_are_shown_with_what_is_in_them() => Assert.Equal(
        """
        {
          "id": string,  // Id
          "channels"?: [
            { "type": "push", "platform": "ios", "address": string },  // each of Tokens
            { "type": string, "platform": string, "address": string },  // Channel
            { "type": string, "platform": string, "address": string }  // each of More
          ],
          "data"?: {
            "userAgent"?: string,  // Agent, reserved key
            [key]: integer  // the entries of Extra
          }
        }
        """,
        Preview("""
            public class Customer
            {
                [VeroId] public string Id = "";
                [VeroChannel("push", "ios")] public List<string> Tokens = new();
                [VeroChannel] public VeroChannel? Channel;
                [VeroChannel] public VeroChannel[]? More;
                [VeroUserAgent] public string? Agent;
                [VeroData] public Dictionary<string, int>? Extra;
            }
            """));

    [Fact]
    public void A_member_of_a_base_is_named_with_its_type()
    {
        string preview = Preview("""
            public abstract class Entity<T> { [VeroId] public T Id { get; set; } = default!; [VeroTrait] public string? @event; }
            public class Customer : Entity<Guid> { [VeroTrait] public string? Name; }
            """);
        Assert.Contains("\"id\": string,  // Entity<Guid>.Id\n", preview, StringComparison.Ordinal);
        Assert.Contains("\"event\"?: string,  // Entity<Guid>.@event\n", preview, StringComparison.Ordinal);
        Assert.Contains("\"name\"?: string  // Name\n", preview, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a<b", "a<b")]
    [InlineData("a>&amp;]]>", "a>&amp;]]>")]
    [InlineData("--><!--", "--><!--")]
    [InlineData("</code></summary>", "</code></summary>")]
    [InlineData("it's \\\"q\\\"", "it's \\\"q\\\"")]
    [InlineData("a\\nb\\tc", "a\\nb\\tc")]
    [InlineData("\\u2028\\u2029\\u0085x", "\\u2028\\u2029\\u0085x")]
    [InlineData("\\u202Ecba\\uFFFE", "\\u202Ecba\\uFFFE")]
    [InlineData("\\uD800", "\uFFFD")]
    [InlineData("日本 é 😀", "日本 é 😀")]
    [InlineData("*/ #endif", "*/ #endif")]
    [InlineData(" two  spaces ", " two  spaces ")]
    public void An_awkward_key_is_shown_and_breaks_nothing(string key, string shown) => Assert.Contains(
        $"    \"{shown}\": integer  // A\n", Preview($"public class Customer {{ [VeroId] public int Id; [VeroTrait(\"{key}\")] public int A; }}"), StringComparison.Ordinal);

    [Fact]
    public void Awkward_names_of_channels_and_enum_values_break_nothing()
    {
        string preview = Preview("""
            public enum Size { [System.Runtime.Serialization.EnumMember(Value = "<S>\n")] S, @default }
            public class Customer { [VeroId] public int Id; [VeroTrait] public Size Size; [VeroChannel("p<\"u\":\"sh", "a&b")] public string? Token; }
            """);
        Assert.Contains("\"size\": \"<S>\\n\" | \"default\"  // Size\n", preview, StringComparison.Ordinal);
        Assert.Contains("""{ "type": "p<\"u\":\"sh", "platform": "a&b", "address": string }  // Token""", preview, StringComparison.Ordinal);
    }

    [Fact]
    public void Fifty_traits_stay_readable()
    {
        string members = string.Join(' ', Enumerable.Range(1, 50).Select(static n => $"[VeroTrait] public {(n % 2 == 0 ? "int" : "string?")} TheMemberOfNumber{n};"));
        string[] lines = Preview($"public class Customer {{ [VeroId] public int Id; {members} }}").Split('\n');
        Assert.InRange(lines.Length, 25, 40);
        Assert.All(lines, static line => Assert.InRange(line.Length, 0, 110));
        string all = string.Join('\n', lines);
        Assert.All(Enumerable.Range(1, 50), n => Assert.Contains($"\"the_member_of_number{n}\"", all, StringComparison.Ordinal));
    }

    [Fact]
    public void Nullable_off_shows_what_may_be_null() => Assert.Contains(
        "\"a\"?: string  // A\n",
        Preview("public class Customer { [VeroId] public int Id; [VeroTrait] public string A; }", new HarnessOptions { Nullable = NullableContextOptions.Disable }),
        StringComparison.Ordinal);

    [Fact]
    public void The_documentation_names_everything_and_is_well_formed()
    {
        GeneratorRun run = GeneratorHarness.Run(
            Usings + "public class Customer<TKey> where TKey : struct { [VeroId] public int Id; } public partial class Other<TKey> { [VeroId] public int Id; }");
        Assert.Equal(2, run.Files.Length);
        Assert.All(run.Files, static file => Assert.Empty(DocumentationProblems(file.SourceText.ToString())));
    }

    [Fact]
    public void Broken_documentation_would_be_seen() =>
        Assert.NotEmpty(DocumentationProblems("/// <summary><code></summary>\npublic class A { }"));

    /// <summary>The code block of the summary, after the compiler has found nothing wrong with any of the documentation.</summary>
    private static string Preview(string source, HarnessOptions? options = null)
    {
        GeneratorRun run = GeneratorHarness.Run(Usings + source, options);
        string text = run.Files.Single(static file => file.SourceText.ToString().Contains("ToIdentifyRequest", StringComparison.Ordinal)).SourceText.ToString();
        Assert.Empty(DocumentationProblems(text));
        return PreviewText.Of(run, "ToIdentifyRequest");
    }

    // What is generated switches warnings off for everybody, so they are looked for without that.
    private static IEnumerable<string> DocumentationProblems(string text) => CSharpSyntaxTree
        .ParseText(
            text.Replace("#pragma warning disable", "//", StringComparison.Ordinal),
            new CSharpParseOptions(LanguageVersion.Latest, DocumentationMode.Diagnose),
            cancellationToken: TestContext.Current.CancellationToken)
        .GetDiagnostics(TestContext.Current.CancellationToken)
        .Select(static diagnostic => diagnostic.ToString());
}
