using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Vero.Typed.Analyzers.Rules;
using Vero.Typed.Analyzers.Rules.Client;
using Vero.Typed.TestHarness;

namespace Vero.Typed.Analyzers.Tests.Rules;

/// <summary>VERO201.</summary>
public sealed class TokenInSourceTests
{
    private const string Token = "M2Y5YTFjN2U4YjQyZDA1NjpjMWU4ZDQ3YTkyZjA2YjM1";
    private const string Usings = "using System; using Microsoft.Extensions.Configuration; using Microsoft.Extensions.DependencyInjection; using Vero.Typed;\n";

    private static readonly HarnessOptions Client = new() { ReferencesClient = true };

    [Theory]
    [InlineData("_ = new VeroClientOptions { AuthToken = {|VERO201-Warning:\"TOKEN\"|} };")]
    [InlineData("VeroClientOptions o = new() { Timeout = TimeSpan.FromSeconds(1), AuthToken = {|VERO201-Warning:\"TOKEN\"|} };")]
    [InlineData("using var client = new VeroClient(new VeroClientOptions { AuthToken = {|VERO201-Warning:\"TOKEN\"|} });")]
    [InlineData("options.AuthToken = {|VERO201-Warning:\"TOKEN\"|};")]
    [InlineData("options.AuthToken ??= {|VERO201-Warning:\"TOKEN\"|};")]
    [InlineData("services.AddVero(o => o.AuthToken = {|VERO201-Warning:\"TOKEN\"|});")]
    [InlineData("services.AddVero(static o => { o.AuthToken = {|VERO201-Warning:\"TOKEN\"|}; });")]
    [InlineData("services.AddVero(delegate (VeroClientOptions o) { o.AuthToken = {|VERO201-Warning:\"TOKEN\"|}; });")]
    [InlineData("services.AddVero(Configure); void Configure(VeroClientOptions o) => o.AuthToken = {|VERO201-Warning:\"TOKEN\"|};")]
    [InlineData("services.Configure<VeroClientOptions>(\"eu\", o => o.AuthToken = {|VERO201-Warning:\"TOKEN\"|});")]
    [InlineData("services.AddOptions<VeroClientOptions>().Configure(o => o.AuthToken = {|VERO201-Warning:\"TOKEN\"|});")]
    [InlineData("var setup = new Setup(null) { Vero = { AuthToken = {|VERO201-Warning:\"TOKEN\"|} } };")]
    [InlineData("const string Here = \"TOKEN\"; options.AuthToken = {|VERO201-Warning:Here|};")]
    [InlineData("options.AuthToken = {|VERO201-Warning:Secrets.Constant|};")]
    [InlineData("options.AuthToken = {|VERO201-Warning:Secrets.Fixed|};")]
    [InlineData("options.AuthToken = {|VERO201-Warning:Secrets.Property|};")]
    [InlineData("options.AuthToken = {|VERO201-Warning:Secrets.Given|};")]
    [InlineData("options.AuthToken = {|VERO201-Warning:_own|}; options.AuthToken = {|VERO201-Warning:this._own|}; options.AuthToken = {|VERO201-Warning:Own|};")]
    [InlineData("string token = \"TOKEN\"; options.AuthToken = {|VERO201-Warning:token|};")]
    [InlineData("string token; token = \"TOKEN\"; options.AuthToken = {|VERO201-Warning:token|};")]
    [InlineData("string? token = live ? \"TOKEN\" : null; var copy = token ?? \"\"; options.AuthToken = {|VERO201-Warning:copy|};")]
    [InlineData("var token = \"TOKEN\"; var copy = token; options.AuthToken = {|VERO201-Warning:copy|};")]
    [InlineData("options.AuthToken = configuration[\"Vero:AuthToken\"] ?? {|VERO201-Warning:\"TOKEN\"|};")]
    [InlineData("string token = configuration[\"Vero:AuthToken\"] ?? \"TOKEN\"; options.AuthToken = {|VERO201-Warning:token|};")]
    [InlineData("options.AuthToken = live ? {|VERO201-Warning:\"TOKEN\"|} : \"none\";")]
    [InlineData("options.AuthToken = live switch { true => {|VERO201-Warning:\"TOKEN\"|}, _ => null };")]
    [InlineData("options.AuthToken = ({|VERO201-Warning:\"TOKEN\"|});")]
    [InlineData("options.AuthToken = {|VERO201-Warning:\"TOK\" + \"EN\"|};")]
    [InlineData("options.AuthToken = (string?){|VERO201-Warning:\"TOKEN\"|}!;")]
    [InlineData("_ = new VeroClientOptions { AuthToken = {|VERO201-Warning:\"TOKEN\"|}, BaseAddress = new Uri(\"https://api.getvero.com/api/v2/\") };")]
    [InlineData("var o = new VeroClientOptions { AuthToken = {|VERO201-Warning:\"TOKEN\"|} }; o.BaseAddress = new(\"https://proxy.example/\");")]
    [InlineData("var a = new VeroClientOptions { AuthToken = {|VERO201-Warning:\"TOKEN\"|}, BaseAddress = new(\"https://proxy.example/\") }; var b = new VeroClientOptions { BaseAddress = new(\"http://localhost/\") };")]
    [InlineData("_ = new VeroClientOptions { AuthToken = {|VERO201-Warning:\"TOKEN\"|}, DryRun = false };")]
    [InlineData("services.AddVero(o => o.AuthToken = {|VERO201-Warning:\"TOKEN\"|}); var stub = new Other { BaseAddress = new(\"http://localhost/\") };")]
    public Task A_token_that_reaches_the_options_is_reported(string body) => Verify.AnalyzerAsync(Program(body), Client);

