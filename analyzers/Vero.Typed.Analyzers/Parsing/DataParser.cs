using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Vero.Typed.Analyzers.Model;
using Vero.Typed.Analyzers.Parsing.Values;
using Vero.Typed.Analyzers.Symbols;

namespace Vero.Typed.Analyzers.Parsing;

/// <summary>
/// Reads traits, dictionaries and nested objects of one user or event: a member is read by the same code wherever it stands.
/// </summary>
internal sealed class DataParser
{
    private readonly INamedTypeSymbol _owner;
    private readonly TypeReach _reach;
    private readonly KnownSymbols _symbols;
    private readonly CancellationToken _ct;
    private readonly StepMethods _steps;
    private readonly SourceReader _sources;
    private readonly Dictionary<ITypeSymbol, ShapeFacts> _shapes = new(SymbolEqualityComparer.Default);

    public DataParser(INamedTypeSymbol owner, TypeReach reach, StepMethods steps, KnownSymbols symbols, CancellationToken ct)
    {
        _owner = owner;
        _reach = reach;
        _symbols = symbols;
        _ct = ct;
        _steps = steps;
        _sources = new SourceReader(reach, steps, symbols);
    }

    /// <summary>What the attribute of a member sends, or what keeps it from being sent.</summary>
    public (SourceFacts Source, Fault? Fault) Source(AnnotatedMember member, MemberScope scope)
    {
        if (FaultOf(member, scope) is { } fault)
            return (new SourceFacts(member.Name, "", member.Type), fault);
        (SourceFacts source, Fault? wrong) = _sources.Read(member, scope);
        return (source, wrong ?? (ValueTypes.IsUnknown(source.Type) ? Fault.SaidElsewhere : null));
    }

    /// <summary>The same value behind the converter that there is for it.</summary>
    public (SourceFacts Source, Fault? Fault) Converted(SourceFacts source, MemberScope scope)
    {
        (IMethodSymbol? converter, Fault? fault) = source.Converter is { } own
            ? Fits(own, source.Type) ? (own, null) : (null, DoesNotTake(own, source.Type))
            : ConverterOf(source.Type, converter: null);
        if (converter is null)
            return (source, fault);
        (string before, string after, ITypeSymbol result) = _steps.Convert(converter, source.Type, scope.TextFor(source.Name));
        bool givesNull = !ConverterTable.TakesNull(converter) && ValueTypes.SaysItCanBeNull(source.Declared);
        ITypeSymbol declared = givesNull ? PathReader.NullableOf(converter.ReturnType, _symbols.Compilation) : converter.ReturnType;
        return (source with { Read = before + source.Read + after, Type = result, Declared = declared }, null);
    }

    /// <summary>What keeps a member from being sent, whatever its attribute says; null when nothing does.</summary>
    private Fault? FaultOf(AnnotatedMember member, MemberScope scope)
    {
        if (AnnotatedTypeReader.IsAmbiguous(member.Member) || member.Attributes[0].IsHalfTyped)
            return Fault.SaidElsewhere;

        if (scope.Access.ReasonNotToRead(member, out bool isAccessibility) is { } reason && !(scope.IsReadElsewhere && isAccessibility))
        {
            return scope.CanDefer && isAccessibility && ValueTypes.MentionsTypeParameter(member.Type)
                ? Fault.Open
                : new Fault(isAccessibility ? FaultKind.Inaccessible : FaultKind.CannotBeRead, reason);
        }

        if (member.IsOnType)
            return null;
        if (scope.Access.IsHiddenByGenerator(member.Member))
            return HiddenByGenerator(member, scope);
        if (ValueTypes.IsUnknown(member.Type))
            return Fault.SaidElsewhere;
        if (_symbols.GeneratedTrees.ContainAll(ValueTypes.WithoutNullable(member.Type)))
            return MadeByGenerator;
        return scope.CanDefer && ValueTypes.IsOpen(member.Type) ? Fault.Open : null;
    }

    /// <summary>Reads a trait, a reserved key or a dictionary that <see cref="Source"/> says nothing against.</summary>
    public MemberFacts Read(AnnotatedMember member, SourceFacts source, MemberScope scope)
    {
        Trail trail = scope.Trail.Follow($"{NearestName(scope.Trail)}.{source.Name}") with { MemberText = scope.TextFor(source.Name), Converter = source.Converter };
        return member.Attributes[0].Kind == VeroAttributeKind.Data ? Entries(member, source, trail) : Trait(member, source, scope, trail);
    }

