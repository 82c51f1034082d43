using Microsoft.CodeAnalysis;
using Vero.Typed.Analyzers.Emit;
using Vero.Typed.Analyzers.Model;
using Vero.Typed.Analyzers.Parsing.Values;
using Vero.Typed.Analyzers.Rules.ReservedKeys;
using Vero.Typed.Analyzers.Rules.Shape;
using Vero.Typed.Analyzers.Symbols;

namespace Vero.Typed.Analyzers.Parsing;

/// <summary>
/// From an annotated type to its model, or to the reasons why there is none. The only code that looks at symbols, run by the
/// generator (which reports nothing) and by the analyzer (which reports all).
/// </summary>
internal sealed class UserTypeParser
{
    private readonly INamedTypeSymbol _type;
    private readonly KnownSymbols _symbols;
    private readonly Action<Diagnostic>? _report;
    private readonly CancellationToken _ct;
    private readonly TypeReach _reach;
    private readonly MemberAccess _access;
    private readonly ReportLocations _places;
    private readonly TraitValues _values;
    private readonly List<AnnotatedMember> _deferred = [];

    // Where no code is made for the type itself, derived types may be able to read them.
    private readonly List<(AnnotatedMember Member, string Reason)> _unreadable = [];
    private bool _isValue;
    private bool _isInvalid;
    private bool _isBaseInvalid;
    private bool _isSilent;

    private UserTypeParser(INamedTypeSymbol type, KnownSymbols symbols, Action<Diagnostic>? report, CancellationToken ct)
    {
        _type = type;
        _symbols = symbols;
        _report = report;
        _ct = ct;
        _reach = new TypeReach(type, symbols);
        _access = new MemberAccess(type, _reach.Self, _reach.IsInstance, (symbol, through) => _reach.CanRead(symbol, through), symbols);
        _values = new TraitValues(type, _reach, symbols, ct);
        _places = new ReportLocations(type, symbols, ct);
    }

    /// <summary>Parses one type.</summary>
    /// <param name="type">A type that <see cref="AnnotatedMembers.HasOwn"/> something of ours.</param>
    /// <param name="symbols">Of the same compilation.</param>
    /// <param name="report">Receives what is wrong, at places in the user's code of this compilation; null when nobody wants to know.</param>
    /// <param name="ct">Stops the work when the user has typed on.</param>
    public static ParseResult Parse(INamedTypeSymbol type, KnownSymbols symbols, Action<Diagnostic>? report, CancellationToken ct) =>
        report is null
            ? symbols.SilentResult(type, () => new UserTypeParser(type, symbols, report: null, ct).Parse())
            : new UserTypeParser(type, symbols, report, ct).Parse();

