using Vero.Typed.TestHarness;

namespace Vero.Typed.Analyzers.Tests.Rules;

/// <summary>VERO016.</summary>
public sealed class ChannelTests
{
    [Theory]
    [InlineData("[VeroChannel({|VERO016:\"\"|}, \"ios\")] public string? A;")]
    [InlineData("[VeroChannel(\"push\", {|VERO016:\" \"|})] public string? A;")]
    [InlineData("[VeroChannel({|VERO016:null!|}, \"ios\")] public string? A;")]
    [InlineData("[VeroChannel(\"push\", {|VERO016:default!|})] public string? A;")]
    [InlineData("[VeroChannel(\"push\", {|VERO016:Blank|})] public string? A; public const string Blank = \"\";")]
    public Task A_blank_type_or_platform_is_reported(string member) => Verify.AnalyzerAsync(Customer(member));

    [Theory]
    [InlineData("[{|VERO016:VeroChannel(\"push\", \"ios\")|}] public int A;")]
    [InlineData("[{|VERO016:VeroChannel(\"push\", \"ios\")|}] public VeroChannel? A;")]
    [InlineData("[{|VERO016:VeroChannel(\"push\", \"ios\")|}] public List<int> A = new();")]
    [InlineData("[{|VERO016:VeroChannel(\"push\", \"ios\")|}] public Dictionary<string, string> A = new();")]
    [InlineData("[{|VERO016:VeroChannel(\"push\", \"ios\")|}] public string[][] A = { };")]
    [InlineData("[{|VERO016:VeroChannel(\"push\", \"ios\")|}] public string[,]? A;")]
    [InlineData("[{|VERO016:VeroChannel(\"push\", \"ios\")|}] public object? A;")]
    [InlineData("[{|VERO016:VeroChannel(\"push\", \"ios\")|}] public System.Collections.IEnumerable? A;")]
    [InlineData("[{|VERO016:VeroChannel|}] public string? A;")]
    [InlineData("[{|VERO016:VeroChannel()|}] public List<string> A = new();")]
    [InlineData("[{|VERO016:VeroChannel|}] public object? A;")]
    [InlineData("[{|VERO016:VeroChannel|}] public char[]? A;")]
    public Task A_member_of_a_wrong_type_is_reported(string member) => Verify.AnalyzerAsync(Customer(member));

    [Theory]
    [InlineData("[VeroChannel(\"push\", \"ios\")] public string? A;")]
    [InlineData("[VeroChannel(platform: \"ios\", type: \"push\")] public string?[]? A;")]
    [InlineData("[VeroChannel] public VeroChannel? A;")]
    [InlineData("[VeroChannel] public IReadOnlyList<VeroChannel?>? A;")]
    public Task A_complete_channel_is_silent(string member) => Verify.AnalyzerAsync(Customer(member));

    [Fact]
    public Task A_named_argument_is_reported_where_it_is() => Verify.AnalyzerAsync(
        Customer("[VeroChannel(platform: {|VERO016:\"\"|}, type: \"push\")] public string? A;"));

    private static string Customer(string member) =>
        $"using System; using System.Collections.Generic; using Vero.Typed; public class Customer {{ [VeroId] public int Id; {member} }}";
}
