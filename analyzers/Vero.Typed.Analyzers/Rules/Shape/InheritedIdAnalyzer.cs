using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Vero.Typed.Analyzers.Discovery;
using Vero.Typed.Analyzers.Parsing;
using Vero.Typed.Analyzers.Symbols;

namespace Vero.Typed.Analyzers.Rules.Shape;

/// <summary>
/// Reports calls of the generated methods on types that have nothing of Vero's but an inherited id: with a base that all entities share, such a
/// type may be no user at all.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class InheritedIdAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(ShapeRules.OnlyIdAtCall, ShapeRules.SerializationRequired);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static context =>
        {
            if (KnownSymbols.For(context.Compilation) is { } symbols && TypeDiscovery.CanFindTypes(symbols, context.CancellationToken) && !symbols.IsUnfinished)
            {
                context.RegisterActionForFilesThatMention(MentionedWords.GeneratedMethod, (context, root) =>
                {
                    if (symbols.GeneratedTrees.Contains(root.SyntaxTree))
                        return;
                    foreach (SimpleNameSyntax name in root.DescendantNodes().OfType<SimpleNameSyntax>())
                    {
                        if (GeneratedNames.IsMethod(name.Identifier.ValueText))
                            Analyze(context, name, symbols);
                    }
                });
            }
        });
    }

    private static void Analyze(SemanticModelAnalysisContext context, SimpleNameSyntax name, KnownSymbols symbols)
    {
        if (SentBy(name, context.SemanticModel, context.CancellationToken) is not { TypeKind: TypeKind.Class } sent)
            return;

        ISymbol? called = context.SemanticModel.GetSymbolInfo(name, context.CancellationToken).Symbol;
        if (called is null)
        {
            if (TypeChecks.NeedsSerialization(sent, symbols, context.CancellationToken))
                context.ReportDiagnostic(Diagnostic.Create(ShapeRules.SerializationRequired, name.GetLocation(), TypeText.ForMessage(sent)));
        }
        else if (called is IMethodSymbol method && OwnerOf(method) is { } owner && SendsOnlyId(sent, owner, symbols, context.CancellationToken))
        {
            context.ReportDiagnostic(Diagnostic.Create(ShapeRules.OnlyIdAtCall, name.GetLocation(), TypeText.ForMessage(sent), TypeText.ForMessage(owner)));
        }
    }

    /// <summary>The type of the expression whose request is made.</summary>
    internal static INamedTypeSymbol? SentBy(SimpleNameSyntax name, SemanticModel model, CancellationToken ct)
    {
        ExpressionSyntax? receiver = name.Parent switch
        {
            MemberAccessExpressionSyntax access when access.Name == name => access.Expression,
            MemberBindingExpressionSyntax binding => binding.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>(access => access.WhenNotNull.Span.Contains(binding.Span))?.Expression,
            _ => null,
        };
        if (receiver is null)
            return null;

        // PersonVeroExtensions.ToIdentifyRequest(person)
        if (model.GetSymbolInfo(receiver, ct).Symbol is ITypeSymbol)
        {
            receiver = (name.Parent?.Parent as InvocationExpressionSyntax)?.ArgumentList.Arguments.FirstOrDefault()?.Expression;
            if (receiver is null)
                return null;
        }

        return model.GetTypeInfo(receiver, ct).Type as INamedTypeSymbol;
    }

    /// <summary>The type whose members a generated method sends; null for any other method.</summary>
    private static INamedTypeSymbol? OwnerOf(IMethodSymbol called)
    {
        IMethodSymbol method = called.ReducedFrom ?? called;
        if (method.IsExtensionMethod)
        {
            return method.ContainingType.Name.EndsWith(GeneratedNames.ExtensionClassSuffix, StringComparison.Ordinal)
                ? method.Parameters[0].Type as INamedTypeSymbol
                : null;
        }

        return method.IsStatic || method.ContainingType.TypeKind != TypeKind.Class ? null : method.ContainingType;
    }

    /// <summary>
    /// Whether a type adds nothing to a base that says nothing of a person, while another type that derives from the base does: then the base
    /// is one that all entities share, and this entity is none that was meant.
    /// </summary>
    private static bool SendsOnlyId(INamedTypeSymbol sent, INamedTypeSymbol owner, KnownSymbols symbols, CancellationToken ct)
    {
        if (SymbolEqualityComparer.Default.Equals(sent.OriginalDefinition, owner.OriginalDefinition) || !AnnotatedTypeReader.HasOwn(owner, symbols))
            return false;
        for (INamedTypeSymbol? current = sent; current is not null && !Same(current, owner); current = current.BaseType)
        {
            if (AnnotatedTypeReader.HasOwn(current, symbols))
                return false;
        }

        AnnotatedType annotated = AnnotatedTypeReader.Read(sent, symbols);
        if (!annotated.HasId || annotated.Members.Any(member => !member.Has(VeroAttributeKind.Id) && !(owner.IsAbstract && IsNeutral(member))))
            return false;

        foreach (INamedTypeSymbol sibling in symbols.DerivedTypes(owner))
        {
            ct.ThrowIfCancellationRequested();
            // A type below the one that is sent is no sibling of it; VERO032 says what the call leaves out.
            if (!KnownSymbols.DerivesFrom(sibling, sent) && AnnotatedTypeReader.HasOwn(sibling, symbols) && AnnotatedTypeReader.AddedTo(sibling, owner, symbols).Any())
                return true;
        }

        return false;
    }

    // When it was made, whether it is deleted: what every entity has, and no text that a user could be addressed with.
    private static bool IsNeutral(AnnotatedMember member) => member.Has(VeroAttributeKind.Trait)
        && ValueTypes.WithoutNullable(member.Type) is { IsValueType: true };

    private static bool Same(INamedTypeSymbol first, INamedTypeSymbol second) =>
        SymbolEqualityComparer.Default.Equals(first.OriginalDefinition, second.OriginalDefinition);
}