    [Theory]
    [InlineData("options.AuthToken = configuration[\"Vero:AuthToken\"];")]
    [InlineData("options.AuthToken = Environment.GetEnvironmentVariable(\"TOKEN\");")]
    [InlineData("services.AddVero(configuration.GetSection(\"Vero\"));")]
    [InlineData("options.AuthToken = null; options.AuthToken = \"\";")]
    [InlineData("options.AuthToken = \"your-auth-token-goes-here-please\";")]
    [InlineData("_ = new VeroClientOptions { AuthToken = \"TOKEN\", BaseAddress = new Uri(\"http://localhost:5000/\") };")]
    [InlineData("_ = new VeroClientOptions { BaseAddress = new Uri(\"http://127.0.0.1:5000/\"), AuthToken = \"TOKEN\" };")]
    [InlineData("_ = new VeroClientOptions { AuthToken = \"TOKEN\", BaseAddress = new(\"https://[::1]/\") };")]
    [InlineData("_ = new VeroClientOptions { AuthToken = \"TOKEN\", BaseAddress = address };")]
    [InlineData("_ = new VeroClientOptions { AuthToken = \"TOKEN\", BaseAddress = live ? new(\"https://api.getvero.com/api/v2/\") : new(\"http://localhost/\") };")]
    [InlineData("services.AddVero(o => { o.AuthToken = \"TOKEN\"; o.BaseAddress = address; });")]
    [InlineData("services.AddVero(o => { if (!live) o.BaseAddress = new(\"http://localhost/\"); o.AuthToken = \"TOKEN\"; });")]
    [InlineData("var o = new VeroClientOptions { AuthToken = \"TOKEN\" }; o.BaseAddress = new(\"http://localhost/\");")]
    [InlineData("services.Configure<VeroClientOptions>(o => o.AuthToken = \"TOKEN\"); services.Configure<VeroClientOptions>(o => o.BaseAddress = address);")]
    [InlineData("_ = new VeroClientOptions { AuthToken = \"TOKEN\", DryRun = true };")]
    [InlineData("_ = new VeroClientOptions { AuthToken = \"TOKEN\", DryRun = !live };")]
    [InlineData("_ = new VeroClientOptions { TrackingApiKey = \"TOKEN\" };")]
    [InlineData("var settings = new System.Collections.Generic.Dictionary<string, string?> { [\"Vero:AuthToken\"] = \"TOKEN\" };")]
    [InlineData("configuration[\"Vero:AuthToken\"] = \"TOKEN\";")]
    [InlineData("var o = new Other { AuthToken = \"TOKEN\" }; o.AuthToken = \"TOKEN\"; string AuthToken; AuthToken = \"TOKEN\";")]
    [InlineData("string token = \"TOKEN\"; token = configuration[\"a\"]!; options.AuthToken = token;")]
    [InlineData("string token = \"TOKEN\"; Read(out token); options.AuthToken = token; static void Read(out string t) => t = \"\";")]
    [InlineData("string token = \"TOKEN\"; ref string other = ref token; other = \"\"; options.AuthToken = token;")]
    [InlineData("string token = \"TOKEN\"; (token, _) = (\"\", 1); options.AuthToken = token;")]
    [InlineData("string token = \"TOKEN\"; if (options.AuthToken == token) return;")]
    [InlineData("options.AuthToken = Secrets.Settable; options.AuthToken = Secrets.Variable; options.AuthToken = Secrets.Reset;")]
    [InlineData("options.AuthToken = _given; options.AuthToken = Late; options.AuthToken = new Lazy<string>(() => \"TOKEN\").Value;")]
    [InlineData("options.AuthToken = false ? \"TOKEN\" : configuration[\"a\"];")]
    [InlineData("Uri server = live ? new(\"https://api.getvero.com\") : new(\"http://localhost\"); options.AuthToken = \"TOKEN\"; options.BaseAddress = server;")]
    [InlineData("options.AuthToken = live ? throw new InvalidOperationException() : null;")]
    [InlineData("options.AuthToken = $\"TOKEN{live}\";")]
    [InlineData("options.AuthToken = new string('A', 40);")]
    public Task What_is_not_a_token_or_goes_to_this_machine_is_silent(string body) => Verify.AnalyzerAsync(Program(body), Client);

