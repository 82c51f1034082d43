using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Vero.Typed.Analyzers.Parsing;

namespace Vero.Typed.CodeFixes.Editing;

/// <summary>The place of a diagnostic, and what its code means there.</summary>
internal sealed class FixScene
{
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
    public INamedTypeSymbol? Type =>
        Node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } declaration ? Model.GetDeclaredSymbol(declaration, CancellationToken) as INamedTypeSymbol : null;

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

    /// <summary>What the rules say of a type now.</summary>
    public ImmutableArray<Diagnostic> Reported(INamedTypeSymbol type) => Reported(type, Symbols);

    /// <summary>What the rules would say of a type after the edits.</summary>
    public ImmutableArray<Diagnostic> ReportedAfter(SourceEdits edits, INamedTypeSymbol type)
    {
        Compilation edited = edits.ApplyTo(Model.Compilation, CancellationToken);
        return edited.Assembly.GetTypeByMetadataName(TypeText.MetadataName(type)) is { } same && KnownSymbols.For(edited) is { } symbols
            ? Reported(same, symbols)
            : ImmutableArray<Diagnostic>.Empty;
    }

    /// <summary>Whether the rule reports the type less often after the edits.</summary>
    public bool IsRepairedBy(SourceEdits edits, INamedTypeSymbol type) =>
        Count(ReportedAfter(edits, type)) < Count(Reported(type));

    private int Count(ImmutableArray<Diagnostic> diagnostics) => diagnostics.Count(diagnostic => diagnostic.Id == Diagnostic.Id);

    private ImmutableArray<Diagnostic> Reported(INamedTypeSymbol type, KnownSymbols symbols)
    {
        ImmutableArray<Diagnostic>.Builder found = ImmutableArray.CreateBuilder<Diagnostic>();
        UserTypeParser.Parse(type, symbols, found.Add, CancellationToken);
        return found.ToImmutable();
    }
}