    private ParseResult Parse()
    {
        if (_reach.IsBroken)
            return ParseResult.Invalid;

        if (_symbols.GeneratedTrees.ContainAll(_type))
        {
            Report(
                ShapeRules.MadeByGenerator, _type.Locations[0], _type.Name, "the whole type",
                "write the type, or the part of it that has the annotated members, yourself");
            return ParseResult.Invalid;
        }

        var madeByGenerator = new List<ISymbol>();
        List<AnnotatedMember> members = AnnotatedMembers.Collect(_type, _symbols, madeByGenerator);
        _isValue = TypesOfTraits.IsValue(_type, members, _symbols);
        if ((_reach.Problem ?? (_isValue ? null : _reach.AccessProblem)) is { } unreachable)
        {
            Report(ShapeRules.TypeCannotBeReached, _places.OfType(), TypeText.ForMessage(_type), unreachable);
            return ParseResult.Invalid;
        }

        if (!_symbols.HasUtf8Literals)
            Report(ShapeRules.LanguageVersion, _places.OfType(), TypeText.ForMessage(_type));

        foreach (ISymbol member in madeByGenerator.Where(m => IsOwn(m.ContainingType)))
        {
            Report(
                ShapeRules.MadeByGenerator, _places.OfType(), member.Name, "it",
                "annotate a member that you write yourself, such as a property that returns it");
        }

        HierarchyState hierarchy = Hierarchy.Of(_type, _symbols, _ct);
        _isBaseInvalid = hierarchy.BaseIsInvalid;
        CheckOwnMethods(hierarchy);
        if (hierarchy.BaseHasInstanceMethods && !_reach.IsInstance && members.Exists(m => IsOwn(m.AnnotatedIn)))
        {
            Report(
                ShapeRules.TraitsLost, _places.OfType(), TypeText.ForMessage(_type), TypeText.ForMessage(hierarchy.NearestAnnotatedBase!));
        }

        // Of a value, whoever holds it says so; but one that inherits methods is a customer as well.
        if ((!_isValue || hierarchy.BaseHasInstanceMethods) && hierarchy is { HiddenMembers: { } hidden, BaseIsInvalid: false })
        {
            Report(
                ShapeRules.MemberCannotBeRead, _places.OfType(), hidden,
                $"is not accessible from '{TypeText.ForMessage(_type)}' in another assembly: make it protected or public");
        }

        var parsed = new ParsedMembers();
        foreach (AnnotatedMember member in members)
        {
            _ct.ThrowIfCancellationRequested();
            ParseMember(member, parsed);
        }

        // A type that adds nothing to a base with methods of its own is served by them.
        bool isServedByBase = hierarchy.BaseHasInstanceMethods && !_reach.IsInstance;
        bool canHaveCode = _deferred.Count == 0 && !_isValue && !isServedByBase;
        bool wantsCode = canHaveCode && (parsed.HasIdAttribute || !_type.IsAbstract);
        if (wantsCode)
        {
            ReportUnreadable();
            if (_reach.IsInstance)
                ReportInTheWay(OwnMethods.InTheWayOfHelpers(_type, _symbols));
        }

        // What is wrong with the members of an invalid base is said at the base.
        _isSilent = _isBaseInvalid;
        if (parsed.Id is null && !parsed.HasIdAttribute && !_type.IsAbstract && !_isValue && madeByGenerator.Count == 0)
        {
            // Perhaps the id is in a base that the compiler does not know.
            _isSilent |= HasUnknownBase();
            if (CanBeValue(members))
                Report(ShapeRules.IdOrValueRequired, _places.OfType(), TypeText.ForMessage(_type));
            else
                Report(ShapeRules.IdRequired, _places.OfType(), TypeText.ForMessage(_type));
        }

        bool needsCode = canHaveCode && parsed.Id is not null;
        if (needsCode && _reach.NameProblem() is { } nameTaken)
            Report(ShapeRules.TypeCannotBeReached, _places.OfType(), TypeText.ForMessage(_type), nameTaken);

        if (!wantsCode && !isServedByBase && !_isValue)
            CheckMembersForDerivedTypes(members);

        if (_isInvalid || _isBaseInvalid)
            return ParseResult.Invalid;
        HiddenMembersModel? hiddenMembers = _reach.HiddenMembers(members);
        return needsCode ? new ParseResult(ParseOutcome.Model, Model(parsed, hierarchy, hiddenMembers))
            : new ParseResult(ParseOutcome.NothingToEmit, hiddenMembers is null ? null : Mark(hiddenMembers));
    }

    // Nothing but traits, and nothing that looks like an id: perhaps customers of other assemblies have such values, or members that are declared
    // with a base of it.
    private bool CanBeValue(List<AnnotatedMember> members) => members.Count > 0 && members.TrueForAll(static m => m.IsPart)
        && (TypeReach.IsSeenElsewhere(_type, _symbols) || HasBaseThatTraitsHold())
        && !SerializationOptions.SaysWhetherValueOnly(_type) && !IdCandidates.MayHaveOne(_type);

    private bool HasBaseThatTraitsHold()
    {
        for (INamedTypeSymbol? current = _type.BaseType; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            if (_symbols.IsTypeOfTrait(current))
                return true;
        }

        return false;
    }

