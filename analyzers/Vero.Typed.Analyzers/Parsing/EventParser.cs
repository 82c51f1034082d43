using System.Text;
using Microsoft.CodeAnalysis;
using Vero.Typed.Analyzers.Parsing.Values;
using Vero.Typed.Analyzers.Symbols;

namespace Vero.Typed.Analyzers.Parsing;

/// <summary>Reads what only events have: a name, a source and a date.</summary>
internal sealed class EventParser(IdentityParser identity, DataParser data)
{
    /// <summary>Null for a type that is no event: neither it nor a base says so.</summary>
    public static EventFacts? ReadEvent(INamedTypeSymbol type, KnownSymbols symbols)
    {
        VeroAttribute? own = AnnotatedTypeReader.OnType(type, VeroAttributeKind.Event, symbols);
        for (INamedTypeSymbol? level = type; level is { SpecialType: SpecialType.None, TypeKind: not TypeKind.Error }; level = level.BaseType)
        {
            if (!symbols.CanBeAnnotated(level.ContainingAssembly) || AnnotatedTypeReader.OnType(level, VeroAttributeKind.Event, symbols) is not { } attribute)
                continue;

            // A derived type that says nothing is the event of its base, unless that is abstract and no event by itself.
            INamedTypeSymbol named = level.IsAbstract ? type : level;
            string? name = attribute.ArgumentCount == 0 || (level.IsAbstract && own is null) ? WordsOf(named.Name) : attribute.Text(0) ?? "";
            return new EventFacts(name, attribute.Text("Source"), own);
        }

        return null;
    }

    public MemberFacts Read(AnnotatedMember member, SourceFacts source, MemberScope scope) => member.Attributes[0].Kind switch
    {
        VeroAttributeKind.Id => identity.ReadId(member, source, scope),
        VeroAttributeKind.Email => identity.ReadEmail(member, source, scope),
        VeroAttributeKind.CreatedAt => ReadCreatedAt(member, source, scope),
        VeroAttributeKind.Trait or VeroAttributeKind.Data => data.Read(member, source, scope),
        var other => throw new InvalidOperationException($"{other} is on no member of an event"),
    };

    private CreatedAtFacts ReadCreatedAt(AnnotatedMember member, SourceFacts declared, MemberScope scope)
    {
        (SourceFacts source, Fault? fault) = data.Converted(declared, scope);
        ITypeSymbol value = ValueTypes.WithoutNullable(source.Type);
        bool isDateTime = value.SpecialType == SpecialType.System_DateTime;
        bool fits = source.Projection is null && (isDateTime || ValueTypes.Is(value, "DateTimeOffset", "System"));
        return new CreatedAtFacts(member, source, isDateTime) { Fault = fault ?? (fits ? null : new Fault(FaultKind.CreatedAtType)) };
    }

    /// <summary><c>OrderPlaced</c> as "Order placed". Words of capitals alone stay: <c>VATPaid</c> is "VAT paid".</summary>
    private static string WordsOf(string name)
    {
        var words = new StringBuilder(name.Length + 4);
        for (int i = 0; i < name.Length; i++)
        {
            char c = name[i];
            if (c == '_')
            {
                if (words.Length > 0 && words[words.Length - 1] != ' ')
                    words.Append(' ');
                continue;
            }

            bool endsCapitals = i > 0 && char.IsUpper(name[i - 1]) && i + 1 < name.Length && char.IsLower(name[i + 1]);
            bool startsWord = i > 0 && char.IsUpper(c) && (!char.IsUpper(name[i - 1]) || endsCapitals);
            if (startsWord && words.Length > 0 && words[words.Length - 1] != ' ')
                words.Append(' ');
            bool isFirst = words.Length == 0;
            bool isOfCapitals = char.IsUpper(c)
                && ((i + 1 < name.Length && char.IsUpper(name[i + 1])) || (i > 0 && char.IsUpper(name[i - 1]) && !startsWord));
            words.Append(isFirst ? char.ToUpperInvariant(c) : isOfCapitals ? c : char.ToLowerInvariant(c));
        }

        return words.ToString().TrimEnd();
    }
}
