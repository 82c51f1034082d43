using Microsoft.CodeAnalysis;
using Vero.Typed.Analyzers.Model;
using Vero.Typed.Analyzers.Parsing;
using Vero.Typed.Analyzers.Parsing.Values;
using Vero.Typed.Analyzers.Symbols;

namespace Vero.Typed.Analyzers.Rules.Plan;

/// <summary>From the facts of a type to everything that it sends, the keys of nested objects included.</summary>
internal sealed class SentValues
{
    private readonly List<SentValue> _found = [];
    private readonly ReportLocations _places;
    private readonly bool _sendsStrings;
    private Location _location = Location.None;

    private SentValues(TypeFacts facts, ReportLocations places)
    {
        _places = places;
        _sendsStrings = SerializationOptions.SendsStrings(facts.Type);
    }

    /// <summary>What a type sends: nothing where it has no methods of its own. Null where something is wrong with it, so that it is not known.</summary>
    public static IReadOnlyList<SentValue>? Of(TypeFacts facts, ReportLocations places)
    {
        if (facts.Outcome == TypeOutcome.Invalid)
            return null;
        if (facts.Outcome == TypeOutcome.Nothing)
            return [];
        var values = new SentValues(facts, places);
        if (facts.Event is { } named)
            values.AddEvent(named);
        values.AddAll(facts.Members);
        return values._found;
    }

    private void AddEvent(EventFacts named)
    {
        Location name = named is { SaysName: true, Attribute: { } attribute } ? _places.OfArgument(attribute, 0) : _places.OfType();
        _found.Add(new SentValue(PlanPath.Event, PlanShape.Of(named.Name), name, NamedBy: null));
        if (named.Source is { } source)
            _found.Add(new SentValue(PlanPath.Source, PlanShape.Of(source), named.Attribute is { } saying ? _places.OfAttribute(saying) : _places.OfType(), NamedBy: null));
    }

    private void AddAll(MemberSelection members)
    {
        if (members.Id is { } id)
            AddAt(id, PlanPath.Id, PlanShape.Of(PlanWord.String));
        if (members.Email is { } email)
            AddAt(email, PlanPath.Email, email.SaysItCanBeNull ? PlanShape.Of(PlanWord.String).OrNull() : PlanShape.Of(PlanWord.String));
        if (members.CreatedAt is { } at)
            AddAt(at, PlanPath.CreatedAt, OrNull(PlanShape.Of(PlanWord.DateTime), at.Source.Declared));
        foreach (ChannelFacts channel in members.Channels)
        {
            PlanShape address = PlanShape.Of(PlanWord.String);
            AddAt(channel, PlanPath.Channel(channel.ChannelType, channel.Platform), OrNull(channel.IsCollection || channel.Source.Projection is not null ? address.InArray() : address, channel.Source.Declared));
        }

        foreach (MemberFacts member in members.Data.Concat<MemberFacts>(members.Entries))
        {
            _location = _places.OfKey(member.Member, member.Attribute);
            Add(PlanPath.Data, member);
        }
    }

    private void AddAt(MemberFacts member, PlanPath path, PlanShape shape) =>
        _found.Add(new SentValue(path, shape, _places.OfKey(member.Member, member.Attribute), NamedBy: null));

    private void Add(PlanPath parent, MemberFacts member)
    {
        if (member is TraitFacts trait)
            Add(parent.Then(new PlanStep(trait.Key)), trait.SaysItCanBeNull ? ShapeOf(trait).OrNull() : ShapeOf(trait), trait.Value, NamedBy(member));
        else if (member is EntriesFacts entries)
            AddItem(parent, entries.Value);
    }

    private void AddItem(PlanPath parent, ValueFacts item) => Add(parent.Then(PlanStep.AnyKey), WithNull(ShapeOf(item), item), item, namedBy: null);

