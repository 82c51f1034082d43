using Microsoft.CodeAnalysis;
using Vero.Typed.Analyzers.Rules;
using Vero.Typed.TestHarness;

namespace Vero.Typed.Analyzers.Tests.Rules;

public sealed class SuppressionTests
{
    private const string Lossy = "using Vero.Typed; public class Person { [VeroId] public int Id; } public class Customer : Person { [VeroTrait] public int A; } ";

    private static readonly DiagnosticDescriptor[] Rules = [.. AnalyzerHarness.All.SelectMany(static analyzer => analyzer.SupportedDiagnostics)];

    // VERO202 keeps no code from being generated, and is checked again at run time; no code depends on the plan.
    [Fact]
    public void Only_errors_that_leave_a_type_without_code_cannot_be_configured() => Assert.All(Rules, static rule => Assert.Equal(
        rule.DefaultSeverity == DiagnosticSeverity.Error && rule.Id is not ("VERO202" or "VERO304"), rule.CustomTags.Contains(WellKnownDiagnosticTags.NotConfigurable)));

    [Fact]
    public void What_leaves_the_code_as_it_is_is_no_error() => Assert.Equal(
        [("VERO018", DiagnosticSeverity.Warning), ("VERO021", DiagnosticSeverity.Warning), ("VERO032", DiagnosticSeverity.Warning), ("VERO033", DiagnosticSeverity.Warning),
            ("VERO102", DiagnosticSeverity.Warning), ("VERO103", DiagnosticSeverity.Info), ("VERO104", DiagnosticSeverity.Warning), ("VERO105", DiagnosticSeverity.Warning),
            ("VERO106", DiagnosticSeverity.Warning), ("VERO107", DiagnosticSeverity.Warning), ("VERO108", DiagnosticSeverity.Warning), ("VERO109", DiagnosticSeverity.Warning), ("VERO110", DiagnosticSeverity.Info), ("VERO111", DiagnosticSeverity.Info), ("VERO112", DiagnosticSeverity.Info),
            ("VERO113", DiagnosticSeverity.Warning), ("VERO121", DiagnosticSeverity.Warning), ("VERO201", DiagnosticSeverity.Warning), ("VERO203", DiagnosticSeverity.Warning),
            ("VERO301", DiagnosticSeverity.Warning), ("VERO302", DiagnosticSeverity.Warning), ("VERO303", DiagnosticSeverity.Warning)],
        Rules.Where(static rule => rule.DefaultSeverity != DiagnosticSeverity.Error).Select(static rule => (rule.Id, rule.DefaultSeverity)).Distinct().Order());

    [Fact]
    public void Every_rule_has_a_page_and_a_message_that_ends_without_a_period() => Assert.All(Rules, static rule =>
    {
        Assert.EndsWith($"/analyzers/rules/{rule.Id}.md", rule.HelpLinkUri, StringComparison.Ordinal);
        Assert.False(rule.MessageFormat.ToString(null).EndsWith('.'));
        Assert.True(rule.IsEnabledByDefault);
    });

    [Fact]
    public Task A_pragma_silences_the_warning() => Verify.AnalyzerAsync(Lossy + """

        public class Calls
        {
            public void Call(Person person)
            {
        #pragma warning disable VERO032
                _ = person.ToIdentifyRequest();
        #pragma warning restore VERO032
                _ = person.{|VERO032-Warning:ToIdentifyRequest|}();
            }
        }
        """);

    [Fact]
    public Task A_pragma_silences_the_warning_at_a_member() => Verify.AnalyzerAsync("""
        using Vero.Typed;
        public class Address { [VeroTrait] public string? City; }
        [VeroSerialization(ValueOnly = true)] internal class Swiss : Address { [VeroTrait] public string? Canton; }
        public class Customer
        {
            [VeroId] public int Id;
        #pragma warning disable VERO033
            [VeroTrait] public Address? Home;
        #pragma warning restore VERO033
            [{|VERO033-Warning:VeroTrait|}] public Address? Work;
        }
        """);

    [Fact]
    public Task A_suppress_message_silences_the_warning() => Verify.AnalyzerAsync(Lossy + """
        public class Calls
        {
            [System.Diagnostics.CodeAnalysis.SuppressMessage("Vero.Shape", "VERO032")]
            public void Call(Person person) => person.ToIdentifyRequest();
        }
        """);

    [Theory]
    [InlineData("none", "", "")]
    [InlineData("silent", "{|VERO032-Hidden:", "|}")]
    [InlineData("suggestion", "{|VERO032-Info:", "|}")]
    public Task An_editorconfig_sets_the_severity_of_the_warning(string severity, string open, string close) => Verify.AnalyzerAsync(
        $"{Lossy} public class Calls {{ public void Call(Person person) => person.{open}ToIdentifyRequest{close}(); }}",
        new HarnessOptions { EditorConfig = $"root = true\n[*.cs]\ndotnet_diagnostic.VERO032.severity = {severity}\n" });

    [Fact]
    public Task Nothing_silences_an_error() => Verify.AnalyzerAsync(
        """
        using Vero.Typed;
        #pragma warning disable
        #pragma warning disable VERO001, VERO015
        public class {|VERO001:Customer|} { [VeroEmail] public string? A; }
        public partial class Person { [VeroId] public int Id; }
        public class {|VERO015:Derived|} : Person { [VeroTrait] public int A; }
        """,
        new HarnessOptions { EditorConfig = "root = true\n[*.cs]\ndotnet_diagnostic.VERO001.severity = none\ndotnet_diagnostic.VERO015.severity = none\n" });

    [Fact]
    public async Task Nothing_is_reported_twice()
    {
        var found = await AnalyzerHarness.RunAsync("""
            using Vero.Typed;
            public partial class Customer { [VeroTrait] public object? A { get; set; } }
            public partial class Customer { [VeroEmail] public int B { get; set; } [VeroTrait(" ")] public int C { set { } } }
            """);
        Assert.Equal(found.Length, found.Select(static diagnostic => (diagnostic.Id, diagnostic.Location.SourceSpan)).Distinct().Count());
        Assert.Contains(found, static diagnostic => diagnostic.Id == RuleIds.VERO001IdRequired);
    }
}
