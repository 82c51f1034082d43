using Vero.Typed.TestHarness;

namespace Vero.Typed.Analyzers.Tests.CodeFixes;

/// <summary>VERO202: the address with https.</summary>
public sealed class HttpsAddressTests
{
    private static readonly CodeFixCase Client = new() { Options = new HarnessOptions { ReferencesClient = true } };

    [Theory]
    [InlineData("options.BaseAddress = new({|VERO202:\"http://api.getvero.com/api/v2/\"|}); // Vero", "options.BaseAddress = new(\"https://api.getvero.com/api/v2/\"); // Vero")]
    [InlineData("options.BaseAddress = new Uri({|VERO202:@\"HTTP://proxy.example:80/a\"|});", "options.BaseAddress = new Uri(@\"https://proxy.example/a\");")]
    [InlineData("options.BaseAddress = new({|VERO202:\"http://\" + \"proxy.example:8080\"|});", "options.BaseAddress = new(\"https://proxy.example:8080\");")]
    [InlineData("options.BaseAddress = new(configuration ?? {|VERO202:\"http://proxy.example\"|});", "options.BaseAddress = new(configuration ?? \"https://proxy.example\");")]
    [InlineData("var server = new Uri(\"http://proxy.example\"); options.BaseAddress = {|VERO202:server|};", "var server = new Uri(\"https://proxy.example\"); options.BaseAddress = server;")]
    [InlineData("options.BaseAddress = {|VERO202:Fixed|}; other.BaseAddress = {|VERO202:Fixed|};", "options.BaseAddress = Fixed; other.BaseAddress = Fixed;")]
    public Task It_is_written_with_https(string before, string after) => Verify.CodeFixAsync(Source(before), Source(after), Client);

    [Fact]
    public Task The_title_shows_the_address() => Verify.CodeFixAsync(
        Source("options.BaseAddress = new({|VERO202:\"http://proxy.example\"|});"), Source("options.BaseAddress = new(\"https://proxy.example\");"),
        Client with { Titles = ["Write \"https://proxy.example\""] });

    [Theory]
    [InlineData("options.BaseAddress = new({|VERO202:\"ftp://api.getvero.com\"|});")]
    [InlineData("options.BaseAddress = new({|VERO202:Constant|});")]
    [InlineData("options.BaseAddress = new({|VERO202:\"http://\" + Host|});")]
    public Task Another_scheme_and_a_constant_are_left(string body) => Verify.NoCodeFixAsync(Source(body), Client);

    private static string Source(string body)
    {
        string address = body.Contains("VERO202:Fixed", StringComparison.Ordinal) ? "http" : "https";
        return $$"""
            using System;
            using Vero.Typed;
            public class Setup
            {
                private const string Constant = "http://proxy.example";
                private const string Host = "proxy.example";
                private static readonly Uri Fixed = new("{{address}}://proxy.example");
                public void Run(VeroClientOptions options, VeroClientOptions other, string? configuration)
                {
                    {{body}}
                }
            }
            """;
    }
}
