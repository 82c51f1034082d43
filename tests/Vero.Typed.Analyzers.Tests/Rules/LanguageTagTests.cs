using System.Globalization;
using Microsoft.CodeAnalysis;
using Vero.Typed.Analyzers.Rules;
using Vero.Typed.Analyzers.Rules.ReservedKeys;
using Vero.Typed.TestHarness;

namespace Vero.Typed.Analyzers.Tests.Rules;

/// <summary>VERO106.</summary>
public sealed class LanguageTagTests
{
    private const string Customer = """
        using System.Globalization; using Vero.Typed;
        public class Customer
        {
            [VeroId] public int Id { get; set; }
            [VeroLanguage] public string? Language { get; set; }
            public string? Other { get; set; }
        }
        public record Record([VeroId] int Id, [VeroLanguage] string? Language);
        public static class Languages { public const string Bad = "English"; public const string Good = "en-AU"; }

        """;

    [Theory]
    [InlineData("English")]
    [InlineData("Deutsch")]
    [InlineData("e")]
    [InlineData("en_AU")]
    [InlineData("en-")]
    [InlineData("-en")]
    [InlineData("en--AU")]
    [InlineData(" en")]
    [InlineData("en ")]
    [InlineData("en AU")]
    [InlineData("en/AU")]
    [InlineData("en-AU,en;q=0.9")]
    [InlineData("en_AU.UTF-8")]
    [InlineData("C")]
    [InlineData("POSIX")]
    [InlineData("english-australia")]
    [InlineData("en-Australia")]
    [InlineData("en-AU-Latn")]
    [InlineData("en-Latn-Cyrl")]
    [InlineData("en-AU-NZ")]
    [InlineData("en-a")]
    [InlineData("en-x")]
    [InlineData("x")]
    [InlineData("x-")]
    [InlineData("x-toolongsubtag")]
    [InlineData("i-whatever")]
    [InlineData("i-klingon")]
    [InlineData("x-private")]
    [InlineData("en-a-bb-a-cc")]
    [InlineData("toolong-AU")]
    [InlineData("en-verylongvariant")]
    [InlineData("1033")]
    [InlineData("fr-ü")]
    [InlineData("日本語")]
    public Task A_constant_that_is_no_tag_is_reported(string tag) => Verify.AnalyzerAsync(
        $"{Customer} public class Calls {{ public object Call() => new Customer {{ Language = {{|VERO106-Warning:\"{tag}\"|}}, Other = \"{tag}\" }}; }}");

    [Theory]
    [InlineData("en")]
    [InlineData("EN")]
    [InlineData("en-AU")]
    [InlineData("en-au")]
    [InlineData("eng")]
    [InlineData("haw")]
    [InlineData("zh-Hant-TW")]
    [InlineData("zh-cmn-Hans-CN")]
    [InlineData("zh-yue-HK")]
    [InlineData("en-AUS")]
    [InlineData("sl-rozaj-biske")]
    [InlineData("sl-rozaj-biske-1994")]
    [InlineData("de-CH-1996")]
    [InlineData("de-1901")]
    [InlineData("es-419")]
    [InlineData("sr-Latn-RS")]
    [InlineData("ca-valencia")]
    [InlineData("en-US-u-islamcal")]
    [InlineData("de-DE-u-co-phonebk")]
    [InlineData("en-a-myext-b-another")]
    [InlineData("en-AU-x-internal")]
    [InlineData("ar-a-aaa-b-bbb-x-y-z")]
    [InlineData("en-GB-oed")]
    [InlineData("sgn-BE-FR")]
    [InlineData("art-lojban")]
    [InlineData("zh-min-nan")]
    [InlineData("zh-xiang")]
    public Task A_tag_is_silent(string tag) => Verify.AnalyzerAsync(
        $"{Customer} public class Calls {{ public object Call() => new Customer {{ Language = \"{tag}\" }}; }}");

