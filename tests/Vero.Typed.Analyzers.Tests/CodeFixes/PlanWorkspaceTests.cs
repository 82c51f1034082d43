using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Vero.Typed.Analyzers.Rules;
using Vero.Typed.CodeFixes;
using Vero.Typed.CodeFixes.Plan;
using Vero.Typed.TestHarness;

namespace Vero.Typed.Analyzers.Tests.CodeFixes;

/// <summary>What the fixes of the plan do in a workspace: in several projects, with several files, and at lines of a file.</summary>
public sealed class PlanWorkspaceTests
{
    private const string Customer = "using Vero.Typed;\nnamespace Shop;\npublic class Customer { [VeroId] public int Id; [VeroTrait] public string? FirstName; }";

    [Fact]
    public async Task Both_fixes_of_a_renamed_member_are_offered()
    {
        using var workspace = new PlanWorkspace();
        workspace.AddProject("A", Customer, ("VeroPlan.txt", "Shop.Customer id string\nShop.Customer data.given_name string\n"));

        CodeAction[] actions = await workspace.ActionsAsync(new NotPlannedCodeFixProvider());

        Assert.Equal(
            [("Keep the key \"given_name\"", EquivalenceKeys.FollowPlan), ("Rename data.given_name to data.first_name in VeroPlan.txt", EquivalenceKeys.RenameInPlan)],
            actions.Select(static action => (action.Title, action.EquivalenceKey)));
    }

    [Fact]
    public async Task A_renamed_type_is_renamed_with_its_comments()
    {
        using var workspace = new PlanWorkspace();
        workspace.AddProject("A", Customer, ("VeroPlan.txt", "Shop.Client id string\n# Why.\nShop.Client data.first_name string\nShop.Other id string\n"));

        CodeAction[] actions = await workspace.ActionsAsync(new NotPlannedCodeFixProvider());
        await workspace.ApplyAsync(actions[0]);

        Assert.Equal(["Rename Shop.Client to Shop.Customer in VeroPlan.txt"], actions.Select(static action => action.Title).Distinct());
        Assert.Equal(["Shop.Customer id string\n# Why.\nShop.Customer data.first_name string\n"], await workspace.PlansAsync());
    }

    [Fact]
    public async Task A_type_that_was_moved_and_changed_is_renamed()
    {
        using var workspace = new PlanWorkspace();
        workspace.AddProject("A", Customer, ("VeroPlan.txt", "Old.Customer id string\nOld.Customer data.score number\nOld.Other data.first_name string\n"));

        await workspace.FixAllAsync(new NotPlannedCodeFixProvider(), EquivalenceKeys.FollowPlan);

        Assert.Equal(["Shop.Customer id string\nShop.Customer data.first_name string?\nShop.Customer data.score number\n"], await workspace.PlansAsync());
    }

    [Fact]
    public async Task Every_project_has_its_own_plan()
    {
        using var workspace = new PlanWorkspace();
        workspace.AddProject("A", Customer, ("VeroPlan.txt", ""));
        workspace.AddProject("B", Customer.Replace("Customer", "Supplier", StringComparison.Ordinal), ("VeroPlan.txt", "# Mine.\r\n"));
        workspace.AddProject("C", Customer);

        await workspace.FixAllAsync(new NotPlannedCodeFixProvider(), EquivalenceKeys.FollowPlan);

        Assert.Equal(
            [
                $"{PlanFile.Title}\nShop.Customer id string\nShop.Customer data.first_name string?\n",
                "# Mine.\r\nShop.Supplier id string\r\nShop.Supplier data.first_name string?\r\n",
            ],
            await workspace.PlansAsync());
    }

    // As for a project with two target frameworks, which the workspace has as two projects.
    [Fact]
    public async Task Projects_that_share_a_plan_change_it_together()
    {
        using var workspace = new PlanWorkspace();
        (string, string) plan = ("/shared/VeroPlan.txt", "Shop.Gone id string\nShop.Old data.first_name string\nShop.Old id string\n");
        workspace.AddProject("A(net8.0)", Customer, plan);
        workspace.AddProject("A(net10.0)", Customer + "public class Supplier { [VeroId] public int Id; } public class Old { }", plan);

        await workspace.FixAllAsync(new NotPlannedCodeFixProvider(), EquivalenceKeys.FollowPlan);

        const string Expected = "Shop.Customer id string\nShop.Customer data.first_name string?\nShop.Old id string\nShop.Old data.first_name string\nShop.Supplier id string\n";
        Assert.Equal([Expected, Expected], await workspace.PlansAsync());
    }

    [Fact]
    public async Task Of_several_plans_a_line_goes_to_those_of_its_type()
    {
        using var workspace = new PlanWorkspace();
        workspace.AddProject(
            "A", Customer + "public class Supplier { [VeroId] public int Id; }", ("/a/VeroPlan.txt", "# First.\n"), ("/b/VeroPlan.txt", "# Second.\nShop.Customer id string\n"), ("/a/VeroPlan.txt", ""));

        await workspace.FixAllAsync(new NotPlannedCodeFixProvider(), EquivalenceKeys.FollowPlan);

        Assert.Equal(
            ["# First.\nShop.Supplier id string\n", "# Second.\nShop.Customer id string\nShop.Customer data.first_name string?\n"],
            (await workspace.PlansAsync()).Distinct());
    }

    [Fact]
    public async Task The_lines_of_a_type_that_is_gone_are_removed_at_the_file()
    {
        using var workspace = new PlanWorkspace();
        workspace.AddProject("A", Customer, ("VeroPlan.txt", "Shop.Gone id string\nShop.Customer id string\nShop.Customer data.first_name string\n# Of a friend.\nShop.Gone data.a string\n"));

        CodeAction[] actions = await workspace.ActionsAsync(new NotSentCodeFixProvider());
        Assert.Equal(["Remove id from VeroPlan.txt", "Remove data.a from VeroPlan.txt"], actions.Select(static action => action.Title));
        await workspace.ApplyAsync(actions[0]);

        Assert.Equal(["Shop.Customer id string\nShop.Customer data.first_name string\n# Of a friend.\n"], await workspace.PlansAsync());
    }

