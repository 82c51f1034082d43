using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace Vero.Typed.TestHarness;

public static partial class Verify
{
    /// <inheritdoc cref="CodeFixAsync(IReadOnlyList{string}, IReadOnlyList{string}, CodeFixCase?)"/>
    public static Task CodeFixAsync(
        [StringSyntax("c#-test")] string before, [StringSyntax("c#-test")] string after, CodeFixCase? expected = null) =>
        CodeFixAsync([before], [after], expected);

    /// <summary>
    /// Runs generator and analyzers, which must report exactly the marks, and applies the fix: one diagnostic after another, and with Fix All in
    /// document, project and solution. Every way must lead to exactly the text after, which must compile and have no diagnostics but
    /// those that it marks. With VERO_TESTS_FULL=1 all of that once more with Windows line endings and tabs.
    /// </summary>
    /// <param name="before">The files of the project, with marks.</param>
    /// <param name="after">The same files afterwards.</param>
    /// <param name="expected">Which fix, and what else is expected; null for <see cref="CodeFixCase.Default"/>.</param>
    /// <returns>The running check.</returns>
    public static async Task CodeFixAsync(IReadOnlyList<string> before, IReadOnlyList<string> after, CodeFixCase? expected = null)
    {
        Assert.Equal(before.Count, after.Count);
        Assert.NotEqual(before.Select(WithoutMarks).Append(expected?.Options.Plan), after.Select(WithoutMarks).Append(expected?.PlanAfter ?? expected?.Options.Plan));
        expected ??= CodeFixCase.Default;
        await RunAsync(before, after, expected);
        // Each fix is tried once with them by WindowsLineTests.
        if (IsFull)
            await RunAsync([.. before.Select(WindowsSources.From)], [.. after.Select(WindowsSources.From)], expected);
    }

    /// <inheritdoc cref="NoCodeFixAsync(IReadOnlyList{string}, CodeFixCase?)"/>
    public static Task NoCodeFixAsync([StringSyntax("c#-test")] string markup, CodeFixCase? expected = null) => NoCodeFixAsync([markup], expected);

    /// <summary>Runs generator and analyzers, which must report exactly the marks, of which there must be some, and expects that no fix is offered.</summary>
    /// <param name="markups">The files of the project, with marks.</param>
    /// <param name="expected">Which fix is not offered (null for any), and how the sources are compiled.</param>
    /// <returns>The running check.</returns>
    public static async Task NoCodeFixAsync(IReadOnlyList<string> markups, CodeFixCase? expected = null)
    {
        Assert.Contains(markups, static markup => markup != WithoutMarks(markup));
        await RunAsync(markups, markups, expected ?? CodeFixCase.Default);
    }

    private static bool IsFull => Environment.GetEnvironmentVariable("VERO_TESTS_FULL") == "1";

    private static Task RunAsync(IReadOnlyList<string> before, IReadOnlyList<string> after, CodeFixCase expected)
    {
        var test = new VeroCodeFixTest(expected)
        {
            CodeActionEquivalenceKey = expected.EquivalenceKey,
            NumberOfIncrementalIterations = expected.Iterations,
            NumberOfFixAllIterations = expected.FixAllIterations,
        };
        for (int i = 0; i < before.Count; i++)
        {
            AddSource(test.TestState, $"/0/Test{i}.cs", before[i]);
            AddSource(test.FixedState, $"/0/Test{i}.cs", after[i]);
            AddSource(test.BatchFixedState, $"/0/Test{i}.cs", after[i]);
        }

        if (expected.Options.Plan is { } plan)
        {
            AddPlan(test.TestState, plan);
            AddPlan(test.FixedState, expected.PlanAfter ?? plan);
            AddPlan(test.BatchFixedState, expected.PlanAfter ?? plan);
        }

        if (expected.OtherProject is { } other)
        {
            test.AddOtherProject(test.TestState, other.Before);
            test.AddOtherProject(test.FixedState, other.After);
            test.AddOtherProject(test.BatchFixedState, other.After);
        }

        return test.RunAsync(CancellationToken.None);
    }

    private static string WithoutMarks(string markup)
    {
        TestFileMarkupParser.GetSpans(markup, out string source, out ImmutableDictionary<string, ImmutableArray<TextSpan>> _);
        return source;
    }
}
