using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace Vero.Typed.Testing;

/// <summary>Checks what the analyzers report against the marks in a source: <c>{|VERO001:Customer|}</c>.</summary>
public static class Verify
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
        foreach (string markup in markups)
            test.TestState.Sources.Add(markup);
        if (options.EditorConfig is not null)
            test.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", options.EditorConfig));
        return test.RunAsync(CancellationToken.None);
    }
}