    [Theory]
    [InlineData("M2Y5YTFjN2U4YjQyZDA1NjpjMWU4ZDQ3YTkyZjA2YjM1")]
    [InlineData("q8Z+f0Rk1/Yt7Lw3Xn5BvC9s")]
    [InlineData("q8Z-f0Rk1_Yt7Lw3Xn5BvC9sQ2mD4hJ6")]
    [InlineData("q8Zf0Rk1Yt7Lw3Xn5BvC9sQ2mD4hJ6==")]
    [InlineData("ZjNhOTFjMDdkNTI4ZTZiNDo5ZDIwN2YxYzRhODNlNTZi")]
    public void What_a_machine_has_drawn_is_a_token(string text) => Assert.True(TokenShape.LooksReal(text));

    [Theory]
    [InlineData("")]
    [InlineData("q8Zf0Rk1Yt7Lw3Xn5BvC9sQ")]
    [InlineData("q8Zf0Rk1Yt7Lw3Xn5BvC9s===")]
    [InlineData("q8Zf0Rk1Yt7=Lw3Xn5BvC9sQ2m")]
    [InlineData("q8Zf0Rk1 Yt7Lw3Xn5BvC9sQ2m")]
    [InlineData("q8Zf0Rk1.Yt7Lw3Xn5BvC9sQ2m")]
    [InlineData("q8Zf0Rk1Yt7Lw3Xn5BvC9sQ2é")]
    [InlineData("your-auth-token-goes-here-please")]
    [InlineData("REPLACE_WITH_YOUR_AUTH_TOKEN")]
    [InlineData("YourVeroAuthTokenGoesHere1")]
    [InlineData("MyVeroAuthToken2024ForUnitTests")]
    [InlineData("q8Zf0Rk1TestYt7Lw3Xn5BvC9sQ2m")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("xXxXxXxXxXxXxXxXxXxXxXxXxX1")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    [InlineData("3F2504E0-4F89-11D3-9A0C-0305E82C3301")]
    [InlineData("3f2504e04f8911d39a0c0305e82c3301")]
    [InlineData("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789")]
    [InlineData("AbCdEfGhIjKlMnOpQrStUvWx1234")]
    [InlineData("a1b2c3d4e5f6g7h8i9j0K1L2M3N4")]
    [InlineData("0123456789abcdefABCDEF0123456789")]
    [InlineData("SandboxProjectOfPeterMiller2024")]
    [InlineData("ShopProjectOfPeterMiller2024")]
    [InlineData("Shop-Project-1-of-Peter-2-in-3")]
    [InlineData("dGVzdC10b2tlbjp0ZXN0LXNlY3JldA==")]
    [InlineData("bXktYXBpLWtleTpteS1zZWNyZXQ=")]
    public void What_people_write_is_no_token(string text) => Assert.False(TokenShape.LooksReal(text));

    [Fact]
    public void Nearly_everything_drawn_is_seen()
    {
        var random = new Random(20251123);
        byte[] drawn = new byte[42];
        int missed = 0;
        for (int i = 0; i < 2_000; i++)
        {
            random.NextBytes(drawn);
            string text = Convert.ToBase64String(drawn);
            missed += TokenShape.LooksReal(i % 2 == 0 ? text : text.Replace('+', '-').Replace('/', '_')) ? 0 : 1;
        }

        Assert.InRange(missed, 0, 20);
    }

    [Theory]
    [InlineData("xunit.v3.core")]
    [InlineData("xunit.core")]
    [InlineData("nunit.framework")]
    [InlineData("MSTest.TestFramework")]
    [InlineData("Microsoft.VisualStudio.TestPlatform.TestFramework")]
    [InlineData("TUnit.Core")]
    public Task A_test_project_is_silent(string framework) => Verify.AnalyzerAsync(
        Program($"_ = new VeroClientOptions {{ AuthToken = \"{Token}\" }};"),
        Client with { References = [GeneratorHarness.CompileWithoutGenerator("public class Fact { }", new HarnessOptions { AssemblyName = framework })] });

    [Fact]
    public Task A_project_with_another_reference_is_not_silent() => Verify.AnalyzerAsync(
        Program("_ = new VeroClientOptions { AuthToken = {|VERO201-Warning:\"TOKEN\"|} };"),
        Client with { References = [GeneratorHarness.CompileWithoutGenerator("public class Fact { }", new HarnessOptions { AssemblyName = "Acme.Tests.Common" })] });

    [Fact]
    public Task A_program_without_a_class_is_reported() => Verify.AnalyzerAsync(
        $$"""
        using Vero.Typed;
        string token = "{{Token}}";
        using var vero = new VeroClient(new VeroClientOptions { AuthToken = {|VERO201-Warning:token|} });
        """,
        Client with { OutputKind = OutputKind.ConsoleApplication });

    [Fact]
    public Task A_field_and_a_property_may_hold_the_options() => Verify.AnalyzerAsync(
        $$"""
        using Vero.Typed;
        public class Setup
        {
            private static readonly VeroClientOptions One = new() { AuthToken = {|VERO201-Warning:"{{Token}}"|} };
            public VeroClientOptions Other => new() { AuthToken = {|VERO201-Warning:"{{Token}}"|} };
            public VeroClientOptions Local { get; } = new() { AuthToken = "{{Token}}", BaseAddress = new("http://localhost/") };
            public override string ToString() => One.ToString();
        }
        """,
        Client);

    [Fact]
    public Task Options_of_the_same_name_elsewhere_are_silent() => Verify.AnalyzerAsync(
        $$"""
        namespace Other.Library { public class VeroClientOptions { public string? AuthToken { get; set; } public System.Uri? BaseAddress { get; set; } } }
        namespace Shop
        {
            using Other.Library;
            public class Setup { public VeroClientOptions Make() => new() { AuthToken = "{{Token}}", BaseAddress = new("http://api.getvero.com/") }; }
        }
        """,
        Client);

    [Fact]
    public Task Without_the_client_there_is_nothing_to_report() => Verify.AnalyzerAsync(
        $$"""
        namespace Vero.Typed { public class VeroClientOptions { public string? AuthToken { get; set; } public System.Uri? BaseAddress { get; set; } } }
        public class Setup { public object Make() => new Vero.Typed.VeroClientOptions { AuthToken = "{{Token}}", BaseAddress = new("http://api.getvero.com/") }; }
        """);

    [Fact]
    public async Task The_message_does_not_show_the_token_and_says_where_configuration_is()
    {
        Diagnostic found = Assert.Single(await AnalyzerHarness.RunAsync(Program($"string token = \"{Token}\"; options.AuthToken = token;"), Client));
        Assert.Equal(ClientRules.TokenInSource.MessageWith(), found.Message());
        Assert.DoesNotContain(Token, found.Message(), StringComparison.Ordinal);
        Assert.Equal("configuration", found.Properties[DiagnosticProperties.Configuration]);
        Location literal = Assert.Single(found.AdditionalLocations);
        Assert.Equal($"\"{Token}\"", literal.SourceTree!.ToString().Substring(literal.SourceSpan.Start, literal.SourceSpan.Length));
    }

    [Theory]
    [InlineData("public class Host { public IConfiguration Configuration => null!; } public class A { void M(Host host) => new VeroClientOptions().AuthToken = \"TOKEN\"; }", "host.Configuration")]
    [InlineData("public class A { private readonly IConfiguration @event = null!; void M() => new VeroClientOptions().AuthToken = \"TOKEN\"; }", "@event")]
    [InlineData("public class A { private readonly IConfiguration _c = null!; static void M() => new VeroClientOptions().AuthToken = \"TOKEN\"; }", null)]
    [InlineData("public class A { void M(IServiceCollection s, IConfigurationRoot root) => s.AddVero(o => o.AuthToken = \"TOKEN\"); }", "root")]
    [InlineData("public class A { void M(IServiceCollection s, IConfigurationRoot root) => s.AddVero(static o => o.AuthToken = \"TOKEN\"); }", null)]
    [InlineData("public class A { void M(VeroClientOptions o) { o.AuthToken = \"TOKEN\"; IConfiguration later = null!; } }", null)]
    public async Task Configuration_is_named_only_where_it_can_be_used(string types, string? expected)
    {
        Diagnostic found = Assert.Single(await AnalyzerHarness.RunAsync(Usings + types.Replace("TOKEN", Token, StringComparison.Ordinal), Client));
        Assert.Equal(expected, found.Properties.GetValueOrDefault(DiagnosticProperties.Configuration));
    }

    [Theory]
    [InlineData("options.AuthToken = ;")]
    [InlineData("options.AuthToken = \"TOKEN;")]
    [InlineData("options.AuthToken = unknown ?? unknown;")]
    [InlineData("unknown.AuthToken = \"TOKEN\";")]
    [InlineData("var token = token; options.AuthToken = token;")]
    [InlineData("options.AuthToken = Secrets.Unknown;")]
    [InlineData("_ = new VeroClientOptions { AuthToken = \"TOKEN\", BaseAddress = };")]
    [InlineData("_ = new VeroClientOptions { AuthToken = \"TOKEN\", BaseAddress = new Uri(unknown) };")]
    [InlineData("_ = new VeroClientOptions { AuthToken = };")]
    [InlineData("_ = new VeroClientOptions { AuthToken = \"")]
    [InlineData("services.AddVero(o => o.AuthToken = ")]
    public async Task Half_typed_code_is_left_alone(string body) =>
        Assert.Empty(await AnalyzerHarness.RunAsync(Program(body), Client with { IsBroken = true }));

    [Theory]
    [InlineData(LanguageVersion.CSharp11, NullableContextOptions.Enable)]
    [InlineData(LanguageVersion.CSharp11, NullableContextOptions.Disable)]
    [InlineData(LanguageVersion.CSharp9, NullableContextOptions.Disable)]
    [InlineData(LanguageVersion.Latest, NullableContextOptions.Disable)]
    public Task It_is_reported_whatever_the_language_and_nullability(LanguageVersion version, NullableContextOptions nullable) => Verify.AnalyzerAsync(
        $"public class Setup {{ public object Make() => new Vero.Typed.VeroClientOptions {{ AuthToken = {{|VERO201-Warning:\"{Token}\"|}} }}; }}",
        Client with { LanguageVersion = version, Nullable = nullable });

    [Fact]
    public Task A_file_that_a_tool_made_is_silent() => Verify.AnalyzerAsync(
        $"// <auto-generated/>\npublic class Setup {{ public object Make() => new Vero.Typed.VeroClientOptions {{ AuthToken = \"{Token}\" }}; }}", Client);

    [Fact]
    public Task A_pragma_or_a_suppress_message_silences_it() => Verify.AnalyzerAsync(
        $$"""
        using Vero.Typed;
        public class Setup
        {
        #pragma warning disable VERO201
            public VeroClientOptions One() => new() { AuthToken = "{{Token}}" };
        #pragma warning restore VERO201
            [System.Diagnostics.CodeAnalysis.SuppressMessage("Vero.Client", "VERO201")]
            public VeroClientOptions Two() => new() { AuthToken = "{{Token}}" };
            public VeroClientOptions Three() => new() { AuthToken = {|VERO201-Warning:"{{Token}}"|} };
        }
        """,
        Client);

    [Theory]
    [InlineData("none", "", "")]
    [InlineData("suggestion", "{|VERO201-Info:", "|}")]
    public Task An_editorconfig_sets_its_severity(string severity, string open, string close) => Verify.AnalyzerAsync(
        $"public class Setup {{ public object Make() => new Vero.Typed.VeroClientOptions {{ AuthToken = {open}\"{Token}\"{close} }}; }}",
        Client with { EditorConfig = $"root = true\n[*.cs]\ndotnet_diagnostic.VERO201.severity = {severity}\n" });

    private static string Program(string body) => (Usings + $$"""
        public static class Secrets
        {
            public const string Constant = "TOKEN";
            public static readonly string Fixed = "TOKEN";
            public static readonly string Reset = "TOKEN";
            public static string Variable = "TOKEN";
            public static string Property => "TOKEN";
            public static string Given { get; } = "TOKEN";
            public static string Settable { get; set; } = "TOKEN";
            static Secrets() { Reset = Environment.NewLine; }
        }
        public class Other { public string? AuthToken { get; set; } public Uri? BaseAddress { get; set; } }
        public class Setup
        {
            private readonly string _own = "TOKEN";
            private readonly string _given = "TOKEN";
            public Setup(string? given) => _given = given ?? "";
            private string Own { get { return _own; } }
            protected virtual string Late => "TOKEN";
            public VeroClientOptions Vero { get; } = new();
            public void Run(IServiceCollection services, IConfiguration configuration, VeroClientOptions options, Uri address, bool live)
            {
                {{body}}
            }
        }
        """).Replace("TOKEN", Token, StringComparison.Ordinal).Replace("\"TOK\" + \"EN\"", $"\"{Token[..20]}\" + \"{Token[20..]}\"", StringComparison.Ordinal);
}