    [Theory]
    [InlineData("c.Language = {|VERO106-Warning:Languages.Bad|};")]
    [InlineData("c.Language = {|VERO106-Warning:nameof(Languages)|};")]
    [InlineData("c.Language = {|VERO106-Warning:\"en\" + \"_\" + \"AU\"|};")]
    [InlineData("c.Language ??= {|VERO106-Warning:\"English\"|};")]
    [InlineData("c.Language = flag ? {|VERO106-Warning:\"English\"|} : \"en\";")]
    [InlineData("c.Language = text ?? {|VERO106-Warning:\"English\"|};")]
    [InlineData("c.Language = number switch { 1 => \"de\", _ => {|VERO106-Warning:\"English\"|} };")]
    [InlineData("string language = \"English\"; c.Language = {|VERO106-Warning:language|};")]
    [InlineData("c.Language = {|VERO106-Warning:\"EN_AU\"|}.ToLowerInvariant();")]
    [InlineData("_ = new Record(1, {|VERO106-Warning:\"English\"|}); _ = new Record(1, null) with { Language = {|VERO106-Warning:\"English\"|} };")]
    [InlineData("(c.Other, c.Language) = (\"English\", {|VERO106-Warning:\"English\"|});")]
    [InlineData("c.Language = culture.{|VERO106-Warning:DisplayName|};")]
    [InlineData("c.Language = culture.{|VERO106-Warning:EnglishName|};")]
    [InlineData("c.Language = culture.{|VERO106-Warning:NativeName|};")]
    [InlineData("c.Language = culture.{|VERO106-Warning:ThreeLetterISOLanguageName|};")]
    [InlineData("c.Language = culture.{|VERO106-Warning:ThreeLetterWindowsLanguageName|};")]
    [InlineData("c.Language = CultureInfo.CurrentUICulture.Parent.{|VERO106-Warning:EnglishName|}.ToLower();")]
    [InlineData("c.Language = maybe?.{|VERO106-Warning:EnglishName|} ?? \"en\";")]
    [InlineData("c.Language = {|VERO106-Warning:culture.LCID.ToString()|};")]
    [InlineData("string name = culture.EnglishName; c.Language = {|VERO106-Warning:name|};")]
    [InlineData("c.Language = region.{|VERO106-Warning:Name|}; c.Language = region.{|VERO106-Warning:TwoLetterISORegionName|}; c.Language = region.{|VERO106-Warning:EnglishName|};")]
    public Task What_is_no_tag_is_reported_however_it_gets_there(string statements) => Verify.AnalyzerAsync(
        $"{Customer} public class Calls {{ public void Call(Customer c, CultureInfo culture, CultureInfo? maybe, RegionInfo region, bool flag, int number, string? text) {{ {statements} }} }}");

    [Theory]
    [InlineData("c.Language = culture.Name; c.Language = culture.TwoLetterISOLanguageName; c.Language = culture.IetfLanguageTag; c.Language = culture.Parent.Name;")]
    [InlineData("c.Language = culture.ToString(); c.Language = culture.TextInfo.CultureName; c.Language = maybe?.Name; c.Language = maybe?.Name ?? \"en\";")]
    [InlineData("c.Language = \"\"; c.Language = string.Empty; c.Language = \" \"; c.Language ??= \"\"; _ = new Record(1, \"\");")]
    [InlineData("c.Language = null; c.Language = text; c.Language = default; c.Language = Languages.Good; c.Language = flag ? \"en\" : null;")]
    [InlineData("c.Language = \"en_AU\".Replace('_', '-'); c.Language = \" en \".Trim(); c.Language = text + \"_AU\"; c.Language = $\"{text}_AU\"; c.Language = Map(culture.EnglishName);")]
    [InlineData("c.Other = \"English\"; c.Other = culture.EnglishName; string s = culture.EnglishName; if (c.Language == \"English\") { }")]
    [InlineData("c.Language = culture.EnglishName.Substring(0, 2); c.Language = culture.LCID == 1033 ? \"en\" : \"de\"; c.Language = new Other().EnglishName;")]
    [InlineData("string language = \"English\"; if (flag) language = \"en\"; c.Language = language;")]
    [InlineData("string language = flag ? \"English\" : \"en\"; if (language.Length == 2) c.Language = language;")]
    [InlineData("c.Language += \"_AU\"; _ = new Record(1, \"en\"); _ = new Record(1, null);")]
    public Task What_may_be_a_tag_is_silent(string statements) => Verify.AnalyzerAsync(
        $"{Customer} public class Other {{ public string? EnglishName, Name; }} public class Calls {{ static string Map(string name) => name; public void Call(Customer c, CultureInfo culture, CultureInfo? maybe, bool flag, string? text) {{ {statements} }} }}");

    [Theory]
    [InlineData("[VeroLanguage] public string Language { get; set; } = {|VERO106-Warning:\"English\"|};")]
    [InlineData("[VeroLanguage] public string Language => {|VERO106-Warning:\"English\"|};")]
    [InlineData("public CultureInfo Culture { get; set; } = CultureInfo.InvariantCulture; [VeroLanguage] public string Language => Culture.{|VERO106-Warning:EnglishName|};")]
    [InlineData("[VeroTrait({|VERO103-Info:\"language\"|})] public string? Tongue { get; set; } = {|VERO106-Warning:\"English\"|};")]
    [InlineData("[{|VERO103-Info:VeroTrait|}] public string? Language = {|VERO106-Warning:\"English\"|};")]
    [InlineData("public Customer(string language = {|VERO106-Warning:\"English\"|}) => Language = language ?? throw new System.ArgumentNullException(nameof(language)); [VeroLanguage] public string Language { get; }")]
    public Task Initializers_getters_and_default_arguments_are_looked_at(string members) => Verify.AnalyzerAsync(
        $"using System.Globalization; using Vero.Typed; public class Customer {{ [VeroId] public int Id; {members} }}");

