using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Vero.Typed.Analyzers.Rules;

namespace Vero.Typed.Analyzers.Tests.Rules;

/// <summary>One id, one meaning, one default severity; and nobody is left out.</summary>
public sealed class DescriptorTests
{
    private static readonly DiagnosticDescriptor[] Declared =
    [
        .. typeof(RuleIds).Assembly.GetTypes()
            .SelectMany(static type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(static field => field.FieldType == typeof(DiagnosticDescriptor))
            .Select(static field => (DiagnosticDescriptor)field.GetValue(null)!),
    ];

    [Fact]
    public void Each_id_has_exactly_one_descriptor() => Assert.Equal(
        typeof(RuleIds).GetFields().Select(static field => (string)field.GetRawConstantValue()!).Order(StringComparer.Ordinal),
        Declared.Select(static descriptor => descriptor.Id).Order(StringComparer.Ordinal));

    [Fact]
    public void Each_id_is_named_after_itself() => Assert.All(
        typeof(RuleIds).GetFields(), static field => Assert.StartsWith((string)field.GetRawConstantValue()!, field.Name, StringComparison.Ordinal));

    [Fact]
    public void Each_descriptor_is_one_that_an_analyzer_supports() => Assert.Equal(
        Declared.ToHashSet(), VeroAnalyzers.All.SelectMany(static analyzer => analyzer.SupportedDiagnostics).ToHashSet());

    // Fixes ask these whether they make the code better: a rule that is missing here would have a fix that is never offered.
    [Fact]
    public void All_analyzers_are_those_that_the_compiler_loads() => Assert.Equal(
        typeof(RuleIds).Assembly.GetTypes().Where(static type => type.IsDefined(typeof(DiagnosticAnalyzerAttribute), inherit: false)).Select(static type => type.Name).Order(StringComparer.Ordinal),
        VeroAnalyzers.All.Select(static analyzer => analyzer.GetType().Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Each_fix_is_of_a_rule()
    {
        Assert.NotEmpty(TestHarness.CodeFixes.All);
        Assert.All(TestHarness.CodeFixes.All.SelectMany(static (CodeFixProvider provider) => provider.FixableDiagnosticIds), static id => Assert.Contains(Declared, rule => rule.Id == id));
    }

    [Fact]
    public void A_message_is_a_sentence_without_a_period() => Assert.All(Declared, static descriptor =>
    {
        string message = descriptor.MessageFormat.ToString(System.Globalization.CultureInfo.InvariantCulture);
        Assert.False(message.EndsWith('.'), message);
        Assert.DoesNotContain("customer", message, StringComparison.OrdinalIgnoreCase);
    });
}
