using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Vero.Typed.Analyzers.Discovery;
using Vero.Typed.Analyzers.Symbols;

namespace Vero.Typed.Analyzers.Rules.Shape;

/// <summary>Reports our attributes in places that the compiler accepts, or only warns of, and where nobody ever reads them.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AttributePlaceAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => ImmutableArray.Create(ShapeRules.AttributeDoesNothing);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static context =>
        {
            if (KnownSymbols.For(context.Compilation) is { } symbols && TypeDiscovery.CanDeclareTypes(symbols, context.CancellationToken))
            {
                // Where an alias holds for all files, none of them needs to name the attributes; but the one that makes it does.
                MentionedWords? words = symbols.HasGlobalAlias ? null : MentionedWords.Vero;
                context.RegisterActionForFilesThatMention(words, (context, root) =>
                {
                    if (symbols.GeneratedTrees.Contains(root.SyntaxTree))
                        return;
                    foreach (AttributeListSyntax list in root.DescendantNodes().OfType<AttributeListSyntax>())
                        Analyze(context, list, symbols);
                });
            }
        });
    }

    private static void Analyze(SemanticModelAnalysisContext context, AttributeListSyntax list, KnownSymbols symbols)
    {
        if (ReasonToBeIgnored(list, context) is not { } reason || IsForOtherGenerator(list, context, symbols))
            return;

        foreach (AttributeSyntax attribute in list.Attributes)
        {
            SymbolInfo info = context.SemanticModel.GetSymbolInfo(attribute, context.CancellationToken);
            ISymbol? constructor = info.Symbol ?? info.CandidateSymbols.FirstOrDefault();
            if (constructor?.ContainingType is { } type && KnownSymbols.RowOf(type) is { Place: AttributePlace.Member })
            {
                string name = type.Name.Substring(0, type.Name.Length - "Attribute".Length);
                context.ReportDiagnostic(Diagnostic.Create(ShapeRules.AttributeDoesNothing, attribute.GetLocation(), name, reason));
            }
        }
    }

    // [ObservableProperty, property: VeroTrait] on a field: another generator puts the attribute on the property that it makes, which is VERO017.
    private static bool IsForOtherGenerator(AttributeListSyntax list, SemanticModelAnalysisContext context, KnownSymbols symbols) =>
        list is { Target.Identifier.RawKind: (int)SyntaxKind.PropertyKeyword, Parent: FieldDeclarationSyntax { Parent: TypeDeclarationSyntax type } }
        && context.SemanticModel.GetDeclaredSymbol(type, context.CancellationToken) is INamedTypeSymbol declared
        && AnnotatedTypeReader.HasMadeByGenerator(declared, symbols);

    // Looks at syntax alone where it can: nearly all attribute lists have no target and are on types and members.
    private static string? ReasonToBeIgnored(AttributeListSyntax list, SemanticModelAnalysisContext context)
    {
        SyntaxKind target = list.Target?.Identifier.Kind() ?? SyntaxKind.None;
        if (list.Parent is ParameterSyntax parameter)
        {
            if (parameter.Parent?.Parent is not RecordDeclarationSyntax)
                return "is on a parameter, which is no member";
            return target switch
            {
                SyntaxKind.FieldKeyword => "is on the backing field",
                SyntaxKind.PropertyKeyword when !HasOwnProperty(parameter, context) =>
                    "is ignored by the compiler, because the record declares the property itself",
                SyntaxKind.PropertyKeyword or SyntaxKind.ParamKeyword or SyntaxKind.None => null,
                _ => "is ignored by the compiler",
            };
        }

        if (list.Parent is EnumMemberDeclarationSyntax)
            return "is on a value of an enum, which is not a member of an annotated type";

        if (!IsTargetOf(list.Parent, target))
            return "is ignored by the compiler";
        if (CodeWithoutMember.Around(list) is { } code)
            return $"is on {code}, and not on a member that can be sent";
        return target switch
        {
            SyntaxKind.FieldKeyword when list.Parent is not FieldDeclarationSyntax => "is on the backing field",
            SyntaxKind.ParamKeyword => "is on a parameter, which is no member",
            _ => null,
        };
    }

    // Whether the compiler takes the target, or says that the attribute cannot be there.
    private static bool IsTargetOf(SyntaxNode? declaration, SyntaxKind target) => target switch
    {
        SyntaxKind.None or SyntaxKind.AssemblyKeyword or SyntaxKind.ModuleKeyword => true,
        SyntaxKind.FieldKeyword => declaration is FieldDeclarationSyntax or PropertyDeclarationSyntax or EventFieldDeclarationSyntax,
        SyntaxKind.PropertyKeyword => declaration is PropertyDeclarationSyntax or IndexerDeclarationSyntax,
        SyntaxKind.ParamKeyword => declaration is AccessorDeclarationSyntax,
        SyntaxKind.TypeKeyword => declaration is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax,
        SyntaxKind.TypeVarKeyword => declaration is TypeParameterSyntax,
        SyntaxKind.EventKeyword => declaration is EventDeclarationSyntax or EventFieldDeclarationSyntax,
        SyntaxKind.MethodKeyword => IsCode(declaration) || declaration is EventFieldDeclarationSyntax or TypeDeclarationSyntax { ParameterList: not null },
        SyntaxKind.ReturnKeyword => IsCode(declaration) || declaration is DelegateDeclarationSyntax,
        _ => false,
    };

    private static bool IsCode(SyntaxNode? declaration) =>
        declaration is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or LocalFunctionStatementSyntax or LambdaExpressionSyntax;

    private static bool HasOwnProperty(ParameterSyntax parameter, SemanticModelAnalysisContext context)
    {
        if (context.SemanticModel.GetDeclaredSymbol(parameter, context.CancellationToken) is not { ContainingType: { } type } symbol)
            return true;

        // The property that the compiler makes for the parameter is declared where the parameter is.
        return type.GetMembers(symbol.Name).Any(m => m is IPropertySymbol
            && m.DeclaringSyntaxReferences.Any(r => r.SyntaxTree == parameter.SyntaxTree && r.Span == parameter.Span));
    }
}
