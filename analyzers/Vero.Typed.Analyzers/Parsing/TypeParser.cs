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

    // What generated code calls the object of a type that is mapped.
    private const string MappedName = "user";

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
        bool isValue = TypesOfTraits.IsValue(type, annotated.Members, symbols);
        INamedTypeSymbol? mapped = MapTable.MappedBy(type);
        bool isMap = mapped is not null;
        Obstacle? obstacle = reach.IsBroken ? Obstacle.Broken
            : MapTable.ProblemOf(type, reach.IsInstance) is not null ? Obstacle.NotAMap
            : symbols.GeneratedTrees.ContainAll(type) ? Obstacle.MadeByGenerator
            : !isMap && (reach.Problem ?? (isValue ? null : reach.AccessProblem)) is not null ? Obstacle.Unreachable
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
            Obstacle = obstacle,
            Steps = steps.All,
            Members = obstacle is null ? ReadMembers(annotated, mapped, reach, steps, isValue, canDefer, symbols, ct) : MemberSelection.Of([]),
        };
    }

    private static MemberSelection ReadMembers(AnnotatedType annotated, INamedTypeSymbol? mapped, TypeReach reach, StepMethods steps, bool isValue, bool canDefer, KnownSymbols symbols, CancellationToken ct)
    {
        var data = new DataParser(annotated.Type, reach, steps, symbols, ct);
        var parser = new UserParser(new IdentityParser(data, symbols), data);
        var scope = new MemberScope(
            new MemberAccess(mapped ?? annotated.Type, mapped is null ? reach.Self : MappedName, reach.IsInstance && mapped is null, (symbol, through) => reach.CanRead(symbol, through), symbols),
            HasReservedKeys: !isValue,
            CanDefer: canDefer,
            IsReadElsewhere: isValue,
            Trail.From(annotated.Type));
        var members = new List<MemberFacts>(annotated.Members.Count);
        foreach (AnnotatedMember member in annotated.Members)
        {
            ct.ThrowIfCancellationRequested();
            (SourceFacts source, Fault? fault) = data.Source(member, scope);
            members.Add(fault is not null ? new FaultyFacts(member, source) { Fault = fault } : parser.Read(member, source, scope));
        }

        return MemberSelection.Of(members);
    }
}
