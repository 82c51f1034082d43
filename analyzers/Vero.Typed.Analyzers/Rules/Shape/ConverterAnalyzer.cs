using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Vero.Typed.Analyzers.Parsing;
using Vero.Typed.Analyzers.Parsing.Values;
using Vero.Typed.Analyzers.Symbols;

namespace Vero.Typed.Analyzers.Rules.Shape;

/// <summary>Reports converters that nobody can call, and classes that are listed for nothing.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ConverterAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(ShapeRules.Converter);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static context =>
        {
            if (KnownSymbols.For(context.Compilation) is not { } symbols)
                return;
            context.RegisterActionForFilesThatMention(MentionedWords.VeroConverter, (context, root) =>
            {
                if (symbols.GeneratedTrees.Contains(root.SyntaxTree))
                    return;
                foreach (AttributeSyntax attribute in root.DescendantNodes().OfType<AttributeSyntax>())
                    Analyze(context, attribute, symbols);
            });
        });
    }

    private static void Analyze(SemanticModelAnalysisContext context, AttributeSyntax attribute, KnownSymbols symbols)
    {
        if (context.SemanticModel.GetSymbolInfo(attribute, context.CancellationToken).Symbol?.ContainingType is not { } type)
            return;

        switch (KnownSymbols.KindOf(type))
        {
            case VeroAttributeKind.Converter when attribute.Parent?.Parent is MethodDeclarationSyntax method
                && context.SemanticModel.GetDeclaredSymbol(method, context.CancellationToken) is IMethodSymbol converter
                && ReasonNotToConvert(converter, symbols, context.CancellationToken) is { } reason:
                context.ReportDiagnostic(Diagnostic.Create(ShapeRules.Converter, method.Identifier.GetLocation(), ConvertedBy(converter), reason));
                break;
            case VeroAttributeKind.Converter when attribute.Parent is AttributeListSyntax list && CodeWithoutMember.Around(list) is { } code:
                context.ReportDiagnostic(Diagnostic.Create(ShapeRules.Converter, attribute.GetLocation(), ConvertedBy(list.Parent!, context), $"the attribute is on {code}; put it on a static method"));
                break;
            case VeroAttributeKind.Converters when attribute.ArgumentList?.Arguments is [{ Expression: TypeOfExpressionSyntax { Type: var listed } }]
                && context.SemanticModel.GetTypeInfo(listed, context.CancellationToken).Type is INamedTypeSymbol { TypeKind: not TypeKind.Error } holder
                && ReasonNotToList(holder, symbols) is { } reason:
                context.ReportDiagnostic(Diagnostic.Create(ShapeRules.Converter, attribute.GetLocation(), $"class '{TypeText.ForMessage(holder)}'", reason));
                break;
        }
    }

    private static string ConvertedBy(SyntaxNode code, SemanticModelAnalysisContext context)
    {
        ISymbol? symbol = code is LambdaExpressionSyntax
            ? context.SemanticModel.GetSymbolInfo(code, context.CancellationToken).Symbol
            : context.SemanticModel.GetDeclaredSymbol(code, context.CancellationToken);
        return symbol is IMethodSymbol method ? ConvertedBy(method) : context.SemanticModel.GetEnclosingSymbol(code.SpanStart, context.CancellationToken)?.Name ?? "";
    }

    private static string ConvertedBy(IMethodSymbol converter) =>
        converter.Parameters.IsEmpty ? $"'{converter.Name}'" : $"for '{TypeText.ForMessage(converter.Parameters[0].Type)}'";

    private static string? ReasonNotToConvert(IMethodSymbol method, KnownSymbols symbols, CancellationToken ct)
    {
        if (ConverterTable.ReasonNotToConvert(method) is { } reason)
            return $"'{method.Name}' {reason}";

        // A private one may be meant for its own type, which names it or is partial.
        if (method.Parameters.Any(static parameter => ValueTypes.IsUnknown(parameter.Type)) || ValueTypes.IsUnknown(method.ReturnType))
            return null;
        if (!symbols.Compilation.IsSymbolAccessibleWithin(method, symbols.Compilation.Assembly) && !AnnotatedTypeReader.HasOwn(method.ContainingType, symbols))
            return $"'{method.Name}' is not accessible: make it internal";

        // No trait can have such a value: it is for the attribute of the key.
        if (ReservedKeyTable.OnlyFor(method.ReturnType) is not null)
            return null;
        return DataParser.ReasonNotToSend(method.ReturnType, method.ContainingType, symbols, ct) is { } unsupported
            ? $"its result of type '{TypeText.ForMessage(method.ReturnType)}' cannot be sent; {unsupported}"
            : null;
    }

    private static string? ReasonNotToList(INamedTypeSymbol holder, KnownSymbols symbols)
    {
        if (symbols.IsInThisCompilation(holder))
            return "the converters of this assembly apply without being listed";
        return ConverterTable.In(holder).Any(method => ConverterTable.ReasonNotToConvert(method) is null && symbols.Compilation.IsSymbolAccessibleWithin(method, symbols.Compilation.Assembly))
            ? null
            : "the class has no public converters";
    }
}
