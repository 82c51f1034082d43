using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Vero.Typed.Analyzers.Rules;
using Vero.Typed.Analyzers.Rules.Shape;
using Vero.Typed.Analyzers.Symbols;

namespace Vero.Typed.CodeFixes.Editing;

/// <summary>The place of a diagnostic, and what its code means there.</summary>
internal sealed class FixScene
{
    // Fix All asks for each of the diagnostics of a file.
    private static readonly ConditionalWeakTable<SemanticModel, ILookup<string, Diagnostic>> Known = new();

    private FixScene(
        Document document, Diagnostic diagnostic, SyntaxNode root, SemanticModel model, KnownSymbols symbols, CancellationToken cancellationToken)
    {
        Document = document;
        Diagnostic = diagnostic;
        Root = root;
        Model = model;
        Symbols = symbols;
        CancellationToken = cancellationToken;
    }

    public Document Document { get; }

    public Solution Solution => Document.Project.Solution;

    public Diagnostic Diagnostic { get; }

    public SyntaxNode Root { get; }

    public SemanticModel Model { get; }

    public KnownSymbols Symbols { get; }

    public CancellationToken CancellationToken { get; }

    /// <summary>The smallest node with exactly the span of the diagnostic.</summary>
    public SyntaxNode Node => Root.FindNode(Diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);

    /// <summary>The attribute that is reported, or whose argument is; null when the diagnostic is at a type or a call.</summary>
    public AttributeSyntax? Attribute => Node.FirstAncestorOrSelf<AttributeSyntax>();

    /// <summary>The type that is reported, or whose member is.</summary>
    public INamedTypeSymbol? Type => TypeAround(Node);

    /// <summary>Null when the diagnostic no longer fits the document, or the library is not referenced.</summary>
    public static async Task<FixScene?> OpenAsync(Document document, Diagnostic diagnostic, CancellationToken ct)
    {
        SyntaxNode? root = await document.GetSyntaxRootAsync(ct).ConfigureAwait(false);
        SemanticModel? model = await document.GetSemanticModelAsync(ct).ConfigureAwait(false);
        return root is not null && model is not null && diagnostic.Location.IsInSource && root.FullSpan.Contains(diagnostic.Location.SourceSpan)
            && KnownSymbols.For(model.Compilation) is { } symbols
            ? new FixScene(document, diagnostic, root, model, symbols, ct)
            : null;
    }

    /// <summary>The type that a node is in, or declares.</summary>
    public INamedTypeSymbol? TypeAround(SyntaxNode node) =>
        node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } declaration
            ? Model.GetDeclaredSymbol(declaration, CancellationToken) as INamedTypeSymbol
            : null;

    /// <summary>The member that an attribute is written on, with all that is sent with it; null when it is on none that is sent.</summary>
    public AnnotatedMember? MemberWith(AttributeSyntax attribute, INamedTypeSymbol type) =>
        Members(type).FirstOrDefault(member => member.Attributes.Any(candidate => candidate.IsWrittenAt(attribute)));

    /// <summary>A fact that the rule told; null when it does not hold.</summary>
    public string? Fact(string property) => Diagnostic.Properties.TryGetValue(property, out string? value) ? value : null;

    /// <summary>The annotated members of a type and its bases.</summary>
    public IReadOnlyList<AnnotatedMember> Members(INamedTypeSymbol type) => AnnotatedTypeReader.Read(type, Symbols).Members;

    /// <summary>Whether the rule reports the type less often after the edits, and no longer what it reports here.</summary>
    public bool IsRepairedBy(SourceEdits edits, INamedTypeSymbol type) =>
        ReportedAfter(edits, type).Where(IsOfTheRule).ToList() is var after
        && after.Count < Reported(type, Symbols).Count(IsOfTheRule)
        && !after.Exists(diagnostic => diagnostic.GetMessage(CultureInfo.InvariantCulture) == Diagnostic.GetMessage(CultureInfo.InvariantCulture));

    /// <summary>Whether no rule reports the type more often after the edits. Types of other projects are not judged.</summary>
    public bool IsNotWorseAfter(SourceEdits edits, INamedTypeSymbol type, params string[] butFor)
    {
        if (!Symbols.IsInThisCompilation(type))
            return true;

        ILookup<string, Diagnostic> before = Reported(type, Symbols).ToLookup(static diagnostic => diagnostic.Id);
        return ReportedAfter(edits, type).GroupBy(static diagnostic => diagnostic.Id)
            .All(after => butFor.Contains(after.Key) || after.Count() <= before[after.Key].Count());
    }

    /// <summary>How much the other rules report of the type after the edits.</summary>
    public int ProblemsOfOtherRulesAfter(SourceEdits edits, INamedTypeSymbol type) =>
        ReportedAfter(edits, type).Count(diagnostic => !IsOfTheRule(diagnostic));

    /// <summary>Both: the rule is content, and no other one has taken its place.</summary>
    public bool IsImprovedBy(SourceEdits edits, INamedTypeSymbol type) => IsRepairedBy(edits, type) && IsNotWorseAfter(edits, type);

    /// <summary>
    /// The same for rules that look at code rather than at types: in the file, the rule reports less often than before, no other rule reports
    /// more, and the compiler nothing new.
    /// </summary>
    /// <param name="edits">The edits.</param>
    /// <param name="butFor">The rule that judges what the edits make right enough to be judged; null when there is none.</param>
    public async Task<bool> IsImprovedByAsync(SourceEdits edits, string? butFor = null)
    {
        if (!Known.TryGetValue(Model, out ILookup<string, Diagnostic>? before))
        {
            ILookup<string, Diagnostic> found = await ReportedAsync(Model).ConfigureAwait(false);
            before = Known.GetValue(Model, _ => found);
        }

        Compilation edited = edits.ApplyTo(Model.Compilation, CancellationToken);
        int index = Array.IndexOf(Model.Compilation.SyntaxTrees.ToArray(), Model.SyntaxTree);
        SemanticModel changed = edited.GetSemanticModel(edited.SyntaxTrees.ElementAt(index));
        ILookup<string, Diagnostic> after = await ReportedAsync(changed).ConfigureAwait(false);
        return after[Diagnostic.Id].Count() < before[Diagnostic.Id].Count()
            && after.All(rule => rule.Key == butFor || rule.Count() <= before[rule.Key].Count());
    }

    private async Task<ILookup<string, Diagnostic>> ReportedAsync(SemanticModel model)
    {
        ImmutableArray<Diagnostic> ours = await model.Compilation.WithAnalyzers(VeroAnalyzers.All)
            .GetAnalyzerSemanticDiagnosticsAsync(model, filterSpan: null, CancellationToken).ConfigureAwait(false);
        return model.GetDiagnostics(cancellationToken: CancellationToken)
            .Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
            .Concat(ours)
            .ToLookup(static diagnostic => diagnostic.Id);
    }

    private bool IsOfTheRule(Diagnostic diagnostic) => diagnostic.Id == Diagnostic.Id;

    private ImmutableArray<Diagnostic> ReportedAfter(SourceEdits edits, INamedTypeSymbol type)
    {
        Compilation edited = edits.ApplyTo(Model.Compilation, CancellationToken);
        return edited.Assembly.GetTypeByMetadataName(TypeText.MetadataName(type)) is { } same && KnownSymbols.For(edited) is { } symbols
            ? Reported(same, symbols)
            : ImmutableArray<Diagnostic>.Empty;
    }

    private ImmutableArray<Diagnostic> Reported(INamedTypeSymbol type, KnownSymbols symbols) =>
        UserTypeAnalyzer.Reported(type, symbols, CancellationToken);
}
