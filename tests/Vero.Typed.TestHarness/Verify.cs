using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;

namespace Vero.Typed.TestHarness;

/// <summary>
/// Checks what the analyzers report, and what the code fixes make of it, against the marks in a source: <c>{|VERO001:Customer|}</c> for an error,
/// <c>{|VERO032-Warning:ToIdentifyRequest|}</c> for another severity.
/// </summary>
public static partial class Verify
{
    /// <inheritdoc cref="AnalyzerAsync(IReadOnlyList{string}, HarnessOptions?, CompilerDiagnostics)"/>
    public static Task AnalyzerAsync([StringSyntax("c#-test")] string markup, HarnessOptions? options = null) => AnalyzerAsync([markup], options);

    /// <summary>
    /// Runs generator and analyzers. Every mark must be reported there, and nothing else; the same marks must be gone under
    /// <c>#pragma warning disable</c> where the rule allows that, and in a file marked as generated.
    /// </summary>
    /// <param name="markups">The files of the project with marks. Without marks: nothing may be reported.</param>
    /// <param name="options">How they are compiled; null for <see cref="HarnessOptions.Default"/>.</param>
    /// <param name="compilerDiagnostics">Which of the compiler's own diagnostics must be marked as well: its errors, by default.</param>
    /// <returns>The running check.</returns>
    public static Task AnalyzerAsync(
        IReadOnlyList<string> markups, HarnessOptions? options = null, CompilerDiagnostics compilerDiagnostics = CompilerDiagnostics.Errors)
    {
        options ??= HarnessOptions.Default;
        var test = new VeroAnalyzerTest(options) { CompilerDiagnostics = compilerDiagnostics };
        for (int i = 0; i < markups.Count; i++)
            AddSource(test.TestState, $"/0/Test{i}.cs", markups[i]);
        if (options.EditorConfig is not null)
            test.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", options.EditorConfig));
        if (options.Plan is not null)
            AddPlan(test.TestState, options.Plan);
        if (options.GlobalConfig is not null)
            test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", options.GlobalConfig));
        // That a warning can be suppressed is tested by SuppressionTests; here every source would be compiled a second time for it.
        if (options.Plan is not null || test.TestState.ExpectedDiagnostics.Exists(static expected => expected.Severity != DiagnosticSeverity.Error))
            test.TestBehaviors |= TestBehaviors.SkipSuppressionCheck;
        return test.RunAsync(CancellationToken.None);
    }

    private static void AddPlan(SolutionState state, string markup) =>
        state.AdditionalFiles.Add((HarnessOptions.PlanPath, SourceText.From(WithMarks(state, HarnessOptions.PlanPath, markup), System.Text.Encoding.UTF8)));

    private static void AddSource(SolutionState state, string path, string markup) => state.Sources.Add((path, WithMarks(state, path, markup)));

    // With the library's own marks, a severity that is not the rule's default could not be expected.
    private static string WithMarks(SolutionState state, string path, string markup)
    {
        TestFileMarkupParser.GetSpans(markup, out string source, out ImmutableDictionary<string, ImmutableArray<TextSpan>> marks);
        TextLineCollection lines = SourceText.From(source).Lines;
        foreach ((string name, ImmutableArray<TextSpan> spans) in marks)
        {
            string[] idAndSeverity = name.Split('-');
            DiagnosticSeverity severity = idAndSeverity.Length > 1 ? Enum.Parse<DiagnosticSeverity>(idAndSeverity[1]) : DiagnosticSeverity.Error;
            foreach (LinePositionSpan span in spans.Select(lines.GetLinePositionSpan))
            {
                state.ExpectedDiagnostics.Add(new DiagnosticResult(idAndSeverity[0], severity)
                    .WithSpan(path, span.Start.Line + 1, span.Start.Character + 1, span.End.Line + 1, span.End.Character + 1)
                    .WithOptions(DiagnosticOptions.IgnoreAdditionalLocations));
            }
        }

        return source;
    }
}
