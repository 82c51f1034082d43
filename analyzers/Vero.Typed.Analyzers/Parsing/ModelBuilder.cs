using Microsoft.CodeAnalysis;
using Vero.Typed.Analyzers.Model;
using Vero.Typed.Analyzers.Parsing.Values;
using Vero.Typed.Analyzers.Symbols;

namespace Vero.Typed.Analyzers.Parsing;

/// <summary>From facts to the model that the emitter prints.</summary>
internal sealed class ModelBuilder
{
    private readonly TypeFacts _facts;
    private readonly Dictionary<ShapeFacts, int> _numbers = [];
    private readonly List<ValueMethodModel?> _methods = [];

    private ModelBuilder(TypeFacts facts) => _facts = facts;

    /// <summary>The file of a type; null where there is nothing to print, as where the facts are invalid.</summary>
    public static FileModel? Build(TypeFacts facts, CancellationToken ct)
    {
        if (facts.Outcome == TypeOutcome.Invalid)
            return StubReason.Of(facts, ct) is { } reason ? File(facts) with { Stub = new ModelBuilder(facts).Stub(reason) } : null;
        bool hasMethods = facts.Outcome == TypeOutcome.Methods;
        UserModel? user = hasMethods && facts.Event is null ? new ModelBuilder(facts).User() : null;
        EventModel? happened = hasMethods && facts.Event is { } read ? new ModelBuilder(facts).Event(read) : null;
        HiddenMembersModel? hidden = HiddenMembersOf(facts);
        return user is null && happened is null && hidden is null
            ? null
            : File(facts) with { HiddenMembers = hidden, User = user, Event = happened };
    }

    private static FileModel File(TypeFacts facts) =>
        new() { MetadataName = TypeText.MetadataName(facts.Type), HiddenMembers = null, User = null, Event = null, Stub = null };

    private StubModel Stub(string reason)
    {
        // The methods of an event may be called before it says which user it belongs to.
        IEnumerable<GeneratedMethod> methods = _facts.Event is null ? GeneratedMethod.OfUsers : GeneratedMethod.OfEvents.Concat(GeneratedMethod.OfUserEvents);
        TargetModel target = _facts.Obstacle == Obstacle.NotAMap ? BesideMap() : Target();
        return new StubModel
        {
            Target = target with { Instance = target.Instance is { } instance ? instance with { Interface = null } : null },
            Reason = reason,
            Methods = new EquatableArray<StubMethodModel>(methods
                .Where(CanBeStub)
                .Select(static method => new StubMethodModel(
                    method.ReturnType, method.Name, TakesWriter: method.Parameters.Contains(GeneratedMethod.Buffer), TakesUser: method.Parameters.Contains(GeneratedMethod.Identity)))),
            IsHiding = _facts.Type.TypeKind == TypeKind.Class && _facts.Type.BaseType is { SpecialType: SpecialType.None },
            Conversions = new EquatableArray<string>(target.Instance is null || _facts.Base.HasInstanceMethods ? [] : ConversionsOfStub()),
        };
    }

    // A call of an override is one of the base's method, which does not say why.
    private bool CanBeStub(GeneratedMethod method) =>
        !OwnMethods.InTheWay(_facts.Type, _facts.Subject, [method], _facts.PlaceOf, _facts.Symbols).Any() && !OwnMethods.MustOverride(_facts.Type, method, _facts.Symbols);

    // A call that takes the interface, as IdentifyAsync does, also takes one of these, and says then why that cannot be. To implement the interface
    // would hide the reason until the program runs.
    private IEnumerable<string> ConversionsOfStub() => (_facts.Event is null ? [GeneratedMethod.IdentifyRequest, GeneratedMethod.Identity] : new[] { GeneratedMethod.TrackRequest })
        .Where(type => !_facts.Type.GetMembers().OfType<IMethodSymbol>().Any(method => method.MethodKind == MethodKind.Conversion && method.ReturnType.Name == type));

    // A class that cannot be a map has no place for methods.
    private TargetModel BesideMap() => new()
    {
        Namespace = TypeText.Namespace(_facts.Type),
        DisplayName = TypeText.ForRunTime(_facts.Subject),
        Instance = null,
        Extension = Extension() with
        {
            ClassName = CSharpText.Identifier(_facts.Reach.ExtensionClassName),
            IsPublic = false,
            IsMap = false,
            IsExtension = true,
            TypeParameters = "",
            Constraints = "",
        },
    };