    /// <summary>Why values of a type cannot be sent: the end of a message; null when they can, or when the compiler or another rule says more.</summary>
    public static string? ReasonNotToSend(ITypeSymbol type, INamedTypeSymbol owner, KnownSymbols symbols, CancellationToken ct)
    {
        var reach = new TypeReach(owner, symbols);
        var parser = new DataParser(owner, reach, new StepMethods(reach, symbols), symbols, ct);
        return parser.Classify(type, default, Trail.From(owner), isConverted: true).Fault is { Kind: FaultKind.Unsupported } fault ? fault.Advice : null;
    }

    private static Fault MadeByGenerator { get; } = new(
        FaultKind.MadeByGenerator, "its type", "expose a property of a type that you write yourself or that the framework has");

    private Fault HiddenByGenerator(AnnotatedMember member, MemberScope scope)
    {
        // A value with attributes of its own says it itself.
        if (scope.IsPart && scope.Access.Object.Type is INamedTypeSymbol value && _symbols.IsInThisCompilation(value) && AnnotatedTypeReader.HasOwn(value, _symbols))
            return Fault.SaidElsewhere with { SaidAt = value.OriginalDefinition };
        string hidden = $"'{TypeText.ForMessage(member.Member.ContainingType)}.{member.Name}'";
        return new Fault(FaultKind.MadeByGenerator, $"a member that hides {hidden}", $"rename one of them, or override {hidden} yourself") { IsOfOwner = true };
    }

    private static Fault MadeByGeneratorFor(GeneratedConverter converter)
    {
        string name = StepMethods.NameOf(converter.Method);
        return converter.ListedOn is { } target
            ? new Fault(FaultKind.MadeByGenerator, $"the [VeroConverters] that lists '{name}'", "write the attribute yourself") { IsOfOwner = target is INamedTypeSymbol }
            : new Fault(FaultKind.MadeByGenerator, $"its converter '{name}'", "write a converter of your own, which may call it");
    }

    private static string NearestName(Trail trail)
    {
        Trail? current = trail;
        while (current is { Type: null })
            current = current.Outer;
        return current!.Type!.Name;
    }

    private TraitFacts Trait(AnnotatedMember member, SourceFacts source, MemberScope scope, Trail trail)
    {
        VeroAttribute attribute = member.Attributes[0];
        bool writesNull = attribute.Flag("WriteNull");
        if (member.KeyOf(attribute) is not { } key)
            return Faulty("", new Fault(FaultKind.BlankKey));

        // [VeroTrait("timezone")] of a right type is the same as [VeroTimezone], range check included.
        bool isReserved = ReservedKeyTable.Contains(key, scope.IsEvent) && (scope.HasReservedKeys || attribute.Kind != VeroAttributeKind.Trait);
        if (!isReserved)
        {
            if (attribute.Flag("Json"))
                return JsonText(member, source, key, writesNull, scope);
            ValueFacts value = ValueOf(source, trail);
            if (attribute.Flag("WriteDefault") && value.Fault is null)
            {
                if (value.Kind != TraitValueKind.Date)
                    return Faulty(key, Fault.Option("WriteDefault", $"it is for a date that was never set, and not for '{TypeText.ForMessage(source.Type)}'"));
                value = value with { Kind = TraitValueKind.Text };
            }

            return new TraitFacts(member, source, key, IsReserved: false, value, writesNull) { Fault = value.Fault };
        }

        if (source.Constant is { } constant)
        {
            return ReservedConstant(key, constant) is { } value
                ? new TraitFacts(member, source, key, IsReserved: true, value, WritesNull: false)
                : Faulty(key, new Fault(FaultKind.ReservedKeyType));
        }

        (SourceFacts converted, Fault? fault) = Converted(source, scope);
        if (fault is not null)
            return Faulty(key, fault);
        bool isZoneId = attribute.Kind == VeroAttributeKind.Timezone && attribute.Flag("Id");
        if (isZoneId && !ValueTypes.IsString(converted.Type))
            return Faulty(key, Fault.Option("Id", $"it is for the id of a time zone, a string, and not for '{TypeText.ForMessage(converted.Type)}'"));
        if ((isZoneId ? TraitValueKind.TimezoneId : ReservedKeyTable.KindOf(key, converted.Type)) is not { } kind)
            return Faulty(key, new Fault(FaultKind.ReservedKeyType));
        return writesNull
            ? Faulty(key, new Fault(FaultKind.ReservedKeyNull))
            : new TraitFacts(member, converted, key, IsReserved: true, new ValueFacts(kind, converted.Type), WritesNull: false);

        TraitFacts Faulty(string key, Fault fault) => new(member, source, key, ReservedKeyTable.Contains(key), ValueFacts.Faulty(source.Type, fault), writesNull) { Fault = fault };
    }

