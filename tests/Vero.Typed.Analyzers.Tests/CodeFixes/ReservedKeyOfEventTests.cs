using Vero.Typed.TestHarness;

namespace Vero.Typed.Analyzers.Tests.CodeFixes;

/// <summary>VERO102 on an event: the reserved key.</summary>
public sealed class ReservedKeyOfEventTests
{
    [Theory]
    [InlineData("[VeroTrait({|VERO102-Warning:\"time_zone\"|})] public int A;", "[VeroTrait(\"timezone\")] public int A;")]
    [InlineData("[VeroTrait({|VERO102-Warning:Misspelt|}, WriteNull = false)] public string? A;", "[VeroTrait(\"language\", WriteNull = false)] public string? A;")]
    [InlineData("[VeroTrait(key: {|VERO102-Warning:\"langauge\"|})] public string? A;", "[VeroTrait(key: \"language\")] public string? A;")]
    [InlineData("[{|VERO102-Warning:VeroTrait|}] public string? UserAgent;", "[VeroTrait(\"userAgent\")] public string? UserAgent;")]
    [InlineData("[{|VERO102-Warning:VeroTrait(WriteNull = false)|}] public string? UserAgent;", "[VeroTrait(\"userAgent\", WriteNull = false)] public string? UserAgent;")]
    public Task The_reserved_key_is_written(string before, string after) => Verify.CodeFixAsync(Event(before), Event(after));

    [Fact]
    public Task The_title_says_what_is_sent_as_what() => Verify.CodeFixAsync(
        "using Vero.Typed; [VeroEvent] public record Ping([{|VERO102-Warning:VeroTrait|}] string UserAgent);",
        "using Vero.Typed; [VeroEvent] public record Ping([VeroTrait(\"userAgent\")] string UserAgent);",
        new CodeFixCase { Titles = ["Send 'UserAgent' as \"userAgent\""] });

    [Theory]
    [InlineData("[VeroTrait({|VERO102-Warning:\"time_zone\"|})] public string? A;")]
    [InlineData("[VeroTrait({|VERO102-Warning:\"time_zone\"|}, WriteNull = true)] public int? A;")]
    [InlineData("[VeroTrait(\"timezone\")] public int A; [VeroTrait({|VERO102-Warning:\"time_zone\"|})] public int B;")]
    public Task What_would_be_wrong_under_the_reserved_key_stays(string members) => Verify.NoCodeFixAsync(Event(members));

    [Fact]
    public Task A_base_is_left_where_a_derived_event_has_the_key() => Verify.NoCodeFixAsync("""
        using Vero.Typed;
        [VeroEvent] public abstract class Visit { [VeroTrait({|VERO102-Warning:"time_zone"|})] public int A; }
        [VeroEvent] public class Came : Visit { [VeroTrait("timezone")] public int B; }
        """);

    [Fact]
    public Task Of_two_misspellings_of_one_key_one_is_repaired() => Verify.CodeFixAsync(
        Event("[VeroTrait({|VERO102-Warning:\"time_zone\"|})] public int A; [VeroTrait({|VERO102-Warning:\"TimeZone\"|})] public int B;"),
        Event("[VeroTrait(\"timezone\")] public int A; [VeroTrait({|VERO102-Warning:\"TimeZone\"|})] public int B;"),
        new CodeFixCase { Iterations = 1 });

    private static string Event(string members) => $$"""
        using Vero.Typed;
        [VeroEvent]
        public class Ping
        {
            private const string Misspelt = "langauge";
            {{members}}
        }
        """;
}
