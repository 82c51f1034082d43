using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Vero.Typed.Analyzers.Parsing;
using Vero.Typed.Analyzers.Parsing.Values;
using Vero.Typed.Analyzers.Symbols;

namespace Vero.Typed.Analyzers.Rules.DataFlow;

/// <summary>
/// Finds the members whose values can be judged. Asked for every assignment of a compilation, so a type is looked at once, and one
/// without such members costs a look-up.
/// </summary>
internal sealed class SentMembers(KnownSymbols symbols)
{
    private readonly ConcurrentDictionary<INamedTypeSymbol, MembersOfType?> _types = new(SymbolEqualityComparer.Default);

    public bool ExistIn(INamedTypeSymbol type) => Of(type) is not null;

    public IEnumerable<SentMember> In(INamedTypeSymbol type) => Of(type)?.Sent.Values ?? Enumerable.Empty<SentMember>();

    /// <summary>The member that is sent with exactly what is written to the target of an assignment.</summary>
    public SentMember? WrittenBy(IOperation target) =>
        target is IFieldReferenceOperation { Instance: not null } or IPropertyReferenceOperation { Instance: not null }
        && (IMemberReferenceOperation)target is var reference
            ? WrittenBy(reference.Member, reference.Instance!.Type as INamedTypeSymbol ?? reference.Member.ContainingType)
            : null;

    /// <summary>The member that is sent with exactly what is written to a property or field of a type.</summary>
    public SentMember? WrittenBy(ISymbol member, INamedTypeSymbol type) =>
        Of(type) is { } known && known.Written.TryGetValue(member.OriginalDefinition, out SentMember? sent) ? sent : null;

    /// <summary>The member that a property or field refers to as it is: who changes the object changes what is sent.</summary>
    public SentMember? HeldBy(IOperation reference) =>
        reference is IMemberReferenceOperation { Instance: { } instance, Member: var member }
        && Of(instance.Type as INamedTypeSymbol ?? member.ContainingType) is { } known
        && known.Held.TryGetValue(member.OriginalDefinition, out SentMember? sent)
            ? sent
            : null;

    /// <summary>The member if the property itself is annotated: what its getter returns is sent.</summary>
    public SentMember? ReadFrom(IPropertySymbol property) =>
        Of(property.ContainingType) is { } known && known.Sent.TryGetValue(property.OriginalDefinition, out SentMember? sent) ? sent : null;

    private MembersOfType? Of(INamedTypeSymbol type) => _types.TryGetValue(type.OriginalDefinition, out MembersOfType? known)
        ? known
        : _types.GetOrAdd(type.OriginalDefinition, Find);

    private MembersOfType? Find(INamedTypeSymbol type)
    {
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct))
            return null;

        IReadOnlyList<AnnotatedMember> members = AnnotatedTypeReader.Read(type, symbols).Members;
        if (members.Count == 0 || TypesOfTraits.IsValue(type, members, symbols))
            return null;

        bool isEvent = EventParser.ReadEvent(type, symbols) is not null;
        MembersOfType? found = null;
        foreach (AnnotatedMember member in members)
        {
            if (!member.Member.IsStatic && SentAsOf(member, isEvent) is { } sentAs)
                (found ??= new MembersOfType()).Add(new SentMember(member.Member, sentAs, isEvent));
        }

        return found;
    }

    private static SentAs? SentAsOf(AnnotatedMember member, bool isEvent)
    {
        // Several attributes, one that has no place, or a member of a wrong type are errors already.
        if (member.Attributes is not [var attribute] || !attribute.Row.CountsOn(isEvent) || !member.SendsItsValue || attribute.Flag("Id"))
            return null;
        if (attribute.Kind == VeroAttributeKind.Data)
            return ValueTypes.EntryOf(ValueTypes.WithoutNullable(member.Type)) is null ? null : SentAs.Data;
        if (member.KeyOf(attribute) is not { } key || !ReservedKeyTable.Contains(key, isEvent))
            return null;
        if (!ValueTypes.IsOpen(member.Type) && ReservedKeyTable.KindOf(key, member.Type) is null)
            return null;
        return ReservedKeyTable.AttributeOf(key) switch
        {
            VeroAttributeKind.Timezone => SentAs.Timezone,
            VeroAttributeKind.Language => SentAs.Language,
            VeroAttributeKind.PhoneNumber => SentAs.PhoneNumber,
            // Any string may be a user agent.
            VeroAttributeKind.UserAgent => null,
            _ => throw new ArgumentOutOfRangeException(key),
        };
    }

    private sealed class MembersOfType
    {
        public Dictionary<ISymbol, SentMember> Sent { get; } = new(SymbolEqualityComparer.Default);

        public Dictionary<ISymbol, SentMember> Written { get; } = new(SymbolEqualityComparer.Default);

        public Dictionary<ISymbol, SentMember> Held { get; } = new(SymbolEqualityComparer.Default);

        public void Add(SentMember member)
        {
            bool keepsWhatIsWritten = true;
            bool isHeld = true;
            if (member.Symbol is IPropertySymbol property)
            {
                PropertyStorage storage = PropertyStorage.Of(property);
                keepsWhatIsWritten = storage.KeepsWhatIsWritten;
                isHeld = keepsWhatIsWritten || storage.Field is not null;
                if (storage.Field is { } field)
                {
                    Put(Written, field, member);
                    Put(Held, field, member);
                }
            }

            for (ISymbol? symbol = member.Symbol; symbol is not null; symbol = (symbol as IPropertySymbol)?.OverriddenProperty)
            {
                Put(Sent, symbol, member);
                if (keepsWhatIsWritten)
                    Put(Written, symbol, member);
                if (isHeld)
                    Put(Held, symbol, member);
            }
        }

        private static void Put(Dictionary<ISymbol, SentMember> members, ISymbol symbol, SentMember member)
        {
            if (!members.ContainsKey(symbol.OriginalDefinition))
                members.Add(symbol.OriginalDefinition, member);
        }
    }
}