    // No code is made for this type, so all of it is left to derived types.
    private void CheckMembersForDerivedTypes(List<AnnotatedMember> members)
    {
        _isSilent = _isBaseInvalid;
        foreach (AnnotatedMember member in members)
        {
            if (!IsOwn(member.AnnotatedIn) || (_access.ReasonNotToRead(member, out bool isAccessibility) is not null && !isAccessibility))
                continue;
            VeroAttribute attribute = member.Attributes[0];
            Accessibility read = (member.Member as IPropertySymbol)?.GetMethod?.DeclaredAccessibility ?? member.Member.DeclaredAccessibility;
            if (read == Accessibility.Private)
            {
                Report(
                    ShapeRules.MemberCannotBeRead, _places.OfAttribute(member, attribute), member.Member.Name,
                    "is private, and code is made for derived types only: make it protected or public");
            }
            else if (_deferred.Contains(member) && !_type.IsAbstract && !_symbols.HasDerivedTypes(_type))
            {
                Report(
                    ShapeRules.TypeParameter, _places.OfAttribute(member, attribute), member.Member.Name, TypeText.ForMessage(member.Type),
                    TypeText.ForMessage(_type));
            }
        }
    }

    private void ReportUnreadable()
    {
        foreach ((AnnotatedMember member, string reason) in _unreadable)
        {
            _isSilent = _isBaseInvalid && !IsOwn(member.AnnotatedIn);
            Report(ShapeRules.MemberCannotBeRead, _places.OfAttribute(member, member.Attributes[0]), member.Member.Name, reason);
        }
    }

    // A member whose type is a type parameter, or has one in it, is judged where the parameter is known: on the closed derived type.
    private bool CanDefer => _isValue || _type.IsAbstract || (_type.TypeKind == TypeKind.Class && !_type.IsSealed);

    private UserTypeModel Mark(HiddenMembersModel hiddenMembers) => new()
    {
        HintName = HintName.For(TypeText.MetadataName(_type)),
        Namespace = null,
        DisplayName = "",
        HiddenMembers = hiddenMembers,
        Instance = null,
        Extension = null,
        Id = null,
        Email = null,
        Channels = default,
        Data = default,
        Entries = default,
        ValueMethods = default,
        SendsStrings = false,
        UnspecifiedMeans = null,
        Preview = default,
    };

    private UserTypeModel Model(ParsedMembers parsed, HierarchyState hierarchy, HiddenMembersModel? hiddenMembers) => new()
    {
        HintName = HintName.For(TypeText.MetadataName(_type)),
        Namespace = TypeText.Namespace(_type),
        DisplayName = TypeText.ForRunTime(_type),
        HiddenMembers = hiddenMembers,
        Instance = _reach.IsInstance ? _reach.Instance(hierarchy.BaseHasInstanceMethods) : null,
        Extension = _reach.IsInstance ? null : _reach.Extension(),
        Id = (IdModel)parsed.Id!.Model,
        Email = (EmailModel?)parsed.Email?.Model,
        Channels = new EquatableArray<ChannelModel>(parsed.Channels.Select(static m => (ChannelModel)m.Model)),
        Data = new EquatableArray<TraitModel>(parsed.Data.Select(static m => (TraitModel)m.Model)),
        Entries = new EquatableArray<EntriesModel>(parsed.Entries.Select(static m => (EntriesModel)m.Model)),
        ValueMethods = _values.Methods,
        SendsStrings = SerializationOptions.SendsStrings(_type),
        UnspecifiedMeans = SerializationOptions.UnspecifiedDateTime(_type) switch { 1 => "Utc", 2 => "Local", _ => null },
        Preview = Preview(parsed),
    };

