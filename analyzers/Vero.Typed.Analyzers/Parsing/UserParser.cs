using Microsoft.CodeAnalysis;
using Vero.Typed.Analyzers.Parsing.Values;
using Vero.Typed.Analyzers.Symbols;

namespace Vero.Typed.Analyzers.Parsing;

/// <summary>Reads what only users have: an id of their own, channels and reserved keys with attributes of their own.</summary>
internal sealed class UserParser(IdentityParser identity, DataParser data)
{
    public MemberFacts Read(AnnotatedMember member, MemberScope scope) => member.Attributes[0].Kind switch
    {
        VeroAttributeKind.Id => identity.ReadId(member, scope),
        VeroAttributeKind.Email => identity.ReadEmail(member, scope),
        VeroAttributeKind.Channel => ReadChannel(member, scope),
        VeroAttributeKind.Timezone or VeroAttributeKind.Language or VeroAttributeKind.UserAgent or VeroAttributeKind.PhoneNumber => data.Read(member, scope),
        VeroAttributeKind.Trait or VeroAttributeKind.Data => data.Read(member, scope),
        var other => throw new InvalidOperationException($"{other} is on no member of a user"),
    };

    private static ChannelFacts ReadChannel(AnnotatedMember member, MemberScope scope)
    {
        VeroAttribute attribute = member.Attributes[0];
        bool saysItself = attribute.Data.ConstructorArguments.IsEmpty;
        Func<ITypeSymbol, bool> fits = saysItself ? KnownSymbols.IsVeroChannel : ValueTypes.IsString;
        bool isCollection = ValueTypes.ItemOf(ValueTypes.WithoutNullable(member.Type)) is { } item && fits(item);
        var facts = new ChannelFacts(member, scope.Access.Read(member), attribute.Text(0), attribute.Text(1), isCollection);
        for (int i = 0; i < attribute.Data.ConstructorArguments.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(attribute.Text(i)))
                return facts with { Fault = new Fault(FaultKind.BlankChannel) { Argument = i } };
        }

        return isCollection || fits(member.Type)
            ? facts
            : facts with { Fault = new Fault(FaultKind.ChannelType, saysItself ? NeedsChannels : NeedsTokens) };
    }

    private const string NeedsChannels =
        "without arguments [VeroChannel] goes on a VeroChannel or a collection of them; for a device token say [VeroChannel(type, platform)]";

    private const string NeedsTokens =
        "[VeroChannel(type, platform)] goes on a string or a collection of strings; for a VeroChannel leave the arguments out";
}
