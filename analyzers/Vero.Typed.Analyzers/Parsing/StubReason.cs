using System.Globalization;
using Microsoft.CodeAnalysis;
using Vero.Typed.Analyzers.Rules.Shape;
using Vero.Typed.Analyzers.Symbols;

namespace Vero.Typed.Analyzers.Parsing;

/// <summary>Why the methods of an invalid type cannot be called: what the first rule says of it.</summary>
internal static class StubReason
{
    // Where there is no place for methods, or where another generator perhaps makes what is missing.
    private static readonly DiagnosticDescriptor[] WithoutStub = [ShapeRules.TypeCannotBeReached, ShapeRules.OwnMethod, ShapeRules.LanguageVersion, ShapeRules.MadeByGenerator];

    /// <summary>The id of the rule and its message, in one line; null where there are no stubs.</summary>
    public static string? Of(TypeFacts facts, CancellationToken ct)
    {
        if (!facts.WantsCode || !facts.Symbols.HasUtf8Literals)
            return null;
        if (facts.Obstacle is null ? !facts.IsMap && !facts.Reach.IsInstance && facts.Reach.IsNameTaken() : !CanStandBesideMap(facts))
            return null;
        return ReasonOf(facts, new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default), ct);
    }

    private static string? ReasonOf(TypeFacts facts, HashSet<INamedTypeSymbol> asked, CancellationToken ct)
    {
        if (!asked.Add(facts.Type))
            return null;

        List<Finding> findings = facts.Errors.Where(finding => !(finding.IsSaidAtUnknownBase && facts.HasUnknownBase)).ToList();
        if (findings.Exists(static finding => WithoutStub.Contains(finding.Rule)))
            return null;
        if (findings.Count > 0)
            return Text(findings[0]);

        // What is wrong may be said at the type of a value, or at the base.
        foreach (MemberFacts member in facts.Members.All)
        {
            if (member.Fault?.SaidAt is { } value)
                return ReasonOf(TypeParser.Read(value, facts.Symbols, ct), asked, ct);
        }

        return facts.Base is { IsInvalid: true, Nearest: { } nearest } ? ReasonOf(nearest, asked, ct) : null;
    }

    private static bool CanStandBesideMap(TypeFacts facts) => facts is { Obstacle: Obstacle.NotAMap, IsMap: true }
        && facts.Subject is { TypeKind: TypeKind.Class or TypeKind.Struct, IsStatic: false, IsRefLikeType: false, IsUnboundGenericType: false } mapped
        && facts.Symbols.Compilation.IsSymbolAccessibleWithin(mapped, facts.Symbols.Compilation.Assembly)
        && facts.Symbols.CanBeNamed(mapped)
        && !TypeText.WithContainingTypes(mapped).Exists(ValueTypes.IsObsoleteError)
        && facts.Symbols.Maps.HasExtensions(mapped)
        && !facts.Reach.IsNameTaken();

    private static string Text(Finding finding)
    {
        string message = Diagnostic.Create(finding.Rule, Location.None, finding.Arguments.ToArray<object>()).GetMessage(CultureInfo.InvariantCulture);
        return $"{finding.Rule.Id}: {message.Replace('\r', ' ').Replace('\n', ' ')}";
    }
}
