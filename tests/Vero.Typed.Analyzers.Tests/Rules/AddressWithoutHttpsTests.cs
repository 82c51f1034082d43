using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Vero.Typed.Analyzers.Rules;
using Vero.Typed.Analyzers.Rules.Client;
using Vero.Typed.TestHarness;

namespace Vero.Typed.Analyzers.Tests.Rules;

/// <summary>VERO202.</summary>
public sealed class AddressWithoutHttpsTests
{
    private const string Usings = "using System; using Microsoft.Extensions.Configuration; using Microsoft.Extensions.DependencyInjection; using Vero.Typed;\n";

    private static readonly HarnessOptions Client = new() { ReferencesClient = true };

    [Theory]
    [InlineData("_ = new VeroClientOptions { BaseAddress = new Uri({|VERO202:\"http://api.getvero.com/api/v2/\"|}) };")]
    [InlineData("_ = new VeroClientOptions { BaseAddress = new({|VERO202:\"http://api.getvero.com/api/v2/\"|}) };")]
    [InlineData("VeroClientOptions o = new() { AuthToken = \"a\", BaseAddress = new({|VERO202:\"HTTP://API.GETVERO.COM\"|}, UriKind.Absolute) };")]
    [InlineData("options.BaseAddress = new Uri(uriKind: UriKind.RelativeOrAbsolute, uriString: {|VERO202:\"http://api.getvero.com\"|});")]
    [InlineData("options.BaseAddress = new({|VERO202:\"ftp://api.getvero.com\"|});")]
    [InlineData("options.BaseAddress = new({|VERO202:\"ftp://localhost\"|});")]
    [InlineData("options.BaseAddress = new({|VERO202:\"ws://localhost:80\"|});")]
    [InlineData("options.BaseAddress = new({|VERO202:\"http://localhost.example/\"|});")]
    [InlineData("options.BaseAddress = new({|VERO202:\"http://128.0.0.1/\"|});")]
    [InlineData("options.BaseAddress = new({|VERO202:\"http://192.168.0.1/\"|});")]
    [InlineData("options.BaseAddress = new({|VERO202:\"http://0.0.0.0/\"|});")]
    [InlineData("options.BaseAddress = new({|VERO202:\"http://[::2]/\"|});")]
    [InlineData("options.BaseAddress = new({|VERO202:\"http://sandbox/\"|});")]
    [InlineData("options.BaseAddress ??= new({|VERO202:\"http://api.getvero.com\"|});")]
    [InlineData("services.AddVero(o => o.BaseAddress = new({|VERO202:\"http://api.getvero.com\"|}));")]
    [InlineData("services.AddVero(static o => { o.AuthToken = null; o.BaseAddress = new({|VERO202:\"http://api.getvero.com\"|}); });")]
    [InlineData("services.PostConfigure<VeroClientOptions>(o => o.BaseAddress = new({|VERO202:\"http://api.getvero.com\"|}));")]
    [InlineData("const string Host = \"api.getvero.com\"; options.BaseAddress = new({|VERO202:\"http://\" + Host|});")]
    [InlineData("const string Host = \"api.getvero.com\"; options.BaseAddress = new({|VERO202:$\"http://{Host}/api\"|});")]
    [InlineData("options.BaseAddress = new({|VERO202:Addresses.Text|});")]
    [InlineData("options.BaseAddress = {|VERO202:Addresses.Fixed|};")]
    [InlineData("options.BaseAddress = {|VERO202:Addresses.Property|};")]
    [InlineData("Uri own = new(\"http://api.getvero.com\"); options.BaseAddress = {|VERO202:own|};")]
    [InlineData("Uri own; own = new(\"http://api.getvero.com\"); options.BaseAddress = {|VERO202:own|};")]
    [InlineData("Uri own = live ? new(\"https://api.getvero.com\") : new(\"http://staging.example\"); options.BaseAddress = {|VERO202:own|};")]
    [InlineData("string text = \"http://api.getvero.com\"; options.BaseAddress = new({|VERO202:text|});")]
    [InlineData("options.BaseAddress = new(configuration[\"Vero:BaseAddress\"] ?? {|VERO202:\"http://api.getvero.com\"|});")]
    [InlineData("options.BaseAddress = live ? new Uri(\"https://api.getvero.com\") : new Uri({|VERO202:\"http://staging.example\"|});")]
    [InlineData("options.BaseAddress = new(live switch { true => \"https://api.getvero.com\", _ => {|VERO202:\"http://staging.example\"|} });")]
    [InlineData("options.BaseAddress = new(new Uri({|VERO202:\"http://api.getvero.com\"|}), \"api/v2/\");")]
    [InlineData("Uri server = new(\"http://api.getvero.com\"); options.BaseAddress = new({|VERO202:server|}, \"api/v2/\");")]
    public Task A_literal_address_without_https_is_reported(string body) => Verify.AnalyzerAsync(Program(body), Client);

