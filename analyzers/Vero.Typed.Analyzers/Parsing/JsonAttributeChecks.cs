using Vero.Typed.Analyzers.Rules.ReservedKeys;
using Vero.Typed.Analyzers.Symbols;

namespace Vero.Typed.Analyzers.Parsing;

/// <summary>Where a member is sent in another way than other serializers write it.</summary>
internal static class JsonAttributeChecks
{
    public static IEnumerable<Finding> Advice(TypeFacts facts)
    {
        foreach (MemberFacts member in facts.Members.All)
        {
            // What a base in this compilation says is reported there.
            if (member.Fault is not null || !facts.IsOwn(member.Member))
                continue;

            if (member is TraitFacts trait && OfName(facts, trait) is { } other)
                yield return other;
            if (member is TraitFacts or EntriesFacts or EmailFacts && JsonAttributes.HidingOf(member.Member.Member) is { } hiding)
            {
                bool looksSecret = member is TraitFacts && SecretNames.Contain(member.Member.Name);
                yield return new Finding(
                    looksSecret ? ReservedKeyRules.SecretHiddenElsewhere : ReservedKeyRules.HiddenElsewhere,
                    places => places.OfAttribute(member.Member, member.Attribute), member.Member.Name, hiding);
            }
        }
    }

    // A key that is written out is meant; so is a naming policy that is chosen.
    private static Finding? OfName(TypeFacts facts, TraitFacts trait)
    {
        bool isDecided = trait.Attribute.Kind != VeroAttributeKind.Trait || trait.Attribute.ArgumentCount > 0 || trait.IsReserved
            || SerializationOptions.Value("Naming", facts.Type) is not null || SerializationOptions.Value("Naming", facts.Type.ContainingAssembly) is not null;
        return !isDecided && JsonAttributes.NameOf(trait.Member.Member) is { } other && other.Name != trait.Key
            ? new Finding(
                ReservedKeyRules.OtherJsonName, places => places.OfAttribute(trait.Member, trait.Attribute), trait.Member.Name, trait.Key, other.Name, other.Attribute)
            : null;
    }
}
