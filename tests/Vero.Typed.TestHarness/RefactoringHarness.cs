using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace Vero.Typed.TestHarness;

/// <summary>Applies a refactoring at the place that <c>$$</c> marks in a source.</summary>
public static class RefactoringHarness
{
    /// <summary>What a refactoring makes of a source; null when it offers nothing.</summary>
    /// <param name="provider">The refactoring.</param>
    /// <param name="markup">The source, with a mark.</param>
    /// <returns>The source afterwards.</returns>
    public static async Task<string?> RefactorAsync(CodeRefactoringProvider provider, [StringSyntax("c#-test")] string markup)
    {
        int position = markup.IndexOf("$$", StringComparison.Ordinal);
        using var workspace = new AdhocWorkspace();
        HarnessOptions options = HarnessOptions.Default;
        Project project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Create(), options.AssemblyName, options.AssemblyName, LanguageNames.CSharp,
            compilationOptions: options.CompilationOptions,
            parseOptions: options.ParseOptions,
            metadataReferences: TestCompilation.References(options)));
        Document document = workspace.AddDocument(project.Id, "Source.cs", SourceText.From(markup.Remove(position, 2)));

        var offered = new List<CodeAction>();
        await provider.ComputeRefactoringsAsync(new CodeRefactoringContext(document, new TextSpan(position, 0), offered.Add, CancellationToken.None));
        if (offered.Count == 0)
            return null;

        ApplyChangesOperation operation = (await Assert.Single(offered).GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>().Single();
        return (await operation.ChangedSolution.GetDocument(document.Id)!.GetTextAsync()).ToString();
    }
}