    // What is wrong with it is judged at run time as well, by the same code as the value of a member.
    private static ValueFacts? ReservedConstant(string key, TypedConstant constant) => constant is { Type: { } type, Value: { } value } && ReservedKeyTable.KindOf(key, type) is { } kind
        ? new ValueFacts(kind, type) { Constant = value is string text ? CSharpText.Literal(text) : ConstantText.Number(constant) }
        : null;

    // Text that holds JSON is what is there after all has been converted.
    private TraitFacts JsonText(AnnotatedMember member, SourceFacts declared, string key, bool writesNull, MemberScope scope)
    {
        (SourceFacts source, Fault? fault) = Converted(declared, scope);
        if (fault is null && (source.Projection is not null || !ValueTypes.IsString(source.Type)))
            fault = Fault.Option("Json", $"it is for text that holds JSON, a string, and not for '{TypeText.ForMessage(source.Type)}'");
        return new TraitFacts(member, source, key, IsReserved: false, new ValueFacts(TraitValueKind.JsonText, source.Type), writesNull) { Fault = fault };
    }

    private ValueFacts ValueOf(SourceFacts source, Trail trail)
    {
        if (source.Constant is { } constant)
        {
            if (constant is { Kind: TypedConstantKind.Enum, Type: { } enumType } && EnumTypes.IsNamedAtRunTime(enumType) && _symbols.CanBeNamed(enumType))
                return new ValueFacts(TraitValueKind.EnumAtRunTime, enumType) { Constant = $"({TypeText.Qualified(enumType)})({ConstantText.Number(constant)})" };
            TraitValueKind kind = constant.Value is double or float ? TraitValueKind.FloatingPoint : TraitValueKind.Constant;
            return new ValueFacts(kind, constant.Type ?? source.Type) { Constant = ConstantText.Of(constant) ?? "null" };
        }

        ValueFacts value = source.Projection is { } projection ? Projected(projection, trail) : Classify(source.Type, default, trail);
        return source.Converter is { } named && !value.UsesMemberConverter && value.Fault is null or { Kind: FaultKind.Unsupported }
            ? ValueFacts.Faulty(source.Type, DoesNotTake(named, source.Type))
            : value;
    }

    private ValueFacts Projected(PathTarget projection, Trail trail)
    {
        ITypeSymbol collection = projection.Value.Type;
        ValueFacts item = Classify(projection.Item!.Type, default, trail.IntoMethod());
        if (item.Fault is { } fault)
            return ValueFacts.Faulty(collection, fault);
        var shape = new ShapeFacts(ValueMethodKind.Array, collection, item) { ItemRead = projection.Item.Access, Loops = projection.Loops };
        return new ValueFacts(TraitValueKind.Method, collection, default, shape) { UsesMemberConverter = item.UsesMemberConverter };
    }

    private EntriesFacts Entries(AnnotatedMember member, SourceFacts source, Trail trail)
    {
        ITypeSymbol dictionary = ValueTypes.WithoutNullable(source.Type);
        string? keyRead = null;
        Fault? fault = null;
        if (source.Projection is null && ValueTypes.EntryOf(dictionary) is ({ } key, { } held))
        {
            (keyRead, fault) = KeyOf(key, trail);
            if (keyRead is not null)
            {
                ValueFacts value = IsOfAnyType(held)
                    ? new ValueFacts(TraitValueKind.RunTime, held)
                    : Inside(dictionary, trail, trail => Classify(held, default, trail));
                return new EntriesFacts(member, source, dictionary, value) { KeyRead = keyRead, Fault = value.Fault };
            }
        }

        fault ??= ValueTypes.IsOpen(source.Type)
            ? Fault.Open
            : Fault.Unsupported(TypeText.ForMessage(source.Type), TypeAdvice.ForEntries(dictionary));
        return new EntriesFacts(member, source, dictionary, ValueFacts.Faulty(source.Type, fault)) { Fault = fault };
    }

