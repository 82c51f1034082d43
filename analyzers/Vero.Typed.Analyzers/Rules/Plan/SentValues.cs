using Microsoft.CodeAnalysis;
using Vero.Typed.Analyzers.Model;
using Vero.Typed.Analyzers.Parsing;
using Vero.Typed.Analyzers.Parsing.Values;
using Vero.Typed.Analyzers.Symbols;

namespace Vero.Typed.Analyzers.Rules.Plan;

/// <summary>Everything that a type sends, with the keys of nested objects.</summary>
internal sealed class SentValues
{
    private readonly List<SentValue> _found = [];
    private readonly KnownSymbols _symbols;
    private readonly ReportLocations _places;
    private readonly bool _sendsStrings;
    private Location _location = Location.None;

    private SentValues(INamedTypeSymbol type, KnownSymbols symbols, CancellationToken ct)
    {
        _symbols = symbols;
        _places = new ReportLocations(type, symbols, ct);
        _sendsStrings = SerializationOptions.SendsStrings(type);
    }

    /// <summary>What a type sends: nothing where it has no methods of its own. Null where something is wrong with it, and that is not known.</summary>
    public static IReadOnlyList<SentValue>? Of(INamedTypeSymbol type, KnownSymbols symbols, CancellationToken ct)
    {
        ParseResult parsed = UserTypeParser.Parse(type, symbols, report: null, ct);
        if (parsed.Outcome == ParseOutcome.Invalid)
            return null;
        if (parsed.Outcome == ParseOutcome.NothingToEmit)
            return [];

        var values = new SentValues(type, symbols, ct);
        foreach (AnnotatedMember member in AnnotatedMembers.Collect(type, symbols, []))
            values.AddMember(member);
        return values._found;
    }

    private void AddMember(AnnotatedMember member)
    {
        VeroAttribute attribute = member.Attributes[0];
        _location = _places.OfKey(member, attribute);
        switch (attribute.Kind)
        {
            case VeroAttributeKind.Id:
                Add(PlanPath.Id, PlanShape.Of(PlanWord.String));
                break;
            case VeroAttributeKind.Email:
                Add(PlanPath.Email, Text(PlanWord.String, member.Type));
                break;
            case VeroAttributeKind.Channel:
                bool saysItself = attribute.Data.ConstructorArguments.IsEmpty;
                PlanShape address = PlanShape.Of(PlanWord.String);
                if (ValueTypes.ItemOf(ValueTypes.WithoutNullable(member.Type)) is not null)
                    address = address.InArray();
                Add(
                    saysItself ? PlanPath.Channel(null, null) : PlanPath.Channel((string?)attribute.Data.ConstructorArguments[0].Value, (string?)attribute.Data.ConstructorArguments[1].Value),
                    JsonPreviewCanBeNull(member.Type) ? address.OrNull() : address);
                break;
            case VeroAttributeKind.Data:
                AddValue(PlanPath.Data.Then(PlanStep.AnyKey), ValueTypes.EntryValueOf(ValueTypes.WithoutNullable(member.Type))!, null);
                break;
            default:
                string key = member.KeyOf(attribute)!;
                PlanPath path = PlanPath.Data.Then(new PlanStep(key));
                if (ReservedKeyTable.Contains(key))
                    Add(path, Text(key switch { "timezone" => PlanWord.Hours, "language" => PlanWord.Language, _ => PlanWord.String }, member.Type), NamedBy(member, attribute));
                else
                    AddValue(path, member.Type, NamedBy(member, attribute));
                break;
        }
    }

    private static Location? NamedBy(AnnotatedMember member, VeroAttribute attribute) =>
        attribute.Kind == VeroAttributeKind.Trait && attribute.Data.ConstructorArguments.IsEmpty && attribute.Data.ApplicationSyntaxReference is { } reference
            ? Location.Create(reference.SyntaxTree, reference.Span)
            : null;

