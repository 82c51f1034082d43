using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Vero.Typed.Analyzers.Parsing.Values;
using Vero.Typed.Analyzers.Symbols;

namespace Vero.Typed.Analyzers.Parsing;

/// <summary>From an annotated type to its facts. Decides nothing of what is said or emitted.</summary>
internal static class TypeParser
{
    private static readonly ConditionalWeakTable<KnownSymbols, ConcurrentDictionary<INamedTypeSymbol, TypeFacts>> Known = new();

    /// <summary>Reads a type, its bases first: each once for a compilation.</summary>
    public static TypeFacts Read(INamedTypeSymbol type, KnownSymbols symbols, CancellationToken ct)
    {
        ConcurrentDictionary<INamedTypeSymbol, TypeFacts> known = Known.GetValue(symbols, static _ => new(SymbolEqualityComparer.Default));
        return known.TryGetValue(type, out TypeFacts? facts) ? facts : known.GetOrAdd(type, ReadNow(type, symbols, ct));
    }

    private static TypeFacts ReadNow(INamedTypeSymbol type, KnownSymbols symbols, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var reach = new TypeReach(type, symbols);
        AnnotatedType annotated = AnnotatedTypeReader.Read(type, symbols);
        EventFacts? happened = EventParser.ReadEvent(type, symbols);
        bool isValue = TypesOfTraits.IsValue(type, annotated.Members, symbols);
        Obstacle? obstacle = reach.IsBroken ? Obstacle.Broken
            : symbols.GeneratedTrees.ContainAll(type) ? Obstacle.MadeByGenerator
            : (reach.Problem ?? (isValue ? null : reach.AccessProblem)) is not null ? Obstacle.Unreachable
            : null;
        bool canDefer = isValue || type.IsAbstract || (type.TypeKind == TypeKind.Class && !type.IsSealed);
        return new TypeFacts
        {
            Type = type,
            Symbols = symbols,
            Annotated = annotated,
            Reach = reach,
            Base = BaseFacts.Of(type, symbols, read => Read(read, symbols, ct)),
            IsValue = isValue,
            CanDefer = canDefer,
            Event = happened,
            Obstacle = obstacle,
            Members = obstacle is null ? ReadMembers(annotated, reach, happened, isValue, canDefer, symbols, ct) : MemberSelection.Of([]),
        };
    }

    private static MemberSelection ReadMembers(
        AnnotatedType annotated, TypeReach reach, EventFacts? happened, bool isValue, bool canDefer, KnownSymbols symbols, CancellationToken ct)
    {
        var data = new DataParser(annotated.Type, reach, symbols, ct);
        var identity = new IdentityParser(symbols);
        Func<AnnotatedMember, MemberScope, MemberFacts> read = happened is null ? new UserParser(identity, data).Read : new EventParser(identity, data).Read;
        Operations operation = happened is null ? Operations.Identify : Operations.Track;
        var scope = new MemberScope(
            new MemberAccess(annotated.Type, reach.IsInstance ? "this" : reach.Free(happened is null ? "user" : "item"), reach.IsInstance, reach.CanRead, symbols),
            HasReservedKeys: !isValue,
            CanDefer: canDefer,
            IsReadElsewhere: isValue,
            Trail.From(annotated.Type),
            IsEvent: happened is not null);
        var members = new List<MemberFacts>(annotated.Members.Count);
        foreach (AnnotatedMember member in annotated.Members)
        {
            ct.ThrowIfCancellationRequested();
            Fault? fault = member.Attributes[0].Row.Operations.HasFlag(operation) ? data.FaultOf(member, scope) : new Fault(FaultKind.WithoutPlace);
            members.Add(fault is null ? read(member, scope) : new FaultyFacts(member) { Fault = fault });
        }

        return MemberSelection.Of(members);
    }
}
