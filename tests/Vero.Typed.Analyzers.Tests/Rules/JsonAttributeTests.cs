using Vero.Typed.Analyzers.Rules.ReservedKeys;
using Vero.Typed.TestHarness;

namespace Vero.Typed.Analyzers.Tests.Rules;

/// <summary>VERO110, VERO111 and VERO113: what other serializers' attributes say of a member.</summary>
public sealed class JsonAttributeTests
{
    private const string Usings = "using System.Runtime.Serialization; using System.Text.Json.Serialization; using Vero.Typed; ";

    // Newtonsoft.Json is known by its name alone.
    private static readonly HarnessOptions Newtonsoft = new()
    {
        References =
        [
            GeneratorHarness.CompileWithoutGenerator(
                "namespace Newtonsoft.Json; public class JsonIgnoreAttribute : System.Attribute { } public class JsonPropertyAttribute : System.Attribute { public JsonPropertyAttribute() { } public JsonPropertyAttribute(string propertyName) { } public string? PropertyName { get; set; } }",
                new HarnessOptions { AssemblyName = "Newtonsoft.Json" }),
        ],
    };

    [Theory]
    [InlineData("[JsonPropertyName(\"fname\"), {|VERO110-Info:VeroTrait|}] public string? FirstName { get; set; }")]
    [InlineData("[DataMember(Name = \"fname\"), {|VERO110-Info:VeroTrait|}] public string? FirstName { get; set; }")]
    [InlineData("[JsonPropertyName(\"FirstName\"), {|VERO110-Info:VeroTrait(WriteNull = true)|}] public string? FirstName { get; set; }")]
    [InlineData("[Newtonsoft.Json.JsonProperty(\"fname\"), {|VERO110-Info:VeroTrait|}] public string? FirstName { get; set; }")]
    [InlineData("[Newtonsoft.Json.JsonProperty(PropertyName = \"fname\"), {|VERO110-Info:VeroTrait|}] public string? FirstName { get; set; }")]
    [InlineData("[JsonIgnore, {|VERO111-Info:VeroTrait|}] public string? City { get; set; }")]
    [InlineData("[JsonIgnore(Condition = JsonIgnoreCondition.Always), {|VERO111-Info:VeroTrait|}] public string? City { get; set; }")]
    [InlineData("[IgnoreDataMember, {|VERO111-Info:VeroTrait(\"c\")|}] public string? City { get; set; }")]
    [InlineData("[Newtonsoft.Json.JsonIgnore, {|VERO111-Info:VeroTrait|}] public int Timestamp { get; set; }")]
    [InlineData("[JsonIgnore, {|VERO111-Info:VeroEmail|}] public string? Mail { get; set; }")]
    [InlineData("[JsonIgnore, {|VERO111-Info:VeroTrait|}] public int Spinning { get; set; }")]
    [InlineData("[JsonIgnore, {|VERO113-Warning:VeroTrait|}] public string? PasswordHash { get; set; }")]
    [InlineData("[JsonIgnore, {|VERO113-Warning:VeroTrait|}] public string? resetToken { get; set; }")]
    [InlineData("[IgnoreDataMember, {|VERO113-Warning:VeroTrait|}] public string? SECURITY_STAMP { get; set; }")]
    [InlineData("[JsonIgnore, {|VERO113-Warning:VeroTrait|}] public string? ApiKey { get; set; }")]
    [InlineData("[JsonIgnore, {|VERO113-Warning:VeroTrait|}] public string? recovery_codes { get; set; }")]
    [InlineData("[JsonIgnore, {|VERO113-Warning:VeroTrait|}] public string? Pwd { get; set; }")]
    [InlineData("[JsonIgnore, {|VERO113-Warning:VeroTrait|}] private string ApiSecret => \"\";")]
    public Task What_another_serializer_does_differently_is_reported(string member) =>
        Verify.AnalyzerAsync($"{Usings}public partial class Customer {{ [VeroId] public int Id {{ get; set; }} {member} }}", Newtonsoft);

    [Theory]
    [InlineData("[JsonPropertyName(\"first_name\"), VeroTrait] public string? FirstName { get; set; }")]
    [InlineData("[JsonPropertyName(\"fname\"), VeroTrait(\"name\")] public string? FirstName { get; set; }")]
    [InlineData("[DataMember, VeroTrait] public string? FirstName { get; set; }")]
    [InlineData("[DataMember(Order = 1), VeroTrait] public string? FirstName { get; set; }")]
    [InlineData("[JsonPropertyName(\"z\"), VeroTimezone] public int Zone { get; set; }")]
    [InlineData("[JsonPropertyName(\"mail\"), VeroEmail] public string? Email { get; set; }")]
    [InlineData("[JsonIgnore(Condition = JsonIgnoreCondition.Never), VeroTrait] public string? City { get; set; }")]
    [InlineData("[JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull), VeroTrait] public string? City { get; set; }")]
    [InlineData("[JsonIgnore] public string? City { get; set; }")]
    [InlineData("[JsonIgnore, VeroChannel(\"push\", \"ios\")] public string? PushToken { get; set; }")]
    [InlineData("[VeroTrait] public string? PasswordHash { get; set; }")]
    [InlineData("[Other.JsonIgnore, VeroTrait] public string? City { get; set; }")]
    public Task What_is_the_same_or_decided_is_silent(string member) => Verify.AnalyzerAsync(
        $"{Usings}public class Customer {{ [VeroId] public int Id {{ get; set; }} {member} }} namespace Other {{ public class JsonIgnoreAttribute : System.Attribute {{ }} }}");

    [Theory]
    [InlineData("[VeroSerialization(Naming = Naming.SnakeCase)]")]
    [InlineData("[assembly: VeroSerialization(Naming = Naming.SnakeCase)]")]
    public Task A_naming_policy_that_was_chosen_decides(string policy) => Verify.AnalyzerAsync(
        $"{Usings}{policy} public class Customer {{ [VeroId] public int Id {{ get; set; }} [JsonPropertyName(\"fname\"), VeroTrait] public string? FirstName {{ get; set; }} }}");

    [Fact]
    public Task It_holds_in_records_and_in_values() => Verify.AnalyzerAsync(
        $"{Usings}public record Customer([VeroId] int Id, [property: JsonPropertyName(\"n\")] [{{|VERO110-Info:VeroTrait|}}] string Name, [VeroTrait] Address? Home); public class Address {{ [JsonPropertyName(\"c\"), {{|VERO110-Info:VeroTrait|}}] public string? City {{ get; set; }} }}");

    [Fact]
    public async Task It_names_both_keys_and_the_attribute()
    {
        var found = await AnalyzerHarness.RunAsync($"{Usings}public class Customer {{ [VeroId] public int Id {{ get; set; }} [JsonPropertyName(\"fname\"), VeroTrait] public string? FirstName {{ get; set; }} }}");
        Assert.Equal(ReservedKeyRules.OtherJsonName.MessageWith("FirstName", "first_name", "fname", "JsonPropertyName"), Assert.Single(found).Message());
    }
}