    private UserModel User() => new()
    {
        Target = Target(),
        Id = Id(_facts.Members.Id!),
        Email = _facts.Members.Email is { } email ? Email(email) : null,
        Channels = new EquatableArray<ChannelModel>(_facts.Members.Channels.Select(Channel)),
        Data = Data(),
    };

    private EventModel Event(EventFacts happened) => new()
    {
        Target = Target(),
        Name = happened.Name,
        Source = happened.Source,
        Id = _facts.Members.Id is { } id ? Id(id) : null,
        Email = _facts.Members.Email is { } email ? Email(email) : null,
        CreatedAt = _facts.Members.CreatedAt is { } at ? CreatedAt(at) : null,
        Data = Data(),
    };

    private CreatedAtModel CreatedAt(CreatedAtFacts at) => new()
    {
        MemberName = at.Name,
        Access = at.Read,
        Source = Source(at),
        IsOptional = ValueTypes.SaysItCanBeNull(at.Source.Declared),
        IsDateTime = at.IsDateTime,
        Unspecified = SerializationOptions.MeaningOfUnspecified(_facts.Type),
    };

    private TargetModel Target() => new()
    {
        Namespace = TypeText.Namespace(_facts.Type),
        DisplayName = TypeText.ForRunTime(_facts.Subject),
        Instance = _facts.Reach.IsInstance && !_facts.IsMap ? Instance() : null,
        Extension = _facts.Reach.IsInstance && !_facts.IsMap ? null : Extension(),
    };

    private InstanceModel Instance() => new()
    {
        Declarations = new EquatableArray<string>(_facts.Reach.Chain.Select(TypeText.PartialDeclaration)),
        SelfType = CSharpText.Identifier(_facts.Type.Name) + TypeText.TypeParameterList(_facts.Type.TypeParameters),
        Interface = Interface(),
        Inheritance = _facts.Type.IsSealed || _facts.Type.IsValueType ? MethodInheritance.None : MethodInheritance.Virtual,
        Overrides = new EquatableArray<string>(_facts.Methods
            .Where(_facts.IsOverride)
            .Select(static method => method.Key)),
    };

    private string? Interface()
    {
        if (_facts.Event is null)
            return _facts.Base.HasInstanceMethods ? null : "IVeroUser";
        bool addsIdentity = _facts.Members.Id is not null && !_facts.Base.HasIdentity;
        return addsIdentity ? "IVeroUserEvent" : _facts.Base.HasInstanceMethods ? null : "IVeroEvent";
    }

    private ExtensionModel Extension() => new()
    {
        ClassName = CSharpText.Identifier(_facts.IsMap ? _facts.Type.Name : _facts.Reach.ExtensionClassName),
        IsPublic = _facts.Reach.IsPublic,
        TypeParameters = TypeText.TypeParameterList(_facts.Reach.TypeParameters),
        Constraints = TypeText.Constraints(_facts.Reach.TypeParameters),
        ReceiverType = TypeText.Qualified(_facts.Subject),
        ReceiverName = _facts.Reach.Free(_facts.Event is null ? "user" : "item"),
        UserName = _facts.Reach.Free("user"),
        WriterName = _facts.Reach.Free("writer"),
        ReceiverCanBeNull = _facts.Subject.IsReferenceType,
        IsMap = _facts.IsMap,
        IsExtension = !_facts.IsMap || _facts.Symbols.Maps.HasExtensions(_facts.Subject),
    };

    // Where a derived type or a user with such a value would miss them.
    private static HiddenMembersModel? HiddenMembersOf(TypeFacts facts)
    {
        if (!TypeReach.IsSeenElsewhere(facts.Type, facts.Symbols))
            return null;

        List<AnnotatedMember> hidden = facts.Annotated.Members
            .Where(static m => m.Member.DeclaredAccessibility is Accessibility.Private or Accessibility.Internal or Accessibility.ProtectedAndInternal).ToList();
        List<AnnotatedMember> traits = hidden.FindAll(static m => m.IsPart);
        bool isMissed = traits.Count > 0 || (hidden.Count > 0 && facts.Type is { TypeKind: TypeKind.Class, IsSealed: false });
        return isMissed ? new HiddenMembersModel(Names(hidden), Names(traits)) : null;

        static string Names(List<AnnotatedMember> members) => string.Join(HiddenMembers.NameSeparator, members.Select(static m => m.Name));
    }

