using Vero.Typed.TestHarness;

namespace Vero.Typed.Analyzers.Tests.CodeFixes;

/// <summary>VERO201: the token goes.</summary>
public sealed class TokenInSourceFixTests
{
    private const string Token = "M2Y5YTFjN2U4YjQyZDA1NjpjMWU4ZDQ3YTkyZjA2YjM1";

    private static readonly CodeFixCase Client = new() { Options = new HarnessOptions { ReferencesClient = true } };

    [Theory]
    [InlineData("options.AuthToken = {|VERO201-Warning:\"TOKEN\"|}; // live", "options.AuthToken = configuration[\"Vero:AuthToken\"]; // live")]
    [InlineData("options.AuthToken ??= {|VERO201-Warning:@\"TOKEN\"|};", "options.AuthToken ??= configuration[\"Vero:AuthToken\"];")]
    [InlineData("_ = new VeroClientOptions { AuthToken = ({|VERO201-Warning:\"TOKEN\"|}), MaxRetries = 0 };", "_ = new VeroClientOptions { AuthToken = (configuration[\"Vero:AuthToken\"]), MaxRetries = 0 };")]
    [InlineData("services.AddVero(o => o.AuthToken = {|VERO201-Warning:\"TOKEN\"|});", "services.AddVero(o => o.AuthToken = configuration[\"Vero:AuthToken\"]);")]
    [InlineData("options.AuthToken = live ? {|VERO201-Warning:\"TOKEN\"|} : null;", "options.AuthToken = live ? configuration[\"Vero:AuthToken\"] : null;")]
    [InlineData("options.AuthToken = configuration[\"Token\"] ?? {|VERO201-Warning:\"TOKEN\"|};", "options.AuthToken = configuration[\"Token\"];")]
    [InlineData("options.AuthToken = Environment.GetEnvironmentVariable(\"A\")\n            ?? {|VERO201-Warning:\"TOKEN\"|};", "options.AuthToken = Environment.GetEnvironmentVariable(\"A\");")]
    [InlineData("services.AddVero(static o => o.AuthToken = {|VERO201-Warning:\"TOKEN\"|});", "services.AddVero(static o => o.AuthToken = Environment.GetEnvironmentVariable(\"Vero__AuthToken\"));")]
    public Task It_is_read_from_where_it_belongs(string before, string after) => Verify.CodeFixAsync(Source(before), Source(after), Client);

    [Theory]
    [InlineData("options.AuthToken = {|VERO201-Warning:\"TOKEN\"|};", "options.AuthToken = configuration[\"Vero:AuthToken\"];", "Read the token from 'configuration'")]
    [InlineData("options.AuthToken = configuration[\"A\"] ?? {|VERO201-Warning:\"TOKEN\"|};", "options.AuthToken = configuration[\"A\"];", "Remove the token")]
    public Task The_title_says_where_it_comes_from_then(string before, string after, string title) =>
        Verify.CodeFixAsync(Source(before), Source(after), Client with { Titles = [title] });

    [Fact]
    public Task Of_a_builder_the_configuration_is_used() => Verify.CodeFixAsync(
        Source("var builder = new Builder(); services.AddVero(o => o.AuthToken = {|VERO201-Warning:\"TOKEN\"|});", parameter: "int other"),
        Source("var builder = new Builder(); services.AddVero(o => o.AuthToken = builder.Configuration[\"Vero:AuthToken\"]);", parameter: "int other"), Client);

    [Fact]
    public Task Of_a_section_the_setting_is_read() => Verify.CodeFixAsync(
        Source("options.AuthToken = {|VERO201-Warning:\"TOKEN\"|};", parameter: "IConfigurationSection vero"),
        Source("options.AuthToken = vero[\"AuthToken\"];", parameter: "IConfigurationSection vero"), Client);

    [Fact]
    public Task Without_configuration_in_scope_the_environment_is_read() => Verify.CodeFixAsync(
        $"using Vero.Typed; public class Setup {{ public object Make() => new VeroClientOptions {{ AuthToken = {{|VERO201-Warning:\"{Token}\"|}} }}; }}",
        "using Vero.Typed; public class Setup { public object Make() => new VeroClientOptions { AuthToken = System.Environment.GetEnvironmentVariable(\"Vero__AuthToken\") }; }",
        Client with { Titles = ["Read the token from the environment variable 'Vero__AuthToken'"] });

    [Theory]
    [InlineData("options.AuthToken = {|VERO201-Warning:Constant|};")]
    [InlineData("string token = \"TOKEN\"; options.AuthToken = {|VERO201-Warning:token|};")]
    [InlineData("options.AuthToken = configuration[\"A\"] /* b */ ?? {|VERO201-Warning:\"TOKEN\"|};")]
    public Task What_would_leave_the_token_in_the_source_is_not_offered(string body) => Verify.NoCodeFixAsync(Source(body), Client);

    private static string Source(string body, string parameter = "IConfiguration configuration") => $$"""
        using System;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        using Vero.Typed;
        public class Builder { public IConfiguration Configuration => throw new NotSupportedException(); }
        public class Setup
        {
            private const string Constant = "TOKEN";
            public void Run(IServiceCollection services, VeroClientOptions options, bool live, {{parameter}})
            {
                {{body}}
            }
        }
        """.Replace("TOKEN", Token, StringComparison.Ordinal);
}
