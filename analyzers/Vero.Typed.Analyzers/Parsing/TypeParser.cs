using Microsoft.CodeAnalysis;
using Vero.Typed.Analyzers.Emit;
using Vero.Typed.Analyzers.Model;
using Vero.Typed.Analyzers.Parsing.Values;
using Vero.Typed.Analyzers.Rules;
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
        _access = new MemberAccess(type, _reach.Self, _reach.IsInstance, _reach.CanRead, symbols);
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
                Descriptors.MadeByGenerator, _type.Locations[0], _type.Name, "the whole type",
                "write the type, or the part of it that has the annotated members, yourself");
            return ParseResult.Invalid;
        }

        var madeByGenerator = new List<ISymbol>();
        List<AnnotatedMember> members = AnnotatedMembers.Collect(_type, _symbols, madeByGenerator);
        _isValue = TypesOfTraits.IsValue(_type, members, _symbols);
        if ((_reach.Problem ?? (_isValue ? null : _reach.AccessProblem)) is { } unreachable)
        {
            Report(Descriptors.TypeCannotBeReached, _places.OfType(), TypeText.ForMessage(_type), unreachable);
            return ParseResult.Invalid;
        }

        if (!_symbols.HasUtf8Literals)
            Report(Descriptors.LanguageVersion, _places.OfType(), TypeText.ForMessage(_type));

        foreach (ISymbol member in madeByGenerator.Where(m => IsOwn(m.ContainingType)))
        {
            Report(
                Descriptors.MadeByGenerator, _places.OfType(), member.Name, "it",
                "annotate a member that you write yourself, such as a property that returns it");
        }

        HierarchyState hierarchy = Hierarchy.Of(_type, _symbols, _ct);
        _isBaseInvalid = hierarchy.BaseIsInvalid;
        CheckOwnMethods(hierarchy);
        if (hierarchy.BaseHasInstanceMethods && !_reach.IsInstance && members.Exists(m => IsOwn(m.AnnotatedIn)))
        {
            Report(
                Descriptors.TraitsLost, _places.OfType(), TypeText.ForMessage(_type), TypeText.ForMessage(hierarchy.NearestAnnotatedBase!));
        }

        // Of a value, whoever holds it says so; but one that inherits methods is a customer as well.
        if ((!_isValue || hierarchy.BaseHasInstanceMethods) && hierarchy is { HiddenMembers: { } hidden, BaseIsInvalid: false })
        {
            Report(
                Descriptors.MemberCannotBeRead, _places.OfType(), hidden,
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
                Report(Descriptors.IdRequiredUnlessValue, _places.OfType(), TypeText.ForMessage(_type));
            else
                Report(Descriptors.IdRequired, _places.OfType(), TypeText.ForMessage(_type));
        }

        bool needsCode = canHaveCode && parsed.Id is not null;
        if (needsCode && _reach.NameProblem() is { } nameTaken)
            Report(Descriptors.TypeCannotBeReached, _places.OfType(), TypeText.ForMessage(_type), nameTaken);

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
                    Descriptors.MemberCannotBeRead, _places.OfAttribute(member, attribute), member.Member.Name,
                    "is private, and code is made for derived types only: make it protected or public");
            }
            else if (_deferred.Contains(member) && !_type.IsAbstract && !_symbols.HasDerivedTypes(_type))
            {
                Report(
                    Descriptors.TypeParameter, _places.OfAttribute(member, attribute), member.Member.Name, TypeText.ForMessage(member.Type),
                    TypeText.ForMessage(_type));
            }
        }
    }

    private void ReportUnreadable()
    {
        foreach ((AnnotatedMember member, string reason) in _unreadable)
        {
            _isSilent = _isBaseInvalid && !IsOwn(member.AnnotatedIn);
            Report(Descriptors.MemberCannotBeRead, _places.OfAttribute(member, member.Attributes[0]), member.Member.Name, reason);
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
        Preview = Preview(parsed),
    };

    private EquatableArray<string> Preview(ParsedMembers parsed)
    {
        var preview = new JsonPreview(_type, _values.Methods, SerializationOptions.SendsStrings(_type));
        preview.AddId(parsed.Id!.Member);
        if (parsed.Email is { } email)
            preview.AddEmail(email.Member);
        foreach (ParsedMember channel in parsed.Channels)
            preview.AddChannel(channel.Member, (ChannelModel)channel.Model);
        foreach (ParsedMember trait in parsed.Data)
            preview.AddTrait(trait.Member, trait.SentKey!, ReservedKeys.Contains(trait.SentKey!), (TraitModel)trait.Model);
        foreach (ParsedMember entries in parsed.Entries)
            preview.AddEntries(entries.Member, ((EntriesModel)entries.Model).Value);
        return preview.ToLines();
    }

    private void CheckOwnMethods(HierarchyState hierarchy)
    {
        ReportInTheWay(OwnMethods.InTheWay(_type, _symbols));

        // An extension method is never called where the type has inherited a method.
        if (!_reach.IsInstance && !hierarchy.BaseHasInstanceMethods && OwnMethods.InheritedInTheWay(_type, _symbols) is { } inherited)
            Report(Descriptors.OwnMethod, _places.OfType(), inherited.Name, TypeText.ForMessage(inherited.ContainingType));
    }

    private void ReportInTheWay(IEnumerable<ISymbol> members)
    {
        foreach (ISymbol member in members)
            Report(Descriptors.OwnMethod, _places.FirstOf(member.Locations), member.Name, TypeText.ForMessage(_type));
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
            Report(Descriptors.ExclusiveAttributes, _places.OfAttribute(member, other), other.Name, member.Member.Name, attribute.Name);
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
                Report(Descriptors.MemberCannotBeRead, _places.OfAttribute(member, attribute), member.Member.Name, reason);
            return;
        }

        if (ValueTypes.IsUnknown(member.Type))
        {
            _isInvalid = true;
            return;
        }

        if (_symbols.GeneratedTrees.ContainAll(ValueTypes.WithoutNullable(member.Type)))
        {
            Report(
                Descriptors.MadeByGenerator, _places.OfAttribute(member, attribute), member.Member.Name, "its type",
                "expose a property of a type that you write yourself or that the framework has");
            return;
        }

        if (ValueTypes.IsOpen(member.Type) && CanDefer)
        {
            _deferred.Add(member);
            return;
        }

        switch (attribute.Kind)
        {
            case VeroAttributeKind.Id:
                ParseId(member, attribute, parsed);
                break;
            case VeroAttributeKind.Email:
                ParseEmail(member, attribute, parsed);
                break;
            case VeroAttributeKind.Channel:
                ParseChannel(member, attribute, parsed);
                break;
            case VeroAttributeKind.Data:
                ParseEntries(member, attribute, parsed);
                break;
            default:
                ParseData(member, attribute, parsed);
                break;
        }
    }

    private void ParseId(AnnotatedMember member, VeroAttribute attribute, ParsedMembers parsed)
    {
        (string? access, ITypeSymbol? type) = Unwrap(member, attribute, CanBeId, Descriptors.IdType);
        if (access is null)
            return;

        var model = new IdModel
        {
            MemberName = member.Member.Name,
            Access = access,
            IsText = ValueTypes.IsString(type!),
            AllowDefault = attribute.Flag("AllowDefault"),
        };
        parsed.Id = ReplaceOrReport(parsed.Id, new ParsedMember(member, model), Descriptors.SeveralIds, attribute);
    }

    private void ParseEmail(AnnotatedMember member, VeroAttribute attribute, ParsedMembers parsed)
    {
        string? access = ValueTypes.IsMailAddress(member.Type)
            ? _access.Read(member) + "?.Address"
            : Unwrap(member, attribute, ValueTypes.IsString, Descriptors.EmailType).Access;
        if (access is null)
            return;

        var model = new EmailModel { MemberName = member.Member.Name, Access = access };
        parsed.Email = ReplaceOrReport(parsed.Email, new ParsedMember(member, model), Descriptors.SeveralEmails, attribute);
    }

    private void ParseChannel(AnnotatedMember member, VeroAttribute attribute, ParsedMembers parsed)
    {
        bool saysItself = attribute.Data.ConstructorArguments.IsEmpty;
        if (!saysItself)
        {
            for (int i = 0; i < attribute.Data.ConstructorArguments.Length; i++)
            {
                if (string.IsNullOrWhiteSpace(attribute.Data.ConstructorArguments[i].Value as string))
                {
                    Report(
                        Descriptors.Channel, _places.OfArgument(member, attribute, i), member.Member.Name,
                        "give it a type and a platform that are not blank, such as \"push\" and \"android\"");
                    return;
                }
            }
        }

        Func<ITypeSymbol, bool> fits = saysItself ? KnownSymbols.IsVeroChannel : ValueTypes.IsString;
        bool isCollection = ValueTypes.ItemOf(ValueTypes.WithoutNullable(member.Type)) is { } item && fits(item);
        if (!isCollection && !fits(member.Type))
        {
            string needed = saysItself
                ? "without arguments [VeroChannel] goes on a VeroChannel or a collection of them; for a device token say [VeroChannel(type, platform)]"
                : "[VeroChannel(type, platform)] goes on a string or a collection of strings; for a VeroChannel leave the arguments out";
            Report(Descriptors.Channel, _places.OfAttribute(member, attribute), member.Member.Name, needed);
            return;
        }

        string access = _access.Read(member);
        if (isCollection && ValueTypes.IsImmutableArray(ValueTypes.WithoutNullable(member.Type)))
        {
            // An ImmutableArray that was never assigned throws when it is read.
            string local = "__channels" + parsed.Channels.Count.ToString(System.Globalization.CultureInfo.InvariantCulture);
            access = $"{access} is {{ IsDefault: false }} {local} ? {local} : null";
        }

        parsed.Channels.Add(new ParsedMember(member, new ChannelModel
        {
            MemberName = member.Member.Name,
            Access = access,
            IsCollection = isCollection,
            LeadingJson = saysItself
                ? null
                : $",{{\"type\":\"{Argument(attribute, 0)}\",\"platform\":\"{Argument(attribute, 1)}\",\"address\":\"",
        }));

        static string Argument(VeroAttribute attribute, int index) =>
            JsonText.Escape((string)attribute.Data.ConstructorArguments[index].Value!);
    }

    private void ParseData(AnnotatedMember member, VeroAttribute attribute, ParsedMembers parsed)
    {
        if (Key(member, attribute) is not { } key)
            return;

        // [VeroTrait("timezone")] of a right type is the same as [VeroTimezone], range check included. In a value it is a key like any other.
        bool isReserved = ReservedKeys.Contains(key) && !(_isValue && attribute.Kind == VeroAttributeKind.Trait);
        string sentKey = JsonText.Escape(key);
        if ((isReserved ? ReservedTrait(member, attribute, key) : Trait(member, attribute, $",\"{sentKey}\":")) is not { } model)
            return;

        int known = parsed.Data.FindIndex(m => m.SentKey == sentKey);
        var added = new ParsedMember(member, model, sentKey);
        if (known >= 0 && !AnnotatedMembers.Shadows(added.Member.Member, parsed.Data[known].Member.Member))
        {
            Report(Descriptors.DuplicateKey, _places.OfKey(member, attribute), member.Member.Name, parsed.Data[known].Member.Member.Name, key);
            return;
        }

        if (known < 0)
            parsed.Data.Add(added);
        else
            parsed.Data[known] = added;
        if (attribute.Kind == VeroAttributeKind.Trait && !_isValue)
            AdviseOnKey(member, attribute, key, isReserved);
    }

    private TraitModel? ReservedTrait(AnnotatedMember member, VeroAttribute attribute, string key)
    {
        if (ReservedKeys.KindOf(key, member.Type) is not { } kind)
        {
            Report(
                Descriptors.ReservedKeyType, _places.OfKey(member, attribute), member.Member.Name, TypeText.ForMessage(member.Type),
                key, ReservedKeys.Requirement(key));
            return null;
        }

        if (attribute.Flag("WriteNull"))
        {
            Report(Descriptors.ReservedKeyNull, _places.OfAttribute(member, attribute), member.Member.Name, key, ReservedKeys.Requirement(key));
            return null;
        }

        return TraitValues.Scalar(member.Member.Name, _access.Read(member), $",\"{key}\":", kind);
    }

    private TraitModel? Trait(AnnotatedMember member, VeroAttribute attribute, string keyJson)
    {
        TraitModel? model = _values.Trait(member, _access.Read(member), keyJson, attribute.Flag("WriteNull"));
        ReportFault(member, attribute);
        return model;
    }

    private void ParseEntries(AnnotatedMember member, VeroAttribute attribute, ParsedMembers parsed)
    {
        EntriesModel? model = _values.Entries(member, _access.Read(member));
        ReportFault(member, attribute);
        if (model is not null)
            parsed.Entries.Add(new ParsedMember(member, model));
    }

    private void ReportFault(AnnotatedMember member, VeroAttribute attribute)
    {
        if (_values.Fault is not { } fault)
            return;

        string type = TypeText.ForMessage(member.Type);
        Location place = _places.OfAttribute(member, attribute);
        switch (fault.Kind)
        {
            case ValueFaultKind.Open when CanDefer:
                _deferred.Add(member);
                break;
            case ValueFaultKind.Open:
                Report(Descriptors.TraitType, place, member.Member.Name, type, "its type is not known here, so expose a property of a definite type");
                break;
            case ValueFaultKind.Unsupported:
                bool isDirect = fault.Text.Length == 0 || fault.Text == type;
                bool hasDedicated = !_isValue && ValueTypes.IsTimeZoneInfo(member.Type);
                Report(
                    Descriptors.TraitType, place, member.Member.Name, type,
                    isDirect ? (hasDedicated ? "use [VeroTimezone], or " : "") + fault.Advice : $"it holds '{fault.Text}'; {fault.Advice}");
                break;
            case ValueFaultKind.Unreadable when _isValue:
                break;
            case ValueFaultKind.Unreadable:
                Report(Descriptors.MemberCannotBeRead, place, member.Member.Name, $"{fault.Text}{fault.Advice}");
                break;
            case ValueFaultKind.MadeByGenerator:
                Report(Descriptors.MadeByGenerator, place, member.Member.Name, fault.Text, fault.Advice);
                break;
            default:
                _isInvalid = true;
                break;
        }
    }

    private void AdviseOnKey(AnnotatedMember member, VeroAttribute attribute, string key, bool isReserved)
    {
        // A base in this compilation is told itself; one in another assembly never reads this. The generator has nobody to tell.
        if (_report is null || (!IsOwn(member.AnnotatedIn) && _symbols.IsInThisCompilation(member.AnnotatedIn)))
            return;

        if (isReserved)
            Advise(Descriptors.ReservedKeyAsTrait, _places.OfKey(member, attribute), member.Member.Name, ReservedKeys.AttributeFor(key), key);
        else if (ReservedKeys.MisspeltBy(key) is { } meant)
            Advise(Descriptors.MisspeltReservedKey, _places.OfKey(member, attribute), member.Member.Name, key, meant, ReservedKeys.AttributeFor(meant));
    }

    private string? Key(AnnotatedMember member, VeroAttribute attribute)
    {
        string? key = member.KeyOf(attribute);
        if (key is null)
            Report(Descriptors.BlankKey, _places.OfArgument(member, attribute, 0), member.Member.Name);
        return key;
    }

    private static bool CanBeId(ITypeSymbol type)
    {
        ITypeSymbol value = ValueTypes.WithoutNullable(type);
        return ValueTypes.IsString(value) || ValueTypes.IsGuid(value) || ValueTypes.IsInteger(value);
    }

    /// <summary>The expression for the member's value, or for the value inside it when it is a value object.</summary>
    private (string? Access, ITypeSymbol? Type) Unwrap(
        AnnotatedMember member, VeroAttribute attribute, Func<ITypeSymbol, bool> fits, DiagnosticDescriptor wrongType)
    {
        if (fits(member.Type))
            return (_access.Read(member), member.Type);

        ITypeSymbol declared = ValueTypes.WithoutNullable(member.Type);
        IPropertySymbol? value = ValueTypes.ValueOf(declared, _symbols.GeneratedTrees.ContainAll);
        if (value is not null && ValueTypes.IsUnknown(value.Type))
        {
            _isInvalid = true;
            return default;
        }

        if (value is not null && fits(value.Type))
        {
            bool canBeNull = declared.IsReferenceType || ValueTypes.IsNullableValue(member.Type);
            return (_access.Read(member) + (canBeNull ? "?.Value" : ".Value"), value.Type);
        }

        if (ValueTypes.ValueOf(declared, static _ => false) is { } made && _symbols.GeneratedTrees.ContainAll(made))
        {
            Report(
                Descriptors.MadeByGenerator, _places.OfAttribute(member, attribute), member.Member.Name, $"the Value of '{TypeText.ForMessage(declared)}'",
                $"put the attribute on a property of your own, such as '{ExposedValue.Of(member.Member)!.Declaration("public", TypeText.ForMessage(made.Type))}'");
            return default;
        }

        Report(wrongType, _places.OfAttribute(member, attribute), member.Member.Name, TypeText.ForMessage(member.Type));
        return default;
    }

    private ParsedMember ReplaceOrReport(ParsedMember? known, ParsedMember added, DiagnosticDescriptor several, VeroAttribute attribute)
    {
        if (known is null || AnnotatedMembers.Shadows(added.Member.Member, known.Member.Member))
            return added;
        Report(several, _places.OfAttribute(added.Member, attribute), added.Member.Member.Name, known.Member.Member.Name);
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

    private sealed record ParsedMember(AnnotatedMember Member, MemberModel Model, string? SentKey = null);

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
