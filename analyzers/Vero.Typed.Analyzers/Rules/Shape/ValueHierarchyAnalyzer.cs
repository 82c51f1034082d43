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
            if (KnownSymbols.For(context.Compilation) is { } symbols && TypeDiscovery.CanDeclareTypes(symbols, context.CancellationToken) && !symbols.IsUnfinished)
                context.RegisterSymbolAction(context => Analyze(context, symbols), SymbolKind.NamedType);
        });
    }

    private static void Analyze(SymbolAnalysisContext context, KnownSymbols symbols)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        OfOverrides(context, type, symbols);
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
                        string.Join(", ", losing), "declare it with the derived type"));
                }
            }
        }
    }

    /// <summary>
    /// An override with a narrower type is sent with the members of that type, where there is code for the type that has it. A type without attributes
    /// has none: the method of its base is called, which knows the type that the base declares.
    /// </summary>
    private static void OfOverrides(SymbolAnalysisContext context, INamedTypeSymbol type, KnownSymbols symbols)
    {
        if (type is not { TypeKind: TypeKind.Class, BaseType.SpecialType: SpecialType.None } || symbols.GeneratedTrees.ContainAll(type) || AnnotatedTypeReader.HasOwn(type, symbols))
            return;
        foreach (ISymbol member in type.GetMembers())
        {
            if (!member.IsOverride || symbols.GeneratedTrees.ContainAll(member) || AnnotatedTypeReader.On(member, symbols).Count > 0 || DeclaredTrait(member, symbols) is not { } declared
                || !AnnotatedTypeReader.Narrows(member, declared))
            {
                continue;
            }

            INamedTypeSymbol[] held = [.. TypesOfTraits.HeldBy(AnnotatedMember.TypeOf(declared), symbols)];
            foreach (INamedTypeSymbol narrow in TypesOfTraits.HeldBy(AnnotatedMember.TypeOf(member), symbols))
            {
                INamedTypeSymbol? wide = held.FirstOrDefault(candidate => KnownSymbols.DerivesFrom(narrow, candidate));
                if (wide is not null && AnnotatedTypeReader.AddedTo(narrow, wide, symbols).Any(static added => added.IsPart))
                {
                    context.ReportDiagnostic(Diagnostic.Create(
                        ShapeRules.TraitsLostInValue, member.Locations[0], member.Name, TypeText.ForMessage(wide), $"'{TypeText.ForMessage(narrow)}'",
                        "put the attribute on the override as well"));
                    break;
                }
            }
        }
    }

    /// <summary>The nearest overridden member with attributes, if it sends its whole value.</summary>
    private static ISymbol? DeclaredTrait(ISymbol member, KnownSymbols symbols)
    {
        for (ISymbol? current = AnnotatedTypeReader.OverriddenBy(member); current is not null; current = AnnotatedTypeReader.OverriddenBy(current))
        {
            if (symbols.CanBeAnnotated(current.ContainingType) && AnnotatedTypeReader.On(current, symbols) is { Count: > 0 } attributes)
                return attributes.Any(static attribute => attribute.Row.IsPart && attribute.SendsWholeValue) ? current : null;
        }

        return null;
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
