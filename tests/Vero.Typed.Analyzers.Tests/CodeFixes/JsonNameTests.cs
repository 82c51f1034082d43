using Vero.Typed.TestHarness;

namespace Vero.Typed.Analyzers.Tests.CodeFixes;

/// <summary>VERO110: the key becomes the member's JSON name.</summary>
public sealed class JsonNameTests
{
    [Theory]
    [InlineData("[JsonPropertyName(\"fname\"), {|VERO110-Info:VeroTrait|}] public string? A;", "[JsonPropertyName(\"fname\"), VeroTrait(\"fname\")] public string? A;")]
    [InlineData("[{|VERO110-Info:VeroTrait(WriteNull = true)|}, JsonPropertyName(\"f\\\"n\")] public string? A;", "[VeroTrait(\"f\\\"n\", WriteNull = true), JsonPropertyName(\"f\\\"n\")] public string? A;")]
    [InlineData("[{|VERO110-Info:VeroTrait()|}, JsonPropertyName(\"f\")] public string? A;", "[VeroTrait(\"f\"), JsonPropertyName(\"f\")] public string? A;")]
    public Task The_key_is_written(string before, string after) => Verify.CodeFixAsync(Customer(before), Customer(after));

    [Theory]
    [InlineData("[JsonPropertyName(\"b\"), {|VERO110-Info:VeroTrait|}] public string? A; [VeroTrait] public string? B;")]
    public Task A_key_that_another_member_has_is_not_offered(string members) => Verify.NoCodeFixAsync(Customer(members));

    private static string Customer(string members) =>
        $"using System.Text.Json.Serialization; using Vero.Typed; public class Customer {{ [VeroId] public int Id; {members} }}";
}
