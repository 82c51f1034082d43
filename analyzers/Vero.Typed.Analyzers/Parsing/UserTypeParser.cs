using Microsoft.CodeAnalysis;
using Vero.Typed.Analyzers.Emit;
using Vero.Typed.Analyzers.Model;
using Vero.Typed.Analyzers.Rules;

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
    private bool _isInvalid;
    private bool _isDeferred;
    private bool _isBaseInvalid;
    private bool _isSilent;

    private UserTypeParser(INamedTypeSymbol type, KnownSymbols symbols, Action<Diagnostic>? report, CancellationToken ct)
    {
        _type = type;
        _symbols = symbols;
        _report = report;
        _ct = ct;
        _reach = new TypeReach(type, symbols);
        _access = new MemberAccess(type, _reach, symbols);
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

        if (_reach.Problem is { } unreachable)
        {
            Report(Descriptors.TypeCannotBeReached, _places.OfType(), TypeText.ForMessage(_type), unreachable);
            return ParseResult.Invalid;
        }

        if (!_symbols.HasUtf8Literals)
            Report(Descriptors.LanguageVersion, _places.OfType(), TypeText.ForMessage(_type));

        var madeByGenerator = new List<ISymbol>();
        List<AnnotatedMember> members = AnnotatedMembers.Collect(_type, _symbols, madeByGenerator);
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

        if (hierarchy is { HiddenMembers: { } hidden, BaseIsInvalid: false })
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

        // What is wrong with the members of an invalid base is said at the base.
        _isSilent = _isBaseInvalid;
        if (parsed.Id is null && !parsed.HasIdAttribute && !_type.IsAbstract && madeByGenerator.Count == 0)
        {
            // Perhaps the id is in a base that the compiler does not know.
            _isSilent |= HasUnknownBase();
            Report(Descriptors.IdRequired, _places.OfType(), TypeText.ForMessage(_type));
        }

        // A type that adds nothing to a base with methods of its own is served by them.
        bool isServedByBase = hierarchy.BaseHasInstanceMethods && !_reach.IsInstance;
        bool needsCode = !_isDeferred && parsed.Id is not null && !isServedByBase;
        if (needsCode && _reach.NameProblem() is { } nameTaken)
            Report(Descriptors.TypeCannotBeReached, _places.OfType(), TypeText.ForMessage(_type), nameTaken);

        if (!needsCode && !isServedByBase)
            CheckMembersForDerivedTypes(members);

        if (_isInvalid || _isBaseInvalid)
            return ParseResult.Invalid;
        HiddenMembersModel? hiddenMembers = _reach.HiddenMembers(members);
        return needsCode ? new ParseResult(ParseOutcome.Model, Model(parsed, hierarchy, hiddenMembers))
            : new ParseResult(ParseOutcome.NothingToEmit, hiddenMembers is null ? null : Mark(hiddenMembers));
    }

    // No code is made for this type, so all of it is left to derived types.
    private void CheckMembersForDerivedTypes(List<AnnotatedMember> members)
    {
        _isSilent = _isBaseInvalid;
        foreach (AnnotatedMember member in members)
        {
            if (!IsOwn(member.AnnotatedIn) || _access.ReasonNotToRead(member) is not null)
                continue;
            VeroAttribute attribute = member.Attributes[0];
            if (member.Member.DeclaredAccessibility == Accessibility.Private)
            {
                Report(
                    Descriptors.MemberCannotBeRead, _places.OfAttribute(member, attribute), member.Member.Name,
                    "is private, and code is made for derived types only: make it protected or public");
            }
            else if (IsDeferred(member) && !_type.IsAbstract && !_symbols.HasDerivedTypes(_type))
            {
                Report(
                    Descriptors.TypeParameter, _places.OfAttribute(member, attribute), member.Member.Name, TypeText.ForMessage(member.Type),
                    TypeText.ForMessage(_type));
            }
        }
    }

    // A member whose type is a type parameter is judged where the parameter is known: on the closed derived type.
    private bool IsDeferred(AnnotatedMember member) =>
        ValueTypes.IsOpen(member.Type) && (_type.IsAbstract || (_type.TypeKind == TypeKind.Class && !_type.IsSealed));

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
        Preview = Preview(parsed),
    };

    private EquatableArray<string> Preview(ParsedMembers parsed)
    {
        var preview = new JsonPreview(_type);
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
        foreach (ISymbol member in OwnMethods.InTheWay(_type, _symbols))
            Report(Descriptors.OwnMethod, _places.FirstOf(member.Locations), member.Name, TypeText.ForMessage(_type));

        // An extension method is never called where the type has inherited a method.
        if (!_reach.IsInstance && !hierarchy.BaseHasInstanceMethods && OwnMethods.InheritedInTheWay(_type, _symbols) is { } inherited)
            Report(Descriptors.OwnMethod, _places.OfType(), inherited.Name, TypeText.ForMessage(inherited.ContainingType));
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

        if (IsAmbiguous(member.Member) || attribute.Data.AttributeConstructor is null || attribute.Data.ConstructorArguments.Any(static a => a.Kind == TypedConstantKind.Error))
        {
            // Half typed: the compiler says so.
            _isInvalid = true;
            return;
        }

        if (_access.ReasonNotToRead(member) is { } reason)
        {
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

        if (IsDeferred(member))
        {
            _isDeferred = true;
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
            AllowDefault = attribute.Data.NamedArguments.Any(static a => a is { Key: "AllowDefault", Value: { Kind: TypedConstantKind.Primitive, Value: true } }),
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

        // [VeroTrait("timezone")] of a right type is the same as [VeroTimezone], range check included.
        bool isReserved = ReservedKeys.Contains(key);
        TraitValueKind? kind = isReserved ? ReservedKeys.KindOf(key, member.Type) : ValueTypes.TraitKindOf(member.Type, _symbols);
        if (kind is null)
        {
            if (isReserved)
            {
                Report(
                    Descriptors.ReservedKeyType, _places.OfKey(member, attribute), member.Member.Name, TypeText.ForMessage(member.Type),
                    key, ReservedKeys.Requirement(key));
            }
            else
            {
                Report(
                    Descriptors.TraitType, _places.OfAttribute(member, attribute), member.Member.Name, TypeText.ForMessage(member.Type),
                    ValueTypes.AdviceFor(member.Type, _symbols));
            }

            return;
        }

        string sentKey = JsonText.Escape(key);
        if (Trait(member.Member.Name, _access.Read(member), $",\"{sentKey}\":", kind.Value, member.Type) is not { } model)
            return;

        int known = parsed.Data.FindIndex(m => m.SentKey == sentKey);
        var added = new ParsedMember(member, model, sentKey);
        if (known >= 0 && !Shadows(added.Member.Member, parsed.Data[known].Member.Member))
        {
            Report(Descriptors.DuplicateKey, _places.OfKey(member, attribute), member.Member.Name, parsed.Data[known].Member.Member.Name, key);
            return;
        }

        if (known < 0)
            parsed.Data.Add(added);
        else
            parsed.Data[known] = added;
        if (attribute.Kind == VeroAttributeKind.Trait)
            AdviseOnKey(member, attribute, key, isReserved);
    }

    private void ParseEntries(AnnotatedMember member, VeroAttribute attribute, ParsedMembers parsed)
    {
        if (ValueTypes.EntryValueOf(ValueTypes.WithoutNullable(member.Type)) is not { } value)
        {
            Report(
                Descriptors.TraitType, _places.OfAttribute(member, attribute), member.Member.Name, TypeText.ForMessage(member.Type),
                "[VeroData] goes on a dictionary with keys of type string");
            return;
        }

        TraitValueKind? kind = value.TypeKind == TypeKind.Dynamic || value.SpecialType == SpecialType.System_Object
            ? TraitValueKind.RunTime
            : ValueTypes.TraitKindOf(value, _symbols);
        if (kind is null)
        {
            Report(
                Descriptors.TraitType, _places.OfAttribute(member, attribute), member.Member.Name, TypeText.ForMessage(member.Type),
                $"of its values, {ValueTypes.AdviceFor(value, _symbols)}");
            return;
        }

        // Behind dynamic the compiler would bind the call at run time, which a ref struct does not allow.
        string access = value.TypeKind == TypeKind.Dynamic ? "(object)__entry.Value" : "__entry.Value";
        if (Trait(member.Member.Name, access, "", kind.Value, value) is not { } model)
            return;

        ITypeSymbol dictionary = ValueTypes.WithoutNullable(member.Type);
        parsed.Entries.Add(new ParsedMember(member, new EntriesModel
        {
            MemberName = member.Member.Name,
            Access = _access.Read(member),
            Pattern = ValueTypes.IsImmutableArray(dictionary) ? "{ IsDefault: false }" : "{ }",
            EnumerableCast = ValueTypes.EnumerableCast(dictionary),
            Value = model,
        }));
    }

    private TraitModel? Trait(string memberName, string access, string keyJson, TraitValueKind kind, ITypeSymbol type)
    {
        ITypeSymbol value = ValueTypes.WithoutNullable(type);
        if (kind == TraitValueKind.Enum && ValueTypes.HasAmbiguousNames(value))
        {
            _isInvalid = true;
            return null;
        }

        string enumCast = kind == TraitValueKind.Enum ? ValueTypes.EnumCast(value, _symbols) : "";
        return new TraitModel
        {
            MemberName = memberName,
            Access = access,
            KeyJson = keyJson,
            LeadingJson = kind switch
            {
                TraitValueKind.Timezone => "",
                TraitValueKind.Text or TraitValueKind.Bytes => keyJson + "\"",
                _ => keyJson,
            },
            Kind = kind,
            CanBeNull = kind is TraitValueKind.Boolean or TraitValueKind.Enum && ValueTypes.IsNullableValue(type),
            EnumCast = enumCast,
            EnumValues = kind == TraitValueKind.Enum
                ? new EquatableArray<EnumValueModel>(ValueTypes.EnumValues(value, enumCast.Length > 0))
                : default,
        };
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
                $"put the attribute on a property of your own that returns {member.Member.Name}.Value, such as 'public {TypeText.ForMessage(made.Type)} Vero{member.Member.Name} => {member.Member.Name}.Value;'");
            return default;
        }

        Report(wrongType, _places.OfAttribute(member, attribute), member.Member.Name, TypeText.ForMessage(member.Type));
        return default;
    }

    private ParsedMember ReplaceOrReport(ParsedMember? known, ParsedMember added, DiagnosticDescriptor several, VeroAttribute attribute)
    {
        if (known is null || Shadows(added.Member.Member, known.Member.Member))
            return added;
        Report(several, _places.OfAttribute(added.Member, attribute), added.Member.Member.Name, known.Member.Member.Name);
        return known;
    }

    private static bool Shadows(ISymbol member, ISymbol other) => member.Name == other.Name
        && !SymbolEqualityComparer.Default.Equals(member.ContainingType, other.ContainingType);

    private bool HasUnknownBase()
    {
        INamedTypeSymbol? current = _type;
        while (current is { TypeKind: not TypeKind.Error })
            current = current.BaseType;
        return current is not null;
    }

    // No name yet, or a name that two members have: the compiler says so, and code that reads it would only add errors.
    private static bool IsAmbiguous(ISymbol member) => member.Name.Length == 0
        || (member is not IPropertySymbol { IsIndexer: true } && member.ContainingType.GetMembers(member.Name).Length > 1);

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