    [Fact]
    public async Task The_encoding_stays_and_a_new_file_has_no_byte_order_mark()
    {
        using var workspace = new PlanWorkspace();
        workspace.AddProject("A", Customer, ("VeroPlan.txt", ""));
        workspace.AddProject("B", Customer, ("VeroPlan.txt", "\uFEFF"));

        await workspace.FixAllAsync(new NotPlannedCodeFixProvider(), EquivalenceKeys.FollowPlan);

        Assert.Equal([0, 3], (await workspace.TextsAsync()).Select(static text => text.Encoding!.GetPreamble().Length));
    }

    // What cannot be read would be lost.
    [Fact]
    public async Task A_file_with_an_error_is_not_written()
    {
        using var workspace = new PlanWorkspace();
        workspace.AddProject("A", Customer, ("VeroPlan.txt", "=======\n"));

        Diagnostic diagnostic = Diagnostic.Create(
            new DiagnosticDescriptor(RuleIds.VERO302NotSent, "", "", "", DiagnosticSeverity.Warning, true), Location.None,
            ImmutableDictionary<string, string?>.Empty.Add(DiagnosticProperties.PlannedLines, "A id string"));

        Assert.Empty(await workspace.ActionsAsync(new NotSentCodeFixProvider(), [diagnostic]));
        Assert.Equal(RuleIds.VERO304UnreadableLine, Assert.Single(await workspace.DiagnosticsAsync()).Id);
    }

    private sealed class PlanWorkspace : IDisposable
    {
        private readonly AdhocWorkspace _workspace = new();

        public void AddProject(string name, string source, params (string Path, string Text)[] plans)
        {
            ProjectId id = ProjectId.CreateNewId();
            Solution solution = _workspace.CurrentSolution
                .AddProject(ProjectInfo.Create(
                    id, VersionStamp.Create(), name, name, LanguageNames.CSharp,
                    compilationOptions: GeneratorHarness.Run("").Output.Options, metadataReferences: GeneratorHarness.Run("").Output.References))
                .AddDocument(DocumentId.CreateNewId(id), "Source.cs", SourceText.From(source), filePath: $"/{name}/Source.cs");
            foreach ((string path, string text) in plans)
            {
                bool hasMark = text.StartsWith('\uFEFF');
                SourceText content = hasMark ? SourceText.From(text[1..], Encoding.UTF8) : SourceText.From(text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
                solution = solution.AddAdditionalDocument(DocumentId.CreateNewId(id), "VeroPlan.txt", content, filePath: path.StartsWith('/') ? path : $"/{name}/{path}");
            }

            Assert.True(_workspace.TryApplyChanges(solution));
        }

        public async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync() => [.. (await Task.WhenAll(_workspace.CurrentSolution.Projects.Select(OfProjectAsync))).SelectMany(static all => all)];

        public async Task<CodeAction[]> ActionsAsync(CodeFixProvider provider, ImmutableArray<Diagnostic> diagnostics = default)
        {
            var actions = new List<CodeAction>();
            foreach (Diagnostic diagnostic in diagnostics.IsDefault ? await DiagnosticsAsync() : diagnostics)
            {
                if (!provider.FixableDiagnosticIds.Contains(diagnostic.Id))
                    continue;
                TextDocument document = diagnostic.Location.SourceTree is { } tree
                    ? _workspace.CurrentSolution.GetDocument(tree)!
                    : _workspace.CurrentSolution.Projects.SelectMany(static project => project.AdditionalDocuments).First();
                await provider.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), TestContext.Current.CancellationToken));
            }

            return [.. actions];
        }

        public async Task ApplyAsync(CodeAction action)
        {
            foreach (CodeActionOperation operation in await action.GetOperationsAsync(TestContext.Current.CancellationToken))
                operation.Apply(_workspace, TestContext.Current.CancellationToken);
        }

        // As dotnet format does it: for the solution, with the key of the first fix.
        public async Task FixAllAsync(CodeFixProvider provider, string equivalenceKey)
        {
            var context = new FixAllContext(
                _workspace.CurrentSolution.Projects.First().Documents.First(), provider, FixAllScope.Solution, equivalenceKey, provider.FixableDiagnosticIds, new Known(OfProjectAsync),
                TestContext.Current.CancellationToken);
            await ApplyAsync((await provider.GetFixAllProvider()!.GetFixAsync(context))!);
        }

        public async Task<IEnumerable<string>> PlansAsync() => (await TextsAsync()).Select(static text => text.ToString());

        public async Task<IEnumerable<SourceText>> TextsAsync() => await Task.WhenAll(
            _workspace.CurrentSolution.Projects.SelectMany(static project => project.AdditionalDocuments).Select(static document => document.GetTextAsync()));

        public void Dispose() => _workspace.Dispose();

        private static async Task<ImmutableArray<Diagnostic>> OfProjectAsync(Project project)
        {
            Compilation compilation = (await project.GetCompilationAsync(TestContext.Current.CancellationToken))!;
            return await compilation.WithAnalyzers(AnalyzerHarness.All, project.AnalyzerOptions).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        }

        private sealed class Known(Func<Project, Task<ImmutableArray<Diagnostic>>> diagnostics) : FixAllContext.DiagnosticProvider
        {
            public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => await diagnostics(project);

            public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) => await diagnostics(document.Project);

            public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);
        }
    }
}
