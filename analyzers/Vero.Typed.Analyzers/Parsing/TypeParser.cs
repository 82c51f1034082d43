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
        var steps = new StepMethods(reach, symbols);
        AnnotatedType annotated = AnnotatedTypeReader.Read(type, symbols);
        EventFacts? happened = EventParser.ReadEvent(type, symbols);
        bool isValue = TypesOfTraits.IsValue(type, annotated.Members, symbols);
        INamedTypeSymbol? mapped = MapTable.MappedBy(type);
        Obstacle? obstacle = reach.IsBroken ? Obstacle.Broken
            : MapTable.ProblemOf(type, reach.IsInstance) is not null ? Obstacle.NotAMap
            : symbols.GeneratedTrees.ContainAll(type) ? Obstacle.MadeByGenerator
            : mapped is null && (reach.Problem ?? (isValue ? null : reach.AccessProblem)) is not null ? Obstacle.Unreachable
            : null;
        bool canDefer = isValue || type.IsAbstract || (type.TypeKind == TypeKind.Class && !type.IsSealed);
        return new TypeFacts
        {
            Type = type,
            Subject = mapped ?? type,
            Symbols = symbols,
            Annotated = annotated,
            Reach = reach,
            Base = BaseFacts.Of(type, symbols, read => Read(read, symbols, ct)),
            IsValue = isValue,
            CanDefer = canDefer,
            Event = happened,
            Obstacle = obstacle,
            Steps = steps.All,
            Members = obstacle is null ? ReadMembers(annotated, mapped, reach, steps, happened, isValue, canDefer, symbols, ct) : MemberSelection.Of([]),
        };
    }

    private static MemberSelection ReadMembers(
        AnnotatedType annotated, INamedTypeSymbol? mapped, TypeReach reach, StepMethods steps, EventFacts? happened, bool isValue, bool canDefer, KnownSymbols symbols,
        CancellationToken ct)
    {
        var data = new DataParser(annotated.Type, reach, steps, symbols, ct);
        var identity = new IdentityParser(data, symbols);
        Func<AnnotatedMember, SourceFacts, MemberScope, MemberFacts> read = happened is null ? new UserParser(identity, data).Read : new EventParser(identity, data).Read;
        bool isInside = reach.IsInstance && mapped is null;
        var scope = new MemberScope(
            new MemberAccess(
                mapped ?? annotated.Type, isInside ? "this" : reach.Free(happened is null ? "user" : "item"), isInside,
                (symbol, through) => reach.CanRead(symbol, through), symbols),
            HasReservedKeys: !isValue,
            CanDefer: canDefer,
            IsReadElsewhere: isValue,
            Trail.From(annotated.Type),
            IsEvent: happened is not null);
        var members = new List<MemberFacts>(annotated.Members.Count);
        foreach (AnnotatedMember member in annotated.Members)
        {
            ct.ThrowIfCancellationRequested();
            if (!member.Attributes[0].Row.CountsOn(happened is not null))
            {
                members.Add(new FaultyFacts(member, new SourceFacts(member.Name, "", member.Type)) { Fault = new Fault(FaultKind.WithoutPlace) });
                continue;
            }

            (SourceFacts source, Fault? fault) = data.Source(member, scope);
            members.Add(fault is not null ? new FaultyFacts(member, source) { Fault = fault } : read(member, source, scope));
        }

        return MemberSelection.Of(members);
    }
}