    private void Add(PlanPath path, PlanShape shape, ValueFacts value, Location? namedBy)
    {
        _found.Add(new SentValue(path, shape, _location, namedBy));
        if (_sendsStrings || Parts(value) is not { } parts)
            return;
        if (parts.Item is { } entry)
            AddItem(path, entry);
        if (parts.Members is not { } members)
            return;
        foreach (MemberFacts member in members.Data.Concat<MemberFacts>(members.Entries))
            Add(path, member);
    }

    // Of an array, those of its items.
    private static ShapeFacts? Parts(ValueFacts value)
    {
        ShapeFacts? parts = value.Shape;
        while (parts is { Kind: ValueMethodKind.Array, Item: var item })
            parts = item?.Shape;
        return parts;
    }

    private static Location? NamedBy(MemberFacts member) =>
        member.Attribute is { Kind: VeroAttributeKind.Trait, Data: { ConstructorArguments.IsEmpty: true, ApplicationSyntaxReference: { } reference } }
            ? Location.Create(reference.SyntaxTree, reference.Span)
            : null;

    private PlanShape ShapeOf(TraitFacts trait) => trait.IsReserved && VeroContract.FindReservedKey(trait.Key) is { } reserved
        ? PlanShape.Of(ReservedKeyTable.WordOf(reserved.Name))
        : ShapeOf(trait.Value);

    private PlanShape ShapeOf(ValueFacts value)
    {
        ITypeSymbol written = ValueTypes.WithoutNullable(value.Type);
        switch (value.Kind)
        {
            case TraitValueKind.Enum:
                return PlanShape.OneOf(EnumTypes.EnumValues(written, byNumber: true).Select(static name => name.Name));
            case TraitValueKind.EnumAtRunTime when EnumTypes.IsSentByName(written):
                return PlanShape.OneOf(EnumTypes.AllNames(written).Select(static name => name.Name));
            case TraitValueKind.EnumAtRunTime:
                return PlanShape.FlagsOf(EnumTypes.AllNames(written).Select(static name => name.Name));
            case TraitValueKind.Flags:
                return PlanShape.FlagsOf(EnumTypes.Flags(written).Select(static flag => flag.Name));
            case TraitValueKind.Text or TraitValueKind.Date:
                return PlanShape.Of(FrameworkTypes.Find(written)?.Word ?? PlanWord.String);
            case TraitValueKind.Bytes:
                return PlanShape.Of(PlanWord.String);
            case var _ when _sendsStrings:
                return PlanShape.Of(PlanWord.String);
            case TraitValueKind.Integer or TraitValueKind.Number or TraitValueKind.FloatingPoint:
                return PlanShape.Of(PlanWord.Number);
            case TraitValueKind.Boolean:
                return PlanShape.Of(PlanWord.Bool);
            case TraitValueKind.Constant:
                return PlanShape.Of(written.SpecialType switch
                {
                    SpecialType.System_Boolean => PlanWord.Bool,
                    SpecialType.System_String or SpecialType.System_Char => PlanWord.String,
                    _ => written.TypeKind == TypeKind.Enum ? PlanWord.String : PlanWord.Number,
                });
            case TraitValueKind.Json or TraitValueKind.JsonText or TraitValueKind.RunTime:
                return PlanShape.Of(PlanWord.Any);
            case TraitValueKind.Method when value.Shape is { Kind: ValueMethodKind.Array, Item: { } item }:
                return WithNull(ShapeOf(item), item).InArray();
            case TraitValueKind.Method:
                return PlanShape.Of(PlanWord.Object);
            default:
                throw new InvalidOperationException(value.Kind.ToString());
        }
    }

    private static PlanShape OrNull(PlanShape shape, ITypeSymbol declared) => ValueTypes.SaysItCanBeNull(declared) ? shape.OrNull() : shape;

    private static PlanShape WithNull(PlanShape shape, ValueFacts value) => value.IsConditional ? shape.OrNull() : OrNull(shape, value.Type);
}