    private IdModel Id(IdFacts id) => new()
    {
        MemberName = id.Name,
        Access = id.Value.Way.Of(id.Read),
        Source = Source(id),
        IsOptional = false,
        AllowDefault = id.AllowsDefault,
        Prefix = id.Prefix,
        IsText = ValueTypes.IsString(id.Value.Type),
    };

    private EmailModel Email(EmailFacts email) => new()
    {
        MemberName = email.Name,
        Access = email.Value.Way.Of(email.Read),
        Source = Source(email),
        IsOptional = email.SaysItCanBeNull,
    };

    private ChannelModel Channel(ChannelFacts channel) => new()
    {
        MemberName = channel.Name,
        Access = channel.Read,
        Source = Source(channel),
        IsOptional = channel.IsCollection || channel.Source.Projection is not null || ValueTypes.SaysItCanBeNull(channel.Source.Declared),
        Type = channel.ChannelType,
        Platform = channel.Platform,
        IsCollection = channel.IsCollection,
        MayBeDefault = channel.IsCollection && ValueTypes.IsImmutableArray(ValueTypes.WithoutNullable(channel.Type)),
        Loops = channel.Source.Projection is { } projection ? new EquatableArray<LoopModel>(projection.Loops.Prepend(projection.Value).Select(Loop)) : default,
    };

    private DataModel Data()
    {
        var members = new EquatableArray<TraitModel>(_facts.Members.Data.Select(trait => Trait(trait, within: null)));
        var entries = new EquatableArray<EntriesModel>(_facts.Members.Entries.Select(entries => Entries(entries, within: null)));
        return new DataModel
        {
            Members = members,
            Entries = entries,
            ValueMethods = new EquatableArray<ValueMethodModel>(_methods.Select(static method => method!)),
            Steps = new EquatableArray<StepModel>(_facts.Steps),
            UnspecifiedMeans = SerializationOptions.MeaningOfUnspecified(_facts.Type) is var meaning && meaning != "AsIs" ? meaning : null,
            SendsStrings = SerializationOptions.SendsStrings(_facts.Type),
        };
    }

    private TraitModel Trait(TraitFacts trait, string? within)
    {
        TraitModel value = Value(trait.Value, trait.Read, trait.WritesNull);
        return value with
        {
            MemberName = trait.Source.Constant is null ? trait.Name : trait.Key,
            Source = within is null ? Source(trait) : "",
            IsOptional = trait.SaysItCanBeNull && !(trait.WritesNull && trait.Value.MayBeNothing),
            Key = trait.Key,
            Within = CanFail(value.Kind) || StepMethods.AreCalledIn(value.Access) ? within : null,
        };
    }

    private static bool CanFail(TraitValueKind kind) =>
        kind is TraitValueKind.FloatingPoint or TraitValueKind.Enum or TraitValueKind.Json or TraitValueKind.JsonText or TraitValueKind.Method or TraitValueKind.Flags or TraitValueKind.EnumAtRunTime;

    // Behind dynamic the compiler would bind the call at run time, which a ref struct does not allow.
    private EntriesModel Entries(EntriesFacts entries, string? within) => new()
    {
        MemberName = entries.Name,
        Access = entries.Read,
        KeyAccess = entries.KeyRead,
        Source = within is null ? Source(entries) : "",
        IsOptional = true,
        Within = within,
        Pattern = PatternOf(entries.Dictionary),
        EnumerableCast = ValueTypes.EnumerableCast(entries.Dictionary),
        Value = Value(entries.Value, entries.Value.Type.TypeKind == TypeKind.Dynamic ? "(object)__entry.Value" : "__entry.Value", writesNull: false),
    };