    [Theory]
    [InlineData("options.BaseAddress = new(\"https://api.getvero.com/api/v2/\");")]
    [InlineData("options.BaseAddress = new(\"HTTPS://proxy.example:8443\");")]
    [InlineData("options.BaseAddress = new(\"http://localhost\");")]
    [InlineData("options.BaseAddress = new(\"http://LOCALHOST:5000/api\");")]
    [InlineData("options.BaseAddress = new(\"http://127.0.0.1:5000\");")]
    [InlineData("options.BaseAddress = new(\"http://127.255.3.4\");")]
    [InlineData("options.BaseAddress = new(\"http://[::1]:80\");")]
    [InlineData("options.BaseAddress = new(\"http://loopback/\");")]
    [InlineData("options.BaseAddress = new(\"https://user@api.getvero.com/?a=b\");")]
    [InlineData("options.BaseAddress = new(\"/api/v2\", UriKind.RelativeOrAbsolute);")]
    [InlineData("options.BaseAddress = new(\"api/v2\", UriKind.Relative);")]
    [InlineData("options.BaseAddress = new(\"http://api.getvero.com\", UriKind.Relative);")]
    [InlineData("options.BaseAddress = new(\"http\");")]
    [InlineData("options.BaseAddress = new(\"http:\");")]
    [InlineData("options.BaseAddress = new(\"http://\");")]
    [InlineData("options.BaseAddress = new(\"\");")]
    [InlineData("options.BaseAddress = null!;")]
    [InlineData("options.BaseAddress = address;")]
    [InlineData("options.BaseAddress = true ? new(\"https://api.getvero.com\") : new Uri(\"http://api.getvero.com\");")]
    [InlineData("Uri own; if (live) own = new(\"http://api.getvero.com\"); else own = address; options.BaseAddress = own;")]
    [InlineData("options.BaseAddress = new($\"http://{configuration[\"host\"]}\");")]
    [InlineData("options.BaseAddress = new(configuration[\"Vero:BaseAddress\"]!);")]
    [InlineData("options.BaseAddress = new(new Uri(\"http://api.getvero.com\"), \"https://api.getvero.com\");")]
    [InlineData("options.BaseAddress = new(new Uri(\"http://api.getvero.com\"), address);")]
    [InlineData("options.BaseAddress = new(address, \"http://api.getvero.com\");")]
    [InlineData("options.BaseAddress = new UriBuilder(\"http://api.getvero.com\") { Scheme = \"https\" }.Uri;")]
    [InlineData("Uri secure = new(\"http://api.getvero.com\"); secure = address; options.BaseAddress = secure;")]
    [InlineData("var client = new System.Net.Http.HttpClient { BaseAddress = new(\"http://api.getvero.com\") };")]
    [InlineData("var other = new Other { BaseAddress = new(\"http://api.getvero.com\") };")]
    [InlineData("configuration[\"Vero:BaseAddress\"] = \"http://api.getvero.com\";")]
    [InlineData("if (options.BaseAddress == new Uri(\"http://api.getvero.com\")) return;")]
    public Task What_is_https_of_this_machine_or_not_known_is_silent(string body) => Verify.AnalyzerAsync(Program(body), Client);

    [Theory]
    [InlineData("http://api.getvero.com/api/v2/", "http://api.getvero.com", "https://api.getvero.com/api/v2/")]
    [InlineData("HTTP://api.getvero.com:80", "http://api.getvero.com", "https://api.getvero.com")]
    [InlineData("http://api.getvero.com:8080/?a#b", "http://api.getvero.com:8080", "https://api.getvero.com:8080/?a#b")]
    [InlineData("http://user:word@api.getvero.com", "http://api.getvero.com", "https://user:word@api.getvero.com")]
    [InlineData("ftp://api.getvero.com/", "ftp://api.getvero.com", null)]
    public async Task The_message_names_the_server_alone_and_the_fix_is_told_the_address(string address, string server, string? secure)
    {
        Diagnostic found = Assert.Single(await AnalyzerHarness.RunAsync(Program($"options.BaseAddress = new(\"{address}\");"), Client));
        Assert.Equal(ClientRules.AddressWithoutHttps.MessageWith(server), found.Message());
        Assert.Equal(secure, found.Properties.GetValueOrDefault(DiagnosticProperties.HttpsAddress));
    }

    // What the rule says is what the options' own check says.
    [Theory]
    [InlineData("http://localhost", true)]
    [InlineData("http://127.9.9.9", true)]
    [InlineData("http://[::1]", true)]
    [InlineData("http://loopback", true)]
    [InlineData("https://api.getvero.com", true)]
    [InlineData("http://app.localhost", null)]
    [InlineData("http://localhost.example", false)]
    [InlineData("http://[::ffff:127.0.0.1]", null)]
    [InlineData("http://127.0.0.1.example", false)]
    [InlineData("http://2130706433", null)]
    [InlineData("ws://localhost", false)]
    public async Task It_agrees_with_the_check_of_the_client(string address, bool? isAccepted)
    {
        bool isReported = !(await AnalyzerHarness.RunAsync(Program($"options.BaseAddress = new(\"{address}\");"), Client)).IsEmpty;
        bool isRefused = Record.Exception(() => new VeroClient(new VeroClientOptions { AuthToken = "a", BaseAddress = new Uri(address) }).Dispose()) is not null;
        Assert.Equal(isRefused, isReported);
        if (isAccepted is { } expected)
            Assert.Equal(expected, !isReported);
    }

