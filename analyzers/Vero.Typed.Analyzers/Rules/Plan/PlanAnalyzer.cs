using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Vero.Typed.Analyzers.Parsing;
using Vero.Typed.Analyzers.Symbols;

namespace Vero.Typed.Analyzers.Rules.Plan;

/// <summary>Compares what the types of a project send with its plan. Without a plan it does nothing.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PlanAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(PlanRules.NotPlanned, PlanRules.NotSent, PlanRules.TypeChanged, PlanRules.UnreadableLine);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        // Files that are marked as generated, such as scaffolded entities, are analyzed too: what their types send is in the plan.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static context =>
        {
            if (ProjectPlan.Of(context.Options, context.CancellationToken) is not { } plan || KnownSymbols.For(context.Compilation) is not { } symbols)
                return;

            Compilation compilation = context.Compilation;
            CancellationToken ct = context.CancellationToken;
            var isUnfinished = new Lazy<bool>(() => UnfinishedCode.IsIn(compilation, ct));
            var gone = new Lazy<HashSet<string>>(() => GoneTypes.Of(plan.Types, compilation, ct));
            context.RegisterAdditionalFileAction(context =>
            {
                if (plan.FileAt(context.AdditionalFile) is { } file)
                    PlanFileCheck.Report(file, plan, gone.Value, context);
            });
            if (!plan.HasErrors)
                context.RegisterSymbolAction(context => ReportType((INamedTypeSymbol)context.Symbol, plan, gone, isUnfinished, symbols, context), SymbolKind.NamedType);
        });
    }

    private static void ReportType(
        INamedTypeSymbol type, ProjectPlan plan, Lazy<HashSet<string>> gone, Lazy<bool> isUnfinished, KnownSymbols symbols, SymbolAnalysisContext context)
    {
        bool isAnnotated = AnnotatedTypeReader.Anchor(type, symbols) is not null;
        if ((!isAnnotated && !plan.MayList(type)) || symbols.GeneratedTrees.ContainAll(type))
            return;

        string name = TypeText.MetadataName(type);
        IReadOnlyList<PlanEntry> planned = plan.EntriesOf(name);
        if (!isAnnotated && planned.Count == 0)
            return;

        // Where something is wrong with the type, another rule says so, and what it will send is not known.
        var places = new ReportLocations(type, symbols, context.CancellationToken);
        IReadOnlyList<SentValue>? sent = isAnnotated ? SentValues.Of(TypeParser.Read(type, symbols, context.CancellationToken), places) : [];
        if (sent is null)
            return;

        string? renamedFrom = sent.Count > 0 && planned.Count == 0 ? RenamedType.Of(name, sent, plan, gone.Value) : null;
        foreach (PlanDifference difference in PlanComparison.Of(name, sent, planned))
        {
            bool isKnown = difference.Kind switch
            {
                PlanDifferenceKind.NotPlanned => true,
                PlanDifferenceKind.Changed => plan.IsComplete,
                _ => plan.IsComplete && !isUnfinished.Value && !UnfinishedCode.IsIn(type, symbols),
            };
            if (isKnown)
                context.ReportDiagnostic(PlanReport.Of(difference, TypeText.ForMessage(type), difference.Sent?.Location ?? places.OfType(), renamedFrom));
        }
    }
}