    private EquatableArray<string> Preview(ParsedMembers parsed)
    {
        var preview = new JsonPreview(_type, _values.Methods, SerializationOptions.SendsStrings(_type));
        preview.AddId(parsed.Id!.Value, (IdModel)parsed.Id.Model);
        if (parsed.Email is { } email)
            preview.AddEmail(email.Value);
        foreach (ParsedMember channel in parsed.Channels)
            preview.AddChannel(channel.Value, (ChannelModel)channel.Model);
        foreach (ParsedMember trait in parsed.Data)
            preview.AddTrait(trait.Value, trait.SentKey!, ReservedKeyTable.Contains(trait.SentKey!), (TraitModel)trait.Model);
        foreach (ParsedMember entries in parsed.Entries)
            preview.AddEntries(entries.Value, ((EntriesModel)entries.Model).Value);
        return preview.ToLines();
    }

    private void CheckOwnMethods(HierarchyState hierarchy)
    {
        ReportInTheWay(OwnMethods.InTheWay(_type, _symbols));

        // An extension method is never called where the type has inherited a method.
        if (!_reach.IsInstance && !hierarchy.BaseHasInstanceMethods && OwnMethods.InheritedInTheWay(_type, _symbols) is { } inherited)
            Report(ShapeRules.OwnMethod, _places.OfType(), inherited.Name, TypeText.ForMessage(inherited.ContainingType));
    }

    private void ReportInTheWay(IEnumerable<ISymbol> members)
    {
        foreach (ISymbol member in members)
            Report(ShapeRules.OwnMethod, _places.FirstOf(member.Locations), member.Name, TypeText.ForMessage(_type));
    }

    private void ParseMember(AnnotatedMember member, ParsedMembers parsed)
    {
        VeroAttribute attribute = member.Attributes[0];
        _isSilent = _isBaseInvalid && !IsOwn(member.AnnotatedIn);
        parsed.HasIdAttribute |= attribute.Kind == VeroAttributeKind.Id;

        for (int i = 1; i < member.Attributes.Count; i++)
        {
            VeroAttribute other = member.Attributes[i];
            parsed.HasIdAttribute |= other.Kind == VeroAttributeKind.Id;
            Report(ShapeRules.ExclusiveAttributes, _places.OfAttribute(member, other), other.Name, member.Member.Name, attribute.Name);
        }

        if (AnnotatedMembers.IsAmbiguous(member.Member) || attribute.IsHalfTyped)
        {
            // Half typed: the compiler says so.
            _isInvalid = true;
            return;
        }

        // Whether a value can be read is a matter of who reads it, and said there.
        if (_access.ReasonNotToRead(member, out bool isAccessibility) is { } reason && !(_isValue && isAccessibility))
        {
            if (isAccessibility && CanDefer && ValueTypes.MentionsTypeParameter(member.Type))
                _deferred.Add(member);
            else if (isAccessibility)
                _unreadable.Add((member, reason));
            else
                Report(ShapeRules.MemberCannotBeRead, _places.OfAttribute(member, attribute), member.Member.Name, reason);
            return;
        }

        if (!member.IsOnType && ValueTypes.IsUnknown(member.Type))
        {
            _isInvalid = true;
            return;
        }

        if (!member.IsOnType && _symbols.GeneratedTrees.ContainAll(ValueTypes.WithoutNullable(member.Type)))
        {
            Report(
                ShapeRules.MadeByGenerator, _places.OfAttribute(member, attribute), member.Member.Name, "its type",
                "expose a property of a type that you write yourself or that the framework has");
            return;
        }

        if (ValueTypes.IsOpen(member.Type) && CanDefer)
        {
            _deferred.Add(member);
            return;
        }

        if (_values.Value(member, attribute, _access) is not { } value)
        {
            ReportFault(member, attribute, member.Type);
            return;
        }

        if (ValueTypes.IsUnknown(value.Type))
        {
            _isInvalid = true;
            return;
        }

        switch (attribute.Kind)
        {
            case VeroAttributeKind.Id:
                ParseId(value, parsed);
                break;
            case VeroAttributeKind.Email:
                ParseEmail(value, parsed);
                break;
            case VeroAttributeKind.Channel:
                ParseChannel(value, parsed);
                break;
            case VeroAttributeKind.Data:
                ParseEntries(value, parsed);
                break;
            default:
                ParseData(value, parsed);
                break;
        }
    }

