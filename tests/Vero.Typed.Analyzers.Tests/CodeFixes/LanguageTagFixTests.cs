using Vero.Typed.TestHarness;

namespace Vero.Typed.Analyzers.Tests.CodeFixes;

/// <summary>VERO106: a tag instead of what is none.</summary>
public sealed class LanguageTagFixTests
{
    [Theory]
    [InlineData("{|VERO106-Warning:\"en_AU\"|}", "\"en-AU\"")]
    [InlineData("{|VERO106-Warning:@\"en_AU\"|}", "@\"en-AU\"")]
    [InlineData("{|VERO106-Warning:\"\"\"en_AU\"\"\"|}", "\"\"\"en-AU\"\"\"")]
    [InlineData("{|VERO106-Warning:\"\\u0065n_AU\"|}", "\"en-AU\"")]
    [InlineData("{|VERO106-Warning:\"en_AU.UTF-8\"|}", "\"en-AU\"")]
    [InlineData("{|VERO106-Warning:\"en\" + \"_AU\"|}", "\"en-AU\"")]
    [InlineData("({|VERO106-Warning:\"en_AU\"|} /* so far */ )", "(\"en-AU\" /* so far */ )")]
    [InlineData("isNew ? {|VERO106-Warning:\"en_AU\"|} : null", "isNew ? \"en-AU\" : null")]
    [InlineData("culture.{|VERO106-Warning:DisplayName|}", "culture.Name")]
    [InlineData("culture.{|VERO106-Warning:EnglishName|}.ToLowerInvariant()", "culture.Name.ToLowerInvariant()")]
    [InlineData("(isNew ? culture : null)?.{|VERO106-Warning:ThreeLetterISOLanguageName|}", "(isNew ? culture : null)?.Name")]
    public Task It_becomes_a_tag(string before, string after) => Verify.CodeFixAsync(Source(before), Source(after));

    [Theory]
    [InlineData("{|VERO106-Warning:\"en_AU\"|}", "\"en-AU\"", "Write \"en-AU\"")]
    [InlineData("culture.{|VERO106-Warning:NativeName|}", "culture.Name", "Use 'Name'")]
    public Task The_title_says_what_is_written(string before, string after, string title) =>
        Verify.CodeFixAsync(Source(before), Source(after), new CodeFixCase { Titles = [title] });

    [Fact]
    public Task Several_at_once_in_several_files() => Verify.CodeFixAsync(
        [
            "using Vero.Typed; public partial record Customer([VeroId] int Id, [VeroLanguage] string A = {|VERO106-Warning:\"en_AU\"|});",
            "public partial record Customer { public static Customer B { get; } = new(1, {|VERO106-Warning:\"de_AT\"|}); public Customer C(System.Globalization.CultureInfo d) => this with { A = d.{|VERO106-Warning:DisplayName|} }; }",
        ],
        [
            "using Vero.Typed; public partial record Customer([VeroId] int Id, [VeroLanguage] string A = \"en-AU\");",
            "public partial record Customer { public static Customer B { get; } = new(1, \"de-AT\"); public Customer C(System.Globalization.CultureInfo d) => this with { A = d.Name }; }",
        ]);

    [Theory]
    [InlineData("{|VERO106-Warning:\"English\"|}")]
    [InlineData("{|VERO106-Warning:Constant|}")]
    [InlineData("{|VERO106-Warning:\"en\" + Country|}")]
    [InlineData("{|VERO106-Warning:\"en\" /* so far */ + \"_AU\"|}")]
    [InlineData("{|VERO106-Warning:local|}")]
    [InlineData("new System.Globalization.RegionInfo(\"AU\").{|VERO106-Warning:EnglishName|}")]
    public Task What_is_not_certain_or_used_elsewhere_is_left(string value) => Verify.NoCodeFixAsync(Source(value));

    private static string Source(string value) => $$"""
        using Vero.Typed;
        public class Customer
        {
            public const string Constant = "en_AU";
            public const string Country = "_AU";
            [VeroId] public int Id;
            [VeroLanguage] public string? Language;
            public static Customer Of(System.Globalization.CultureInfo culture, bool isNew)
            {
                string local = "en_AU";
                return new() { Language = {{value}} };
            }
        }
        """;
}