    /// <summary>The key of an entry as text; null where it cannot be.</summary>
    private (string? Read, Fault? Fault) KeyOf(ITypeSymbol key, Trail trail)
    {
        const string Key = "__entry.Key";
        (IMethodSymbol? converter, Fault? fault) = ConverterOf(key, trail.Converter);
        if (fault is not null)
            return (null, fault);
        if (converter is not null)
        {
            (string before, string after, ITypeSymbol result) = _steps.Convert(converter, key, trail.MemberText);
            string converted = before + Key + after;
            ITypeSymbol text = ValueTypes.WithoutNullable(result);
            string conditional = ValueTypes.IsNullableValue(result) ? "?" : "";
            string? read = ValueTypes.IsString(text) ? converted
                : ValueTypes.IsInteger(text) ? $"{converted}{conditional}.ToString(global::System.Globalization.CultureInfo.InvariantCulture)"
                : ValueTypes.IsGuid(text) ? $"{converted}{conditional}.ToString()"
                : null;
            return (read, null);
        }

        if (ValueTypes.IsString(key))
            return (Key, null);
        if (!EnumTypes.IsSentByName(key) || EnumTypes.HasAmbiguousNames(key))
            return (null, null);

        if (EnumTypes.IsNamedAtRunTime(key))
            return ($"__json.NameOf({Key}, {trail.MemberText})", null);
        string cast = EnumTypes.EnumCast(key, _symbols);
        IEnumerable<string> arms = EnumTypes.EnumValues(key, byNumber: cast.Length > 0).Select(static value => $"{value.Pattern} => {CSharpText.Literal(value.Name)}, ");
        return ($"({cast}{Key}) switch {{ {string.Concat(arms)}_ => throw __json.UndefinedEnumValue({trail.MemberText}) }}", null);
    }

    private (IMethodSymbol? Converter, Fault? Fault) ConverterOf(ITypeSymbol type, IMethodSymbol? converter)
    {
        if (converter is not null && Fits(converter, type))
            return (converter, null);
        if (_symbols.Converters.Generated(type, _owner) is { } generated && _reach.CanRead(generated.Method))
            return (null, MadeByGeneratorFor(generated));
        IReadOnlyList<IMethodSymbol> found = _symbols.Converters.Of(type, _owner);
        if (found.Count > 1)
        {
            return (null, new Fault(
                FaultKind.Converter, $"for '{TypeText.ForMessage(ValueTypes.WithoutNullable(type))}'",
                $"several methods convert it: {string.Join(", ", found.Select(StepMethods.NameOf))}"));
        }

        return (found.Count == 1 && _reach.CanRead(found[0]) ? found[0] : null, null);
    }

    private bool Fits(IMethodSymbol converter, ITypeSymbol type)
    {
        ITypeSymbol parameter = ValueTypes.WithoutNullable(converter.Parameters[0].Type);
        ITypeSymbol value = ValueTypes.WithoutNullable(type);
        return SymbolEqualityComparer.Default.Equals(parameter, value)
            || ((CSharpCompilation)_symbols.Compilation).ClassifyConversion(value, parameter) is { IsImplicit: true, IsReference: true };
    }

    private static Fault DoesNotTake(IMethodSymbol converter, ITypeSymbol type) => new(
        FaultKind.Converter, $"for '{TypeText.ForMessage(type)}'", $"'{converter.Name}' takes '{TypeText.ForMessage(converter.Parameters[0].Type)}'") { NamedArgument = "Converter" };