    /// <summary>The value, converted where there is a converter for it; null when that does not fit.</summary>
    private AnnotatedValue? Converted(AnnotatedValue value)
    {
        if (_values.Converted(value) is { } converted)
            return value with { Access = converted.Access, Type = converted.Type };
        if (_values.Fault is null)
            return value;
        ReportFault(value.Member, value.Attribute, value.Type);
        return null;
    }

    private void ParseId(AnnotatedValue declared, ParsedMembers parsed)
    {
        if (Converted(declared) is not { } value)
            return;
        (string? access, ITypeSymbol? type) = Unwrap(value, CanBeId, ShapeRules.IdType);
        if (access is null)
            return;

        bool replaces = value.Attribute.Flag("Replaces");
        if (replaces && parsed.Id is null)
        {
            Report(
                ShapeRules.Option, _places.OfNamedArgument(value.Member, value.Attribute, "Replaces"), "Replaces",
                "no base of the type has an id that it could replace");
            return;
        }

        var model = new IdModel
        {
            MemberName = value.Name,
            Access = access,
            IsText = ValueTypes.IsString(type!),
            AllowDefault = value.Attribute.Flag("AllowDefault"),
            Prefix = value.Attribute.Text("Prefix") ?? "",
        };
        var added = new ParsedMember(value, model);
        parsed.Id = replaces ? added : ReplaceOrReport(parsed.Id, added, ShapeRules.SeveralIds);
    }

    private void ParseEmail(AnnotatedValue declared, ParsedMembers parsed)
    {
        if (Converted(declared) is not { } value)
            return;
        string? access = ValueTypes.IsMailAddress(value.Type)
            ? value.Access + "?.Address"
            : Unwrap(value, ValueTypes.IsString, ShapeRules.EmailType).Access;
        if (access is null)
            return;

        var model = new EmailModel { MemberName = value.Name, Access = access };
        parsed.Email = ReplaceOrReport(parsed.Email, new ParsedMember(value, model), ShapeRules.SeveralEmails);
    }

    private void ParseChannel(AnnotatedValue declared, ParsedMembers parsed)
    {
        AnnotatedMember member = declared.Member;
        VeroAttribute attribute = declared.Attribute;
        bool saysItself = attribute.Data.ConstructorArguments.IsEmpty;
        if (!saysItself)
        {
            for (int i = 0; i < attribute.Data.ConstructorArguments.Length; i++)
            {
                if (string.IsNullOrWhiteSpace(attribute.Data.ConstructorArguments[i].Value as string))
                {
                    Report(
                        ShapeRules.Channel, _places.OfArgument(member, attribute, i), declared.Name,
                        "give it a type and a platform that are not blank, such as \"push\" and \"android\"");
                    return;
                }
            }
        }

        // What is converted of a projection is the item.
        AnnotatedValue? value = Converted(declared.Projection is { Item: { } projected } ? declared with { Access = projected.Access, Type = projected.Type } : declared);
        if (value is null)
            return;
        Func<ITypeSymbol, bool> fits = saysItself ? KnownSymbols.IsVeroChannel : ValueTypes.IsString;
        bool isCollection = ValueTypes.ItemOf(ValueTypes.WithoutNullable(value.Type)) is { } item && fits(item);
        if (!isCollection && !fits(value.Type))
        {
            string needed = saysItself
                ? "without arguments [VeroChannel] goes on a VeroChannel or a collection of them; for a device token say [VeroChannel(type, platform)]"
                : "[VeroChannel(type, platform)] goes on a string or a collection of strings; for a VeroChannel leave the arguments out";
            Report(ShapeRules.Channel, _places.OfAttribute(member, attribute), declared.Name, needed);
            return;
        }

        string access = value.Access;
        if (isCollection && ValueTypes.IsImmutableArray(ValueTypes.WithoutNullable(value.Type)))
        {
            // An ImmutableArray that was never assigned throws when it is read.
            string local = "__channels" + parsed.Channels.Count.ToString(System.Globalization.CultureInfo.InvariantCulture);
            access = $"{access} is {{ IsDefault: false }} {local} ? {local} : null";
        }

        parsed.Channels.Add(new ParsedMember(declared, new ChannelModel
        {
            MemberName = declared.Name,
            Access = access,
            IsCollection = isCollection,
            Loops = declared.Projection is { } projection
                ? new EquatableArray<LoopModel>(TraitValues.LoopsOf(projection).Prepend(TraitValues.LoopOf(projection.Value)))
                : default,
            LeadingJson = saysItself
                ? null
                : $",{{\"type\":\"{Argument(attribute, 0)}\",\"platform\":\"{Argument(attribute, 1)}\",\"address\":\"",
        }));

        static string Argument(VeroAttribute attribute, int index) =>
            JsonText.Escape((string)attribute.Data.ConstructorArguments[index].Value!);
    }

