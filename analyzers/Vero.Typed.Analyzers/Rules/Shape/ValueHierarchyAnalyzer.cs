using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Vero.Typed.Analyzers.Discovery;
using Vero.Typed.Analyzers.Symbols;

namespace Vero.Typed.Analyzers.Rules.Shape;

/// <summary>
/// Reports members that are declared with a base of the values that they hold. A value is sent with the traits of its declared type, so what
/// a derived type adds is not.
/// </summary>
/// <remarks>
/// Only where a derived type can be meant for nothing else: the base is abstract, so that every value is of a derived type, or no trait of this
/// compilation is declared with the derived type itself, and no other assembly sees it. A derived type with an id is a user, with traits for
/// requests of its own.
/// </remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ValueHierarchyAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => ImmutableArray.Create(ShapeRules.TraitsLostInValue);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static context =>
        {
            if (KnownSymbols.For(context.Compilation) is { } symbols && TypeDiscovery.CanDeclareTypes(symbols, context.CancellationToken))
                context.RegisterSymbolAction(context => Analyze(context, symbols), SymbolKind.NamedType);
        });
    }

    private static void Analyze(SymbolAnalysisContext context, KnownSymbols symbols)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (AnnotatedTypeReader.Anchor(type, symbols) is null)
            return;

        foreach (AnnotatedMember member in AnnotatedTypeReader.Read(type, symbols).Members)
        {
            if (!member.IsPart || !SymbolEqualityComparer.Default.Equals(member.AnnotatedIn, type)
                || member.Attributes[0].Place is not { } place)
            {
                continue;
            }

            foreach (INamedTypeSymbol held in TypesOfTraits.HeldBy(member.Type, symbols))
            {
                if (Losing(held, symbols, context.CancellationToken) is { Count: > 0 } losing)
                {
                    context.ReportDiagnostic(Diagnostic.Create(
                        ShapeRules.TraitsLostInValue, Location.Create(place.SyntaxTree, place.Span), member.Member.Name, TypeText.ForMessage(held),
                        string.Join(", ", losing)));
                }
            }
        }
    }

    /// <summary>The derived types whose traits are not sent where the base is held, by name.</summary>
    private static List<string> Losing(INamedTypeSymbol held, KnownSymbols symbols, CancellationToken ct)
    {
        var losing = new List<string>();
        if (held is not { TypeKind: TypeKind.Class, IsSealed: false } || !AnnotatedTypeReader.Read(held, symbols).Members.Any(static member => member.IsPart))
            return losing;

        foreach (INamedTypeSymbol candidate in symbols.DerivedTypes(held))
        {
            ct.ThrowIfCancellationRequested();
            bool isMeantForThis = held.IsAbstract || !(symbols.IsTypeOfTrait(candidate) || TypeReach.IsSeenElsewhere(candidate, symbols));
            if (isMeantForThis
                && TypesOfTraits.IsValue(candidate, AnnotatedTypeReader.Read(candidate, symbols).Members, symbols)
                && AnnotatedTypeReader.AddedTo(candidate, held, symbols).Any(static member => member.IsPart))
            {
                losing.Add($"'{TypeText.ForMessage(candidate)}'");
            }
        }

        losing.Sort(StringComparer.Ordinal);
        return losing;
    }
}