    private TraitModel Value(ValueFacts value, string read, bool writesNull)
    {
        ITypeSymbol written = ValueTypes.WithoutNullable(value.Type);
        string enumCast = value.Kind == TraitValueKind.Enum ? EnumTypes.EnumCast(written, _facts.Symbols) : "";
        return new TraitModel
        {
            MemberName = "",
            Access = value is { Constant: { Length: > 0 } constant } ? constant : value.Way.Of(read),
            Source = "",
            IsOptional = false,
            Key = "",
            Kind = value.Kind,
            WritesNull = writesNull && value.MayBeNothing,
            CanBeNull = value.IsNullable,
            EnumCast = enumCast,
            EnumValues = value.Kind switch
            {
                TraitValueKind.Enum => new EquatableArray<EnumValueModel>(EnumTypes.EnumValues(written, enumCast.Length > 0)),
                TraitValueKind.EnumAtRunTime when EnumTypes.IsSentByName(written) => new EquatableArray<EnumValueModel>(EnumTypes.AllNames(written)),
                _ => default,
            },
            Method = value.Shape is { } shape ? Number(shape) : 0,
            Within = null,
        };
    }

    // A method is numbered before those that it calls.
    private int Number(ShapeFacts shape)
    {
        if (_numbers.TryGetValue(shape, out int known))
            return known;

        int number = _methods.Count;
        _numbers.Add(shape, number);
        _methods.Add(null);
        _methods[number] = Method(shape);
        return number;
    }

    private ValueMethodModel Method(ShapeFacts shape)
    {
        ITypeSymbol value = ValueTypes.WithoutNullable(shape.Type);
        bool isFlags = shape.Kind == ValueMethodKind.Flags;
        return new ValueMethodModel
        {
            Kind = shape.Kind,
            ParameterType = isFlags ? "ulong?" : TypeText.Qualified(shape.Type),
            Pattern = !isFlags && IsAlwaysThere(shape.Type) ? "" : PatternOf(value),
            EnumerableCast = shape.Item is null ? "" : ValueTypes.EnumerableCast(value),
            Members = shape switch
            {
                { Item: { } item } => new EquatableArray<TraitModel>([Value(item, shape.ItemRead ?? (shape.Kind == ValueMethodKind.Array ? PathReader.ItemName : "__entry.Value"), writesNull: true)]),
                { Members: { } members } => new EquatableArray<TraitModel>(members.Data.Select(trait => Trait(trait, $"{value.Name}.{trait.Name}"))),
                _ => default,
            },
            Entries = shape.Members is { } parts ? new EquatableArray<EntriesModel>(parts.Entries.Select(entries => Entries(entries, $"{value.Name}.{entries.Name}"))) : default,
            KeyAccess = shape.KeyRead,
            Loops = new EquatableArray<LoopModel>(shape.Loops.Select(Loop)),
            Flags = isFlags ? new EquatableArray<FlagModel>(EnumTypes.Flags(value)) : default,
        };
    }

    // The compiler refuses to ask whether a struct is not there.
    private static bool IsAlwaysThere(ITypeSymbol type) => type.IsValueType && !ValueTypes.IsNullableValue(type) && !ValueTypes.MayBeUnset(type);

    // An ImmutableArray or ArraySegment that was never assigned throws when it is enumerated.
    private static string PatternOf(ITypeSymbol type) =>
        ValueTypes.IsImmutableArray(type) ? "{ IsDefault: false }" : ValueTypes.IsArraySegment(type) ? "{ Array: not null }" : "{ }";

    private static LoopModel Loop(PathValue collection)
    {
        ITypeSymbol type = ValueTypes.WithoutNullable(collection.Type);
        return new LoopModel(collection.Access, PatternOf(type), ValueTypes.EnumerableCast(type));
    }

    private string Source(MemberFacts facts)
    {
        AnnotatedMember member = facts.Member;
        if (facts.Source.Constant is not null)
            return "";
        string name = facts.Name == member.Name ? CSharpText.Identifier(member.Name) : facts.Name;
        INamedTypeSymbol declaredIn = member.IsOnType ? member.AnnotatedIn : member.Member.ContainingType;
        return SymbolEqualityComparer.Default.Equals(declaredIn, _facts.Type) ? name : $"{declaredIn.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}.{name}";
    }
}