    private void ParseData(AnnotatedValue value, ParsedMembers parsed)
    {
        AnnotatedMember member = value.Member;
        VeroAttribute attribute = value.Attribute;
        if (Key(member, attribute) is not { } key)
            return;

        // [VeroTrait("timezone")] of a right type is the same as [VeroTimezone], range check included. In a value it is a key like any other.
        bool isReserved = ReservedKeyTable.Contains(key) && !(_isValue && attribute.Kind == VeroAttributeKind.Trait);
        string sentKey = JsonText.Escape(key);
        if ((isReserved ? ReservedTrait(value, key) : Trait(value, $",\"{sentKey}\":")) is not { } model)
            return;

        int known = parsed.Data.FindIndex(m => m.SentKey == sentKey);
        var added = new ParsedMember(value, model, sentKey);
        if (known >= 0 && !AnnotatedMembers.Shadows(member.Member, parsed.Data[known].Value.Member.Member))
        {
            Report(ShapeRules.DuplicateKey, _places.OfKey(member, attribute), value.Name, parsed.Data[known].Value.Name, key);
            return;
        }

        if (known < 0)
            parsed.Data.Add(added);
        else
            parsed.Data[known] = added;
        if (attribute.Kind == VeroAttributeKind.Trait && !_isValue)
            AdviseOnKey(member, attribute, key, isReserved);
    }

    private TraitModel? ReservedTrait(AnnotatedValue declared, string key)
    {
        if (Converted(declared) is not { } value)
            return null;
        VeroAttribute attribute = value.Attribute;
        bool isZoneId = attribute.Kind == VeroAttributeKind.Timezone && attribute.Flag("Id");
        if (isZoneId && !ValueTypes.IsString(value.Type))
        {
            Report(ShapeRules.Option, _places.OfNamedArgument(value.Member, attribute, "Id"), "Id", $"it is for text that holds the id of a time zone, not for '{TypeText.ForMessage(value.Type)}'");
            return null;
        }

        if ((isZoneId ? TraitValueKind.TimezoneId : ReservedKeyTable.KindOf(key, value.Type)) is not { } kind || value.Constant is not null)
        {
            Report(
                ReservedKeyRules.ReservedKeyType, _places.OfKey(value.Member, attribute), value.Name, TypeText.ForMessage(value.Type),
                key, ReservedKeyTable.Requirement(key));
            return null;
        }

        if (attribute.Flag("WriteNull"))
        {
            Report(ReservedKeyRules.ReservedKeyNull, _places.OfAttribute(value.Member, attribute), value.Name, key);
            return null;
        }

        return TraitValues.Scalar(value.Name, value.Access, $",\"{key}\":", kind);
    }