    /// <param name="type">The type of the value.</param>
    /// <param name="way">What leads to the value from the member, such as <c>?.Value</c>.</param>
    /// <param name="trail">The way to it.</param>
    /// <param name="isConverted">Whether it is the result of a converter, which is not converted again.</param>
    private ValueFacts Classify(ITypeSymbol type, Way way, Trail trail, bool isConverted = false)
    {
        _ct.ThrowIfCancellationRequested();
        ITypeSymbol value = ValueTypes.WithoutNullable(type);
        if (ValueTypes.IsUnknown(type) || (value.TypeKind == TypeKind.Enum && EnumTypes.HasAmbiguousNames(value)))
            return ValueFacts.Faulty(type, Fault.SaidElsewhere);
        if (value is ITypeParameterSymbol)
            return ValueFacts.Faulty(type, Fault.Open);
        if (_symbols.GeneratedTrees.ContainAll(value))
            return ValueFacts.Faulty(type, MadeByGenerator);

        (IMethodSymbol? converter, Fault? ambiguous) = isConverted ? default : ConverterOf(type, trail.Converter);
        if (ambiguous is not null)
            return ValueFacts.Faulty(type, ambiguous);
        if (converter is not null)
        {
            (string before, string after, ITypeSymbol result) = _steps.Convert(converter, way.CanBeNull ? PathReader.NullableOf(type, _symbols.Compilation) : type, trail.MemberText);
            ValueFacts converted = Classify(result, way.Into(before, after), trail with { Converter = null }, isConverted: true);
            return converted with
            {
                UsesMemberConverter = SymbolEqualityComparer.Default.Equals(converter, trail.Converter),
                TakesNull = ConverterTable.TakesNull(converter),
                GivesNull = converted.SaysItCanBeNull(converter.ReturnType),
            };
        }

        if (FrameworkTypes.KindOf(type, _symbols) is { } kind)
            return new ValueFacts(kind, type, way);
        if (FrameworkTypes.FindWritable(type, _symbols) is { Kind: { } partKind } framework)
            return new ValueFacts(partKind, type, framework.Path.Length == 0 ? way : way.Then(framework.Path));
        if (EnumTypes.IsFlagsWithValues(value))
            return new ValueFacts(TraitValueKind.Flags, type, way, Known(value, () => new ShapeFacts(ValueMethodKind.Flags, value)));

        if (value is INamedTypeSymbol named && MembersOf(named) is { } members)
            return Parts(type, way, trail, (parameter, trail) => Object(named, members, parameter, trail));
        if (ValueTypes.EntryOf(value) is ({ } key, { } entryValue))
        {
            (string? keyRead, Fault? fault) = KeyOf(key, trail.IntoMethod());
            if (fault is not null)
                return ValueFacts.Faulty(type, fault);
            if (keyRead is not null)
                return Parts(type, way, trail, (parameter, trail) => Items(ValueMethodKind.Dictionary, entryValue, parameter, trail, keyRead));
        }

        if (ValueTypes.ItemOf(value) is { } item && !ValueTypes.IsKeyValuePair(item) && !ValueTypes.IsGrouping(value))
            return Parts(type, way, trail, (parameter, trail) => Items(ValueMethodKind.Array, item, parameter, trail));
        return ValueObject(type, way, trail);
    }

    private ValueFacts ValueObject(ITypeSymbol type, Way way, Trail trail)
    {
        ITypeSymbol value = ValueTypes.WithoutNullable(type);
        if (ValueTypes.ValueOf(value, _symbols.GeneratedTrees.ContainAll) is { } inner && !ValueTypes.IsObsoleteError(inner))
        {
            bool canBeNull = value.IsReferenceType || ValueTypes.IsNullableValue(type);
            ValueFacts held = Inside(value, trail, trail => Classify(inner.Type, way.Then(canBeNull ? "?.Value" : ".Value"), trail.Follow($"{value.Name}.Value")));
            return held with { GivesNull = held.SaysItCanBeNull(inner.Type) };
        }

        if (ValueTypes.ValueOf(value, static _ => false) is { } made && _symbols.GeneratedTrees.ContainAll(made))
        {
            return ValueFacts.Faulty(type, new Fault(
                FaultKind.MadeByGenerator, $"the Value of '{TypeText.ForMessage(value)}'",
                $"put the attribute on a property of your own that returns its Value, of the type '{TypeText.ForMessage(made.Type)}'"));
        }

        return ValueFacts.Faulty(type, Fault.Unsupported(TypeText.ForMessage(type), TypeAdvice.For(type, _symbols)));
    }