    [Theory]
    [InlineData("options.BaseAddress = new(\"http://api.getvero.com\"")]
    [InlineData("options.BaseAddress = new(")]
    [InlineData("options.BaseAddress = new Uri;")]
    [InlineData("options.BaseAddress = new(\"http://api.getvero.com);")]
    [InlineData("options.BaseAddress = \"http://api.getvero.com\";")]
    [InlineData("options.BaseAddress = new Unknown(\"http://api.getvero.com\");")]
    [InlineData("options.BaseAddress = new Uri(unknown, \"http://api.getvero.com\");")]
    [InlineData("unknown.BaseAddress = new Uri(\"http://api.getvero.com\");")]
    [InlineData("_ = new VeroClientOptions { BaseAddress = new Uri(\"http://api.getvero.com\"")]
    public async Task Half_typed_code_is_left_alone(string body) =>
        Assert.Empty(await AnalyzerHarness.RunAsync(Program(body), Client with { IsBroken = true }));

    [Theory]
    [InlineData(LanguageVersion.CSharp11, NullableContextOptions.Enable)]
    [InlineData(LanguageVersion.CSharp9, NullableContextOptions.Disable)]
    [InlineData(LanguageVersion.Latest, NullableContextOptions.Disable)]
    public Task It_is_reported_whatever_the_language_and_nullability(LanguageVersion version, NullableContextOptions nullable) => Verify.AnalyzerAsync(
        "public class Setup { public object Make() => new Vero.Typed.VeroClientOptions { BaseAddress = new System.Uri({|VERO202:\"http://api.getvero.com\"|}) }; }",
        Client with { LanguageVersion = version, Nullable = nullable });

    [Fact]
    public Task A_file_that_a_tool_made_is_silent() => Verify.AnalyzerAsync(
        "// <auto-generated/>\npublic class Setup { public object Make() => new Vero.Typed.VeroClientOptions { BaseAddress = new System.Uri(\"http://api.getvero.com\") }; }", Client);

    [Fact]
    public Task A_test_that_wants_to_see_the_refusal_can_silence_it() => Verify.AnalyzerAsync(
        """
        using Vero.Typed;
        public class Tests
        {
            public VeroClientOptions One() => new() { BaseAddress = new({|VERO202:"http://api.getvero.com"|}) };
            [System.Diagnostics.CodeAnalysis.SuppressMessage("Vero.Client", "VERO202")]
            public VeroClientOptions Two() => new() { BaseAddress = new("http://api.getvero.com") };
        #pragma warning disable VERO202
            public VeroClientOptions Three() => new() { BaseAddress = new("http://api.getvero.com") };
        }
        """,
        Client);

    [Theory]
    [InlineData("none", "", "")]
    [InlineData("warning", "{|VERO202-Warning:", "|}")]
    public Task An_editorconfig_sets_its_severity(string severity, string open, string close) => Verify.AnalyzerAsync(
        $"public class Setup {{ public object Make() => new Vero.Typed.VeroClientOptions {{ BaseAddress = new System.Uri({open}\"http://api.getvero.com\"{close}) }}; }}",
        Client with { EditorConfig = $"root = true\n[*.cs]\ndotnet_diagnostic.VERO202.severity = {severity}\n" });

    [Fact]
    public Task What_another_file_holds_is_reported_where_it_is_used() => Verify.AnalyzerAsync(
        [
            """
            using System;
            public static class Addresses
            {
                public const string Vero = "http://api.getvero.com"; public static readonly Uri Fixed = new(Vero); public static Uri Property => Fixed;
                public static readonly Uri Reset = new(Vero); public static Uri Settable { get; set; } = new(Vero);
                static Addresses() => Reset = new("https://api.getvero.com");
            }
            """,
            Usings + """
            public class Setup
            {
                public void Run(VeroClientOptions o)
                {
                    o.BaseAddress = new({|VERO202:Addresses.Vero|}); o.BaseAddress = {|VERO202:Addresses.Fixed|}; o.BaseAddress = {|VERO202:Addresses.Property|};
                    o.BaseAddress = Addresses.Reset; o.BaseAddress = Addresses.Settable;
                }
            }
            """,
        ],
        Client);

    [Fact]
    public async Task An_address_made_of_itself_is_left_to_the_compiler() =>
        Assert.Empty(await AnalyzerHarness.RunAsync(Program("Uri server = new(server, \"api/v2/\"); options.BaseAddress = server;"), Client with { IsBroken = true }));

    private static string Program(string body) => Usings + $$"""
        public static class Addresses
        {
            public const string Text = "http://api.getvero.com";
            public static readonly Uri Fixed = new("http://api.getvero.com");
            public static Uri Property => new(Text);
        }
        public class Other { public Uri? BaseAddress { get; set; } }
        public class Setup
        {
            public void Run(IServiceCollection services, IConfiguration configuration, VeroClientOptions options, Uri address, bool live)
            {
                {{body}}
            }
        }
        """;
}