    private TraitModel? Trait(AnnotatedValue value, string keyJson)
    {
        TraitModel? model = _values.Trait(value, keyJson, value.Attribute.Flag("WriteNull"));
        ReportFault(value.Member, value.Attribute, value.Type);
        return model;
    }

    private void ParseEntries(AnnotatedValue value, ParsedMembers parsed)
    {
        EntriesModel? model = _values.Entries(value);
        ReportFault(value.Member, value.Attribute, value.Type);
        if (model is not null)
            parsed.Entries.Add(new ParsedMember(value, model));
    }

    private void ReportFault(AnnotatedMember member, VeroAttribute attribute, ITypeSymbol valueType)
    {
        if (_values.Fault is not { } fault)
            return;

        string type = TypeText.ForMessage(valueType);
        Location place = _places.OfAttribute(member, attribute);
        switch (fault.Kind)
        {
            case ValueFaultKind.Open when CanDefer:
                _deferred.Add(member);
                break;
            case ValueFaultKind.Open:
                Report(ShapeRules.TraitType, place, member.Member.Name, type, "its type is not known here, so expose a property of a definite type");
                break;
            case ValueFaultKind.Unsupported:
                bool isDirect = fault.Text.Length == 0 || fault.Text == type;
                bool hasDedicated = !_isValue && ValueTypes.IsTimeZoneInfo(valueType);
                Report(
                    ShapeRules.TraitType, place, member.Member.Name, type,
                    isDirect ? (hasDedicated ? "use [VeroTimezone], or " : "") + fault.Advice : $"it holds '{fault.Text}'; {fault.Advice}");
                break;
            case ValueFaultKind.Unreadable when _isValue:
                break;
            case ValueFaultKind.Unreadable:
                Report(ShapeRules.MemberCannotBeRead, place, member.Member.Name, $"{fault.Text}{fault.Advice}");
                break;
            case ValueFaultKind.MadeByGenerator:
                Report(ShapeRules.MadeByGenerator, place, member.Member.Name, fault.Text, fault.Advice);
                break;
            case ValueFaultKind.Path:
                ReportPath(member, attribute, fault.Path!);
                break;
            case ValueFaultKind.Converter:
                Report(ShapeRules.Converter, fault.Argument is null ? place : _places.OfNamedArgument(member, attribute, fault.Argument, valueOnly: true), fault.Text, fault.Advice);
                break;
            case ValueFaultKind.Option:
                Report(
                    ShapeRules.Option, fault.Argument is null ? place : _places.OfNamedArgument(member, attribute, fault.Argument),
                    fault.Argument ?? $"[{attribute.Name}]", fault.Advice);
                break;
            default:
                _isInvalid = true;
                break;
        }
    }

    private void ReportPath(AnnotatedMember member, VeroAttribute attribute, PathFault fault)
    {
        string suggested = fault.Suggestion is null ? "" : $"; did you mean '{fault.Suggestion}'?";
        Report(ShapeRules.Path, _places.OfPath(member, attribute, fault.Span), attribute.Text("From") ?? "", fault.Reason + suggested);
    }

    private void AdviseOnKey(AnnotatedMember member, VeroAttribute attribute, string key, bool isReserved)
    {
        // A base in this compilation is told itself; one in another assembly never reads this. The generator has nobody to tell.
        if (_report is null || (!IsOwn(member.AnnotatedIn) && _symbols.IsInThisCompilation(member.AnnotatedIn)))
            return;

        if (isReserved)
            Advise(ReservedKeyRules.ReservedKeyAsTrait, _places.OfKey(member, attribute), member.Member.Name, ReservedKeyTable.AttributeFor(key), key);
        else if (ReservedKeyTable.MisspeltBy(key) is { } meant)
            Advise(ReservedKeyRules.MisspeltReservedKey, _places.OfKey(member, attribute), member.Member.Name, key, meant, ReservedKeyTable.AttributeFor(meant));
    }