    /// <summary>The members of a type that is sent as an object; null when it has no traits, not even some that cannot be seen here.</summary>
    private IReadOnlyList<AnnotatedMember>? MembersOf(INamedTypeSymbol type)
    {
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct))
            return null;
        IReadOnlyList<AnnotatedMember> members = AnnotatedTypeReader.Read(type, _symbols).Members;
        return members.Any(static m => m.IsPart) || HiddenMembers.TraitsOf(type, _symbols) is not null ? members : null;
    }

    private ValueFacts Parts(ITypeSymbol type, Way way, Trail trail, Func<ITypeSymbol, Trail, (ShapeFacts? Shape, Fault? Fault)> read)
    {
        ITypeSymbol value = ValueTypes.WithoutNullable(type);
        if (!_symbols.CanBeNamed(value) || (value is INamedTypeSymbol named && TypeText.WithContainingTypes(named).Exists(ValueTypes.IsObsoleteError)))
        {
            return ValueFacts.Faulty(type, Fault.Unsupported(
                TypeText.ForMessage(type), "generated code cannot mention it: it is obsolete as an error, or known only by an extern alias"));
        }

        var facts = new ValueFacts(TraitValueKind.Method, type, way);
        ITypeSymbol parameter = facts.IsConditional && value.IsValueType
            ? _symbols.Compilation.GetSpecialType(SpecialType.System_Nullable_T).Construct(value)
            : type;
        if (trail.Converter is null && _shapes.TryGetValue(parameter, out ShapeFacts? known))
            return facts with { Shape = known };

        return Inside(value, trail.IntoMethod(), trail =>
        {
            (ShapeFacts? shape, Fault? fault) = read(parameter, trail);
            if (fault is not null)
                return ValueFacts.Faulty(type, fault);

            // What is written with a converter of the member's own is not shared with others.
            bool usesConverter = shape!.Item is { UsesMemberConverter: true };
            return facts with { Shape = usesConverter ? shape : Known(parameter, () => shape), UsesMemberConverter = usesConverter };
        });
    }

    private ShapeFacts Known(ITypeSymbol parameter, Func<ShapeFacts> make)
    {
        if (!_shapes.TryGetValue(parameter, out ShapeFacts? shape))
            _shapes.Add(parameter, shape = make());
        return shape;
    }

    private ValueFacts Inside(ITypeSymbol type, Trail trail, Func<Trail, ValueFacts> read) => trail.ComesBackTo(type)
        ? ValueFacts.Faulty(type, new Fault(
            FaultKind.Unsupported, Text: "", $"it contains itself, by {trail.Steps()} -> {type.Name}: expose the part of it to send, such as an id")
            {
                IsOfOwner = SymbolEqualityComparer.Default.Equals(type, _owner),
            })
        : read(trail.Enter(type));

    private (ShapeFacts?, Fault?) Items(ValueMethodKind kind, ITypeSymbol item, ITypeSymbol parameter, Trail trail, string keyRead = "")
    {
        ValueFacts facts = kind == ValueMethodKind.Dictionary && IsOfAnyType(item)
            ? ValueFacts.Faulty(item, Fault.Unsupported(TypeText.ForMessage(item), TypeAdvice.ValuesOfAnyType))
            : Classify(item, default, trail);
        return facts.Fault is { } fault ? (null, fault) : (new ShapeFacts(kind, parameter, item: facts) { KeyRead = keyRead }, null);
    }

    private static bool IsOfAnyType(ITypeSymbol value) => value.TypeKind == TypeKind.Dynamic || value.SpecialType == SpecialType.System_Object;

    private (ShapeFacts?, Fault?) Object(INamedTypeSymbol type, IReadOnlyList<AnnotatedMember> members, ITypeSymbol parameter, Trail trail)
    {
        if (HiddenMembers.TraitsOf(type, _symbols) is { } hidden)
            return (null, Unreadable(type, hidden, isInThisCompilation: false));

        var access = new MemberAccess(type, "__it", isInstance: false, CanRead, _symbols);
        var scope = new MemberScope(access, HasReservedKeys: false, CanDefer: false, IsReadElsewhere: false, trail with { Converter = null }) { IsPart = true };
        var facts = new List<MemberFacts>();
        foreach (AnnotatedMember member in members)
        {
            if (!member.IsPart)
                continue;
            MemberFacts read = ReadPart(member, scope);
            if (FaultOfPart(type, read) is { } fault)
                return (null, IsSaidAt(member, fault) ? SaidAt(member) : fault);
            facts.Add(read);
        }

        MemberSelection selection = MemberSelection.Of(facts);
        if (selection.Conflicts is [var (added, rival), ..])
        {
            Fault fault = Fault.Unsupported(NameOf(type, added.Member.Name), $"'{rival.Member.Name}' writes \"{((TraitFacts)added).Key}\" already");
            return (null, IsSaidAt(added.Member, fault) ? SaidAt(added.Member) : fault);
        }

        return (new ShapeFacts(ValueMethodKind.Object, parameter, members: selection), null);
    }

    private MemberFacts ReadPart(AnnotatedMember member, MemberScope scope)
    {
        (SourceFacts source, Fault? fault) = Source(member, scope);
        return fault is not null ? new FaultyFacts(member, source) { Fault = fault } : Read(member, source, scope);
    }

    /// <summary>What is wrong with a member inside of a value, as whoever holds the value says it.</summary>
    private Fault? FaultOfPart(INamedTypeSymbol type, MemberFacts part)
    {
        string name = NameOf(type, part.Member.Name);
        if (part.Member.Attributes.Count > 1)
            return Fault.Unsupported(name, "it has two Vero attributes that exclude each other");
        return part.Fault switch
        {
            { Kind: FaultKind.Inaccessible } => Unreadable(type, part.Member.Name, _symbols.IsInThisCompilation(part.Member.Member)),
            { Kind: FaultKind.CannotBeRead, Text: var reason } => Fault.Unsupported(name, $"it {reason}"),
            { Kind: FaultKind.BlankKey } => Fault.Unsupported(name, "its key is blank"),
            var other => other,
        };
    }

    /// <summary>
    /// Whether the type that has the member says itself what is wrong with it. Not when the fault depends on who looks: on the place of the
    /// code that reads, on a type argument, or on the type that the search began at.
    /// </summary>
    private bool IsSaidAt(AnnotatedMember member, Fault fault) => !fault.IsOfOwner
        && _symbols.IsInThisCompilation(member.AnnotatedIn)
        && !SymbolEqualityComparer.Default.Equals(member.AnnotatedIn.OriginalDefinition, _owner.OriginalDefinition)
        && fault.Kind switch
        {
            FaultKind.Unsupported or FaultKind.MadeByGenerator => !ValueTypes.MentionsTypeParameter(AnnotatedMember.TypeOf(member.Member.OriginalDefinition)),
            FaultKind.Path or FaultKind.Converter or FaultKind.Option => IsFaultyAtHome(member) || !(fault.DependsOnAccess || _symbols.Converters.AreListedBy(_owner)),
            _ => false,
        };

    /// <summary>Whether the source of a member cannot be read from the type that has the member either, which may see more than this one.</summary>
    private bool IsFaultyAtHome(AnnotatedMember member)
    {
        INamedTypeSymbol home = member.AnnotatedIn.OriginalDefinition;
        var reach = new TypeReach(home, _symbols);
        var access = new MemberAccess(home, "__it", reach.IsInstance, reach.CanRead, _symbols);
        var scope = new MemberScope(access, HasReservedKeys: false, CanDefer: false, IsReadElsewhere: true, Trail.From(home));
        return new SourceReader(reach, new StepMethods(reach, _symbols), _symbols).Read(member, scope).Fault is not null;
    }

    private static Fault SaidAt(AnnotatedMember member) => Fault.SaidElsewhere with { SaidAt = member.AnnotatedIn.OriginalDefinition };

    private bool CanRead(ISymbol member, ITypeSymbol through) => _reach.IsInstance
        ? _symbols.Compilation.IsSymbolAccessibleWithin(member, _owner, through)
        : _symbols.Compilation.IsSymbolAccessibleWithin(member, _symbols.Compilation.Assembly);

    private Fault Unreadable(INamedTypeSymbol type, string member, bool isInThisCompilation) => new(
        FaultKind.Unreadable,
        $"holds '{NameOf(type, member)}', which is not accessible from '{TypeText.ForMessage(_owner)}': make it public{(isInThisCompilation ? " or internal" : "")}");

    private static string NameOf(INamedTypeSymbol type, string member) =>
        $"{TypeText.ForMessage(type.WithNullableAnnotation(NullableAnnotation.None))}.{member}";
}