    [Theory]
    [InlineData("[VeroLanguage] public string Language { get; set; } = \"\";")]
    [InlineData("[VeroLanguage] public string Language = string.Empty;")]
    [InlineData("[VeroLanguage] public string Language { get; set; } = null!;")]
    [InlineData("public Customer(string language = \"\") => Language = language; [VeroLanguage] public string Language { get; }")]
    [InlineData("[VeroLanguage] public CultureInfo? Language { get; set; } = new CultureInfo(\"en-AU\");")]
    [InlineData("[{|VERO101:VeroLanguage|}] public int Language { get; set; } = 1033;")]
    [InlineData("[VeroUserAgent] public string Agent { get; set; } = \"English\";")]
    [InlineData("[VeroTrait] public string Locale { get; set; } = \"en_AU\";")]
    [InlineData("private string _l = \"\"; [VeroLanguage] public string Language { get => _l; set => _l = value.Replace('_', '-'); } public void Move() => Language = \"en_AU\";")]
    public Task Placeholders_and_members_that_take_something_else_are_silent(string member) => Verify.AnalyzerAsync(
        $"using System.Globalization; using Vero.Typed; public class Customer {{ [VeroId] public int Id; {member} }}");

    [Theory]
    [InlineData("\"English\"", "\"English\" is not a language tag", null)]
    [InlineData("\"en_AU\"", "\"en_AU\" should be \"en-AU\"", "en-AU")]
    [InlineData("\" en-AU \"", "\" en-AU \" should be \"en-AU\"", "en-AU")]
    [InlineData("\"de_DE.UTF-8\"", "\"de_DE.UTF-8\" should be \"de-DE\"", "de-DE")]
    [InlineData("\"sr_RS@latin\"", "\"sr_RS@latin\" is not a language tag", null)]
    [InlineData("culture.EnglishName", "'EnglishName' is a display name; use 'Name'", "Name")]
    [InlineData("culture.ThreeLetterISOLanguageName", "'ThreeLetterISOLanguageName' is not a language tag; use 'Name'", "Name")]
    [InlineData("culture.LCID.ToString()", "'LCID' is a number that only Windows uses", null)]
    [InlineData("new System.Globalization.RegionInfo(\"AU\").Name", "'Name' of a RegionInfo is not a language", null)]
    public async Task It_says_what_to_write_and_tells_the_code_fix(string value, string reason, string? replacement)
    {
        Diagnostic found = Assert.Single(await AnalyzerHarness.RunAsync(
            $"using Vero.Typed; public class Customer {{ [VeroId] public int Id; [VeroLanguage] public string? Language; public void Move(System.Globalization.CultureInfo culture) => Language = {value}; }}"));
        Assert.Equal(ReservedKeyRules.NoLanguageTag.MessageWith("Language", reason), found.Message());
        Assert.Equal(replacement, found.Properties.GetValueOrDefault(DiagnosticProperties.Replacement));
    }

    [Fact]
    public Task Generated_files_are_left_alone() => Verify.AnalyzerAsync(
        "// <auto-generated/>\nusing Vero.Typed; public class Customer { [VeroId] public int Id; [VeroLanguage] public string Language = \"English\"; }");

    [Theory]
    [InlineData("none", "", "")]
    [InlineData("suggestion", "{|VERO106-Info:", "|}")]
    public Task An_editorconfig_sets_the_severity(string severity, string open, string close) => Verify.AnalyzerAsync(
        $"using Vero.Typed; public class Customer {{ [VeroId] public int Id; [VeroLanguage] public string Language = {open}\"English\"{close}; }}",
        new HarnessOptions { EditorConfig = $"root = true\n[*.cs]\ndotnet_diagnostic.VERO106.severity = {severity}\n" });

    [Fact]
    public Task A_pragma_or_a_suppress_message_silences_it() => Verify.AnalyzerAsync("""
        using Vero.Typed;
        public class Customer
        {
            [VeroId] public int Id;
        #pragma warning disable VERO106
            [VeroLanguage] public string Language = "English";
        #pragma warning restore VERO106
            public void Move() => Language = {|VERO106-Warning:"English"|};
            [System.Diagnostics.CodeAnalysis.SuppressMessage("Vero.ReservedKeys", "VERO106")]
            public void MoveAgain() => Language = "English";
        }
        """);
}
