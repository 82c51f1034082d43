using Microsoft.CodeAnalysis;
using Vero.Typed.Analyzers.Parsing.Values;
using Vero.Typed.Analyzers.Symbols;

namespace Vero.Typed.Analyzers.Parsing;

/// <summary>Reads what only users have: an id of their own, channels and reserved keys with attributes of their own.</summary>
internal sealed class UserParser(IdentityParser identity, DataParser data)
{
    public MemberFacts Read(AnnotatedMember member, SourceFacts source, MemberScope scope) => member.Attributes[0].Kind switch
    {
        VeroAttributeKind.Id => identity.ReadId(member, source, scope),
        VeroAttributeKind.Email => identity.ReadEmail(member, source, scope),
        VeroAttributeKind.Channel => ReadChannel(member, source, scope),
        VeroAttributeKind.Trait or VeroAttributeKind.Data => data.Read(member, source, scope),
        var reserved when VeroAttributes.Of(reserved).Key is not null => data.Read(member, source, scope),
        var other => throw new InvalidOperationException($"{other} is on no member of a user"),
    };

    private ChannelFacts ReadChannel(AnnotatedMember member, SourceFacts declared, MemberScope scope)
    {
        VeroAttribute attribute = member.Attributes[0];
        bool saysItself = attribute.ArgumentCount == 0;
        var facts = new ChannelFacts(member, declared, attribute.Text(0), attribute.Text(1), IsCollection: false);
        for (int i = 0; i < attribute.ArgumentCount; i++)
        {
            if (string.IsNullOrWhiteSpace(attribute.Text(i)))
                return facts with { Fault = new Fault(FaultKind.BlankChannel) { Argument = i } };
        }

        // What a converter takes of a projection is the item.
        (SourceFacts source, Fault? fault) = data.Converted(declared.Projection?.Item is { } projected ? declared with { Read = projected.Access, Type = projected.Type } : declared, scope);
        if (fault is not null)
            return facts with { Fault = fault };
        Func<ITypeSymbol, bool> fits = saysItself ? KnownSymbols.IsVeroChannel : ValueTypes.IsString;
        bool isCollection = ValueTypes.ItemOf(ValueTypes.WithoutNullable(source.Type)) is { } item && fits(item);
        facts = facts with { Source = source, IsCollection = isCollection };
        return isCollection || fits(source.Type)
            ? facts
            : facts with { Fault = new Fault(FaultKind.ChannelType, saysItself ? NeedsChannels : NeedsTokens) };
    }

    private const string NeedsChannels =
        "without arguments [VeroChannel] goes on a VeroChannel or a collection of them; for a device token say [VeroChannel(type, platform)]";

    private const string NeedsTokens =
        "[VeroChannel(type, platform)] goes on a string or a collection of strings; for a VeroChannel leave the arguments out";
}