    private void AddValue(PlanPath path, ITypeSymbol type, Location? namedBy)
    {
        Add(path, ShapeOf(type, out ITypeSymbol parts), namedBy);
        if (_sendsStrings)
            return;
        if (parts is INamedTypeSymbol named && PartsOf(named) is { } members)
        {
            foreach (AnnotatedMember member in members)
            {
                VeroAttribute attribute = member.Attributes[0];
                if (attribute.Kind == VeroAttributeKind.Data)
                    AddValue(path.Then(PlanStep.AnyKey), ValueTypes.EntryValueOf(ValueTypes.WithoutNullable(member.Type))!, null);
                else
                    AddValue(path.Then(new PlanStep(member.KeyOf(attribute)!)), member.Type, NamedBy(member, attribute));
            }
        }
        else if (ValueTypes.EntryValueOf(parts) is { } entry)
        {
            AddValue(path.Then(PlanStep.AnyKey), entry, null);
        }
    }

    // And the type of what has parts, behind arrays and value objects.
    private PlanShape ShapeOf(ITypeSymbol type, out ITypeSymbol parts)
    {
        parts = ValueTypes.WithoutNullable(type);
        PlanShape shape = WithoutNull(ref parts);
        return JsonPreviewCanBeNull(type) ? shape.OrNull() : shape;
    }

    private PlanShape WithoutNull(ref ITypeSymbol parts)
    {
        ITypeSymbol value = parts;
        if (value.TypeKind == TypeKind.Enum && ValueTypes.IsFlagsWithValues(value))
            return PlanShape.FlagsOf(ValueTypes.Flags(value).Select(static flag => flag.Json));
        if (ValueTypes.TraitKindOf(value, _symbols) is { } kind)
        {
            return kind switch
            {
                TraitValueKind.Enum => PlanShape.OneOf(ValueTypes.EnumValues(value, byNumber: false).Select(static name => name.Json.Trim('"'))),
                TraitValueKind.Text => PlanShape.Of(value.Name switch { "DateTime" or "DateTimeOffset" => PlanWord.DateTime, "DateOnly" => PlanWord.Date, _ => PlanWord.String }),
                _ when _sendsStrings => PlanShape.Of(PlanWord.String),
                TraitValueKind.Integer or TraitValueKind.Number or TraitValueKind.FloatingPoint => PlanShape.Of(PlanWord.Number),
                TraitValueKind.Boolean => PlanShape.Of(PlanWord.Bool),
                TraitValueKind.Json => PlanShape.Of(PlanWord.Any),
                _ => PlanShape.Of(PlanWord.String),
            };
        }

        if (ValueTypes.IsMailAddress(value) || ValueTypes.IsCultureInfo(value) || _sendsStrings)
            return PlanShape.Of(PlanWord.String);
        if (value.TypeKind == TypeKind.Dynamic || value.SpecialType == SpecialType.System_Object)
            return PlanShape.Of(PlanWord.Any);
        if (value is INamedTypeSymbol named && PartsOf(named) is not null)
            return PlanShape.Of(PlanWord.Object);
        if (ValueTypes.EntryValueOf(value) is not null)
            return PlanShape.Of(PlanWord.Object);
        if (ValueTypes.ItemOf(value) is { } item)
            return ShapeOf(item, out parts).InArray();
        return ShapeOf(ValueTypes.ValueOf(value, _symbols.GeneratedTrees.ContainAll)!.Type, out parts);
    }

    private List<AnnotatedMember>? PartsOf(INamedTypeSymbol type)
    {
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct))
            return null;
        List<AnnotatedMember> members = AnnotatedMembers.Collect(type, _symbols, []).FindAll(static member => member.IsPart);
        return members.Count > 0 ? members : null;
    }

    private void Add(PlanPath path, PlanShape shape, Location? namedBy = null) => _found.Add(new SentValue(path, shape, _location, namedBy));

    private static PlanShape Text(PlanWord word, ITypeSymbol type) => JsonPreviewCanBeNull(type) ? PlanShape.Of(word).OrNull() : PlanShape.Of(word);

    private static bool JsonPreviewCanBeNull(ITypeSymbol type) => Emit.JsonPreview.CanBeNull(type);
}