    private string? Key(AnnotatedMember member, VeroAttribute attribute)
    {
        string? key = member.KeyOf(attribute);
        if (key is null)
            Report(ShapeRules.BlankKey, _places.OfArgument(member, attribute, 0), member.Member.Name);
        return key;
    }

    private static bool CanBeId(ITypeSymbol type)
    {
        ITypeSymbol value = ValueTypes.WithoutNullable(type);
        return ValueTypes.IsString(value) || ValueTypes.IsGuid(value) || ValueTypes.IsInteger(value);
    }

    /// <summary>The expression for the value, or for the value inside it when it is a value object.</summary>
    private (string? Access, ITypeSymbol? Type) Unwrap(AnnotatedValue declared, Func<ITypeSymbol, bool> fits, DiagnosticDescriptor wrongType)
    {
        AnnotatedMember member = declared.Member;
        VeroAttribute attribute = declared.Attribute;
        if (declared.Projection is null && fits(declared.Type))
            return (declared.Access, declared.Type);

        ITypeSymbol type = ValueTypes.WithoutNullable(declared.Type);
        IPropertySymbol? value = ValueTypes.ValueOf(type, _symbols.GeneratedTrees.ContainAll);
        if (value is not null && ValueTypes.IsUnknown(value.Type))
        {
            _isInvalid = true;
            return default;
        }

        if (value is not null && fits(value.Type))
        {
            bool canBeNull = type.IsReferenceType || ValueTypes.IsNullableValue(declared.Type);
            return (declared.Access + (canBeNull ? "?.Value" : ".Value"), value.Type);
        }

        if (ValueTypes.ValueOf(type, static _ => false) is { } made && _symbols.GeneratedTrees.ContainAll(made))
        {
            Report(
                ShapeRules.MadeByGenerator, _places.OfAttribute(member, attribute), member.Member.Name, $"the Value of '{TypeText.ForMessage(type)}'",
                $"put the attribute on a property of your own, such as '{ExposedValue.Of(member.Member)!.Declaration("public", TypeText.ForMessage(made.Type))}'");
            return default;
        }

        Report(wrongType, _places.OfAttribute(member, attribute), declared.Name, TypeText.ForMessage(declared.Type));
        return default;
    }

    private ParsedMember ReplaceOrReport(ParsedMember? known, ParsedMember added, DiagnosticDescriptor several)
    {
        if (known is null || AnnotatedMembers.Shadows(added.Value.Member.Member, known.Value.Member.Member))
            return added;
        Report(several, _places.OfAttribute(added.Value.Member, added.Value.Attribute), added.Value.Name, known.Value.Name);
        return known;
    }

    private bool HasUnknownBase()
    {
        INamedTypeSymbol? current = _type;
        while (current is { TypeKind: not TypeKind.Error })
            current = current.BaseType;
        return current is not null;
    }

    private bool IsOwn(INamedTypeSymbol type) => SymbolEqualityComparer.Default.Equals(type, _type);

    private void Report(DiagnosticDescriptor descriptor, Location location, params string[] arguments)
    {
        _isInvalid = true;
        Advise(descriptor, location, arguments);
    }

    // Nothing is wrong enough to withhold the code.
    private void Advise(DiagnosticDescriptor descriptor, Location location, params string[] arguments)
    {
        if (!_isSilent)
            _report?.Invoke(Diagnostic.Create(descriptor, location, arguments.ToArray<object>()));
    }

    private sealed record ParsedMember(AnnotatedValue Value, MemberModel Model, string? SentKey = null);

    private sealed class ParsedMembers
    {
        public bool HasIdAttribute { get; set; }

        public ParsedMember? Id { get; set; }

        public ParsedMember? Email { get; set; }

        public List<ParsedMember> Channels { get; } = [];

        public List<ParsedMember> Data { get; } = [];

        public List<ParsedMember> Entries { get; } = [];
    }
}
