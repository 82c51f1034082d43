using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Vero.Typed.Analyzers.Rules.Events;
using Vero.Typed.Analyzers.Symbols;

namespace Vero.Typed.Analyzers.Parsing;

/// <summary>From the facts of an event to what is wrong with them.</summary>
internal static class EventChecks
{
    private static readonly ConditionalWeakTable<KnownSymbols, ILookup<string, INamedTypeSymbol>> Known = new();

    /// <summary>What keeps code from being made.</summary>
    public static IEnumerable<Finding> Errors(TypeFacts facts, EventFacts happened)
    {
        if (happened.Attribute is { } attribute)
        {
            if (facts.Type.IsAbstract && happened.SaysName)
            {
                yield return new Finding(
                    EventRules.AttributeWithoutPlace, places => places.OfArgument(attribute, 0), attribute.Name, TypeText.ForMessage(facts.Type),
                    "an abstract event has no name; each of its derived types has one");
            }

            if (UserAmongBases(facts) is { } user)
            {
                yield return new Finding(
                    EventRules.AttributeWithoutPlace, places => places.OfAttribute(attribute), attribute.Name, TypeText.ForMessage(facts.Type),
                    $"its base '{TypeText.ForMessage(user)}' is a user, and a type is a user or an event");
            }
        }

        if (!facts.Type.IsAbstract && Problem(VeroContract.CheckEventName(happened.Name)) is { } problem)
            yield return new Finding(EventRules.EventName, places => OfName(places, happened), TypeText.ForMessage(facts.Type), problem);
    }

    /// <summary>Findings that are no errors: code is generated in spite of them.</summary>
    public static IEnumerable<Finding> Advice(TypeFacts facts, EventFacts happened)
    {
        if (facts.Type.IsAbstract || happened.Attribute is null)
            yield break;

        ILookup<string, INamedTypeSymbol> named = Known.GetValue(facts.Symbols, EventsByName);
        INamedTypeSymbol? other = named[VeroContract.EventKey(happened.Name)]
            .Where(type => !SymbolEqualityComparer.Default.Equals(type, facts.Type))
            .OrderBy(TypeText.ForMessage, StringComparer.Ordinal)
            .FirstOrDefault();
        if (other is not null)
            yield return new Finding(EventRules.SameEvent, places => OfName(places, happened), TypeText.ForMessage(facts.Type), TypeText.ForMessage(other));
    }

    private static Location OfName(ReportLocations places, EventFacts happened) =>
        happened is { SaysName: true, Attribute: { } attribute } ? places.OfArgument(attribute, 0) : places.OfType();

    private static string? Problem(EventNameFault fault) => fault switch
    {
        EventNameFault.None => null,
        EventNameFault.Blank => "it is blank",
        EventNameFault.TooLong => "it is too long; Vero's limit is 254 characters",
        EventNameFault.Reserved => "Vero reserves it for an event that it records itself",
        EventNameFault.LoneSurrogate => "it is not valid Unicode",
        _ => throw new ArgumentOutOfRangeException(nameof(fault)),
    };

    // An abstract base without an id is neither, and may be shared.
    private static INamedTypeSymbol? UserAmongBases(TypeFacts facts)
    {
        for (TypeFacts? level = facts.Base.Nearest; level is not null; level = level.Base.Nearest)
        {
            if (level is { Event: null, IsValue: false } && (!level.Type.IsAbstract || level.HasIdAttribute))
                return level.Type;
        }

        return null;
    }

    private static ILookup<string, INamedTypeSymbol> EventsByName(KnownSymbols symbols) => KnownSymbols.TypesIn(symbols.Compilation.Assembly.GlobalNamespace)
        .Where(type => !type.IsAbstract && AnnotatedTypeReader.OnType(type, VeroAttributeKind.Event, symbols) is not null)
        .ToLookup(type => VeroContract.EventKey(EventParser.ReadEvent(type, symbols)!.Name), StringComparer.Ordinal);
}
