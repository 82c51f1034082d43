using System.Globalization;
using Microsoft.CodeAnalysis;
using Vero.Typed.Analyzers.Emit;
using Vero.Typed.Analyzers.Model;
using Vero.Typed.Analyzers.Parsing.Values;
using Vero.Typed.Analyzers.Symbols;

namespace Vero.Typed.Analyzers.Parsing;

/// <summary>
/// How the values of one customer are written: text and numbers by the writer, everything that has parts by a method of its own, one for
/// each type.
/// </summary>
internal sealed partial class TraitValues
{
    // Types that grow from member to member, such as Node<T> with a Node<List<T>>, never come to the same type again.
    private const int DeepestGrowth = 12;

    private readonly INamedTypeSymbol _type;
    private readonly TypeReach _reach;
    private readonly KnownSymbols _symbols;
    private readonly CancellationToken _ct;
    private Dictionary<ISymbol, int> _known = new(SymbolEqualityComparer.Default);
    private readonly List<ValueMethodModel?> _methods = [];
    private readonly List<ITypeSymbol> _open;
    private readonly List<string> _steps = [];

    public TraitValues(INamedTypeSymbol type, TypeReach reach, KnownSymbols symbols, CancellationToken ct)
    {
        _type = type;
        _reach = reach;
        _symbols = symbols;
        _ct = ct;
        _open = [type];
    }

    /// <summary>The methods that the models made so far call.</summary>
    public EquatableArray<ValueMethodModel> Methods => new(_methods.OfType<ValueMethodModel>());

    /// <summary>Why the last model could not be made.</summary>
    public ValueFault? Fault { get; private set; }

    /// <summary>The model of a trait of the user; null when there is a <see cref="Fault"/>.</summary>
    public TraitModel? Trait(AnnotatedValue value, string keyJson, bool writesNull)
    {
        Begin(value);
        return Model(value, keyJson, writesNull, within: null);
    }

    /// <summary>The model of a dictionary whose entries go into <c>data</c>; null when there is a <see cref="Fault"/>.</summary>
    public EntriesModel? Entries(AnnotatedValue value)
    {
        Begin(value);
        return EntriesModelOf(value);
    }

    /// <summary>The model of a member whose kind is known, such as that of a reserved key.</summary>
    public static TraitModel Scalar(string memberName, string access, string keyJson, TraitValueKind kind) => new()
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
        NullJson = null,
        Kind = kind,
        CanBeNull = false,
        EnumCast = "",
        EnumValues = default,
        Method = "",
        Within = null,
    };

    private void Begin(AnnotatedValue value)
    {
        Fault = null;
        _steps.Clear();
        _steps.Add($"{_type.Name}.{value.Name}");
    }

    private EntriesModel? EntriesModelOf(AnnotatedValue entries)
    {
        ITypeSymbol dictionary = ValueTypes.WithoutNullable(entries.Type);
        if (ValueTypes.EntryOf(dictionary) is not ({ } key, { } value) || KeyAccess(key) is not { } keyAccess)
        {
            Fault ??= ValueTypes.IsOpen(entries.Type)
                ? ValueFault.Open
                : new ValueFault(ValueFaultKind.Unsupported, TypeText.ForMessage(entries.Type), "[VeroData] goes on a dictionary with keys of type string");
            return null;
        }

        // Behind dynamic the compiler would bind the call at run time, which a ref struct does not allow.
        TraitModel? model = IsOfAnyType(value)
            ? Scalar(entries.Name, value.TypeKind == TypeKind.Dynamic ? "(object)__entry.Value" : "__entry.Value", "", TraitValueKind.RunTime)
            : Inside(dictionary, () => Model(entries.Name, "__entry.Value", "", writesNull: false, value, within: null));
        return model is null ? null : new EntriesModel
        {
            MemberName = entries.Name,
            Access = entries.Access,
            KeyAccess = keyAccess,
            Pattern = PatternOf(dictionary),
            EnumerableCast = ValueTypes.EnumerableCast(dictionary),
            Value = model,
        };
    }

    private TraitModel? Model(AnnotatedValue value, string keyJson, bool writesNull, string? within)
    {
        if (value.Constant is { } constant)
            return Constant(value, constant, keyJson);
        if (value.Attribute.Flag("Json"))
            return HoldingJson(value, keyJson, writesNull);
        if (value.Projection is { } projection)
            return Projected(value, projection, keyJson, writesNull);
        return WithConverterOf(value, () => Model(value.Name, value.Access, keyJson, writesNull, value.Type, within));
    }

    private TraitModel? Model(string memberName, string access, string keyJson, bool writesNull, ITypeSymbol type, string? within)
    {
        if (Classify(type, Way.Straight) is not { } value)
            return null;

        ITypeSymbol written = ValueTypes.WithoutNullable(value.Type);
        string enumCast = value.Kind == TraitValueKind.Enum ? ValueTypes.EnumCast(written, _symbols) : "";
        bool isNullable = ValueTypes.IsNullableValue(value.Type) || value.IsConditional;
        bool mayBeNothing = isNullable || written.IsReferenceType || ValueTypes.MayBeUnset(written);
        bool canFail = value.Kind is TraitValueKind.FloatingPoint or TraitValueKind.Enum or TraitValueKind.Json or TraitValueKind.Method;
        return Scalar(memberName, value.Way.Of(access), keyJson, value.Kind) with
        {
            Access = value.IsFlags ? $"unchecked((ulong?)({value.Way.Of(access)}))" : value.Way.Of(access),
            LeadingJson = value.Kind is TraitValueKind.Text or TraitValueKind.Bytes || value.IsFlags ? keyJson + "\"" : keyJson,
            NullJson = writesNull && mayBeNothing ? keyJson + "null" : null,
            CanBeNull = value.Kind is TraitValueKind.Boolean or TraitValueKind.Enum && isNullable,
            EnumCast = enumCast,
            EnumValues = value.Kind == TraitValueKind.Enum
                ? new EquatableArray<EnumValueModel>(ValueTypes.EnumValues(written, enumCast.Length > 0))
                : default,
            Method = value.Method,
            Within = canFail ? within : null,
        };
    }

    /// <param name="type">The type of the value.</param>
    /// <param name="way">What leads to the value from the member, such as <c>?.Value</c>.</param>
    /// <param name="isConverted">Whether it is the result of a converter, which is not converted again.</param>
    private ClassifiedValue? Classify(ITypeSymbol type, Way way, bool isConverted = false)
    {
        _ct.ThrowIfCancellationRequested();
        ITypeSymbol value = ValueTypes.WithoutNullable(type);
        if (ValueTypes.IsUnknown(type) || (value.TypeKind == TypeKind.Enum && ValueTypes.HasAmbiguousNames(value)))
            return Fail(ValueFault.SaidElsewhere);
        if (value is ITypeParameterSymbol)
            return Fail(ValueFault.Open);
        if (_symbols.GeneratedTrees.ContainAll(value))
        {
            return Fail(new ValueFault(
                ValueFaultKind.MadeByGenerator, "its type", "expose a property of a type that you write yourself or that the framework has"));
        }

        if (!isConverted && ConverterOf(type) is { } converter)
        {
            (string before, string after, ITypeSymbol result) = Convert(converter, way.CanBeNull ? PathReader.NullableOf(type, _symbols.Compilation) : type);
            return Classify(result, way.Into(before, after), isConverted: true);
        }

        if (Fault is not null)
            return null;
        if (ValueTypes.TraitKindOf(type, _symbols) is { } kind)
            return new ClassifiedValue(kind, type, way);
        if (ValueTypes.IsMailAddress(value))
            return new ClassifiedValue(TraitValueKind.Text, type, way.Then("?.Address"));
        if (ValueTypes.IsCultureInfo(value))
            return new ClassifiedValue(TraitValueKind.Text, type, way);
        if (ValueTypes.IsFlagsWithValues(value))
            return new ClassifiedValue(TraitValueKind.Method, type, way, MethodFor(value, () => FlagsMethod(value)), IsFlags: true);

        if (value is INamedTypeSymbol named && ValueOfParts(named) is { } members)
            return Parts(type, way, () => ObjectMethod(named, members));
        if (ValueTypes.EntryOf(value) is { } entry && KeyAccess(entry.Key) is { } keyAccess)
            return Parts(type, way, () => DictionaryMethod(value, keyAccess, entry.Value));
        if (ValueTypes.ItemOf(value) is { } item && !ValueTypes.IsKeyValuePair(item))
            return Parts(type, way, () => ArrayMethod(value, item));
        return ValueObject(type, way);
    }

    private ClassifiedValue? ValueObject(ITypeSymbol type, Way way)
    {
        ITypeSymbol value = ValueTypes.WithoutNullable(type);
        if (ValueTypes.ValueOf(value, _symbols.GeneratedTrees.ContainAll) is { } inner && !ValueTypes.IsObsoleteError(inner))
        {
            bool canBeNull = value.IsReferenceType || ValueTypes.IsNullableValue(type);
            return Inside(value, () => Step($"{value.Name}.Value", () => Classify(inner.Type, way.Then(canBeNull ? "?.Value" : ".Value"))));
        }

        if (ValueTypes.ValueOf(value, static _ => false) is { } made && _symbols.GeneratedTrees.ContainAll(made))
        {
            return Fail(new ValueFault(
                ValueFaultKind.MadeByGenerator, $"the Value of '{TypeText.ForMessage(value)}'",
                $"put the attribute on a property of your own that returns its Value, of the type '{TypeText.ForMessage(made.Type)}'"));
        }

        return Fail(new ValueFault(ValueFaultKind.Unsupported, TypeText.ForMessage(type), TypeAdvice.For(type, _symbols)));
    }

    /// <summary>The members of a type that is sent as an object; null when it has no traits, not even some that cannot be seen here.</summary>
    private List<AnnotatedMember>? ValueOfParts(INamedTypeSymbol type)
    {
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct))
            return null;
        List<AnnotatedMember> members = AnnotatedMembers.Collect(type, _symbols, []);
        return members.Exists(static m => m.IsPart) || Hierarchy.HiddenTraitsOf(type, _symbols) is not null ? members : null;
    }

    private ClassifiedValue? Parts(ITypeSymbol type, Way way, Func<ValueMethodModel?> make)
    {
        ITypeSymbol value = ValueTypes.WithoutNullable(type);
        if (!_symbols.CanBeNamed(value) || (value is INamedTypeSymbol named && TypeText.WithContainingTypes(named).Exists(ValueTypes.IsObsoleteError)))
        {
            return Fail(new ValueFault(
                ValueFaultKind.Unsupported, TypeText.ForMessage(type), "generated code cannot mention it: it is obsolete as an error, or known only by an extern alias"));
        }

        var classified = new ClassifiedValue(TraitValueKind.Method, type, way);
        ITypeSymbol parameter = classified.IsConditional && value.IsValueType
            ? _symbols.Compilation.GetSpecialType(SpecialType.System_Nullable_T).Construct(value)
            : type;
        string method = MethodFor(parameter, () => Inside(value, make) is { } made ? WithParameter(made, parameter) : null);
        return Fault is null ? classified with { Method = method } : null;
    }

    // The compiler refuses to ask whether a struct is not there.
    private static ValueMethodModel WithParameter(ValueMethodModel method, ITypeSymbol parameter) => method with
    {
        ParameterType = TypeText.Qualified(parameter),
        Pattern = parameter.IsValueType && !ValueTypes.IsNullableValue(parameter) && !ValueTypes.IsImmutableArray(parameter) ? "" : method.Pattern,
    };

    private string MethodFor(ISymbol key, Func<ValueMethodModel?> make)
    {
        if (!_known.TryGetValue(key, out int index))
        {
            index = Add(make);
            if (_methods[index] is not null)
                _known.Add(key, index);
        }

        return MethodName(index);
    }

    private string AddMethod(Func<ValueMethodModel?> make) => MethodName(Add(make));

    private int Add(Func<ValueMethodModel?> make)
    {
        int index = _methods.Count;
        string member = _memberText;
        _memberText = InMethod;
        _methods.Add(null);
        _methods[index] = make() is { } made ? made with { Name = MethodName(index) } : null;
        _memberText = member;
        return index;
    }

    private static string MethodName(int index) => UserEmitter.ValueMethod + index.ToString(CultureInfo.InvariantCulture);

    private T? Step<T>(string step, Func<T?> look)
        where T : class
    {
        _steps.Add(step);
        T? found = look();
        _steps.RemoveAt(_steps.Count - 1);
        return found;
    }

    private T? Inside<T>(ITypeSymbol type, Func<T?> look)
        where T : class
    {
        T? found = null;
        if (_open.Exists(open => SymbolEqualityComparer.Default.Equals(open, type))
            || _open.Count(open => SymbolEqualityComparer.Default.Equals(open.OriginalDefinition, type.OriginalDefinition)) >= DeepestGrowth)
        {
            Fault = new ValueFault(
                ValueFaultKind.Unsupported, Text: "",
                $"it contains itself, by {string.Join(" -> ", _steps.Distinct(StringComparer.Ordinal))} -> {type.Name}: expose the part of it to send, such as an id",
                IsOfUserType: SymbolEqualityComparer.Default.Equals(type, _type));
        }
        else
        {
            _open.Add(type);
            found = look();
            _open.RemoveAt(_open.Count - 1);
        }

        return found;
    }

    private static ValueMethodModel FlagsMethod(ITypeSymbol type) => Method(ValueMethodKind.Flags, type, []) with
    {
        ParameterType = "ulong?",
        Flags = new EquatableArray<FlagModel>(ValueTypes.Flags(type)),
    };

    private ValueMethodModel? ArrayMethod(ITypeSymbol collection, ITypeSymbol item) =>
        Model("", "__item", ",", writesNull: true, item, within: null) is { } model ? Method(ValueMethodKind.Array, collection, [model]) : null;

    private ValueMethodModel? DictionaryMethod(ITypeSymbol dictionary, string keyAccess, ITypeSymbol value)
    {
        if (IsOfAnyType(value))
        {
            Fail(new ValueFault(ValueFaultKind.Unsupported, TypeText.ForMessage(value), TypeAdvice.ValuesOfAnyType));
            return null;
        }

        return Model("", "__entry.Value", "", writesNull: true, value, within: null) is { } model ? Method(ValueMethodKind.Dictionary, dictionary, [model]) with { KeyAccess = keyAccess } : null;
    }

    private static bool IsOfAnyType(ITypeSymbol value) => value.TypeKind == TypeKind.Dynamic || value.SpecialType == SpecialType.System_Object;

    private static ValueMethodModel Method(ValueMethodKind kind, ITypeSymbol type, IEnumerable<TraitModel> members) => new()
    {
        Kind = kind,
        Name = "",
        ParameterType = "",
        Pattern = PatternOf(type),
        EnumerableCast = kind is ValueMethodKind.Array or ValueMethodKind.Dictionary ? ValueTypes.EnumerableCast(type) : "",
        Members = new EquatableArray<TraitModel>(members),
        Entries = default,
        Flags = default,
        Loops = default,
        KeyAccess = "",
        Call = "",
        ResultType = "",
        StepName = "",
    };

    // An ImmutableArray that was never assigned throws when it is enumerated.
    private static string PatternOf(ITypeSymbol type) => ValueTypes.IsImmutableArray(type) ? "{ IsDefault: false }" : "{ }";

    private ValueMethodModel? ObjectMethod(INamedTypeSymbol type, List<AnnotatedMember> members)
    {
        var access = new MemberAccess(type, "__it", isInstance: false, CanRead, _symbols) { IsPart = true };
        if (Hierarchy.HiddenTraitsOf(type, _symbols) is { } hidden)
        {
            Fail(Unreadable(type, hidden, isInThisCompilation: false));
            return null;
        }

        // The converter that a member names is for its own value, not for the members of that.
        IMethodSymbol? converter = _memberConverter;
        _memberConverter = null;
        var keys = new Dictionary<string, (ISymbol Member, int Index)>(StringComparer.Ordinal);
        var traits = new List<TraitModel?>();
        var entries = new List<EntriesModel>();
        foreach (AnnotatedMember member in members)
        {
            if (!member.IsPart)
                continue;

            _steps.Add($"{type.Name}.{member.Member.Name}");
            ParsePart(type, member, access, keys, traits, entries);
            _steps.RemoveAt(_steps.Count - 1);

            if (Fault is not null)
            {
                if (IsSaidAt(member))
                    Fault = ValueFault.SaidElsewhere;
                return null;
            }
        }

        _memberConverter = converter;
        return Method(ValueMethodKind.Object, type, traits.OfType<TraitModel>()) with { Entries = new EquatableArray<EntriesModel>(entries) };
    }

    private void ParsePart(
        INamedTypeSymbol type, AnnotatedMember member, MemberAccess access, Dictionary<string, (ISymbol Member, int Index)> keys,
        List<TraitModel?> traits, List<EntriesModel> entries)
    {
        VeroAttribute attribute = member.Attributes[0];
        string name = NameOf(type, member.Member.Name);
        if (member.Attributes.Count > 1)
        {
            Fail(Unsupported(name, "it has two Vero attributes that exclude each other"));
            return;
        }

        if (attribute.IsHalfTyped || AnnotatedMembers.IsAmbiguous(member.Member))
        {
            Fail(ValueFault.SaidElsewhere);
            return;
        }

        if (access.ReasonNotToRead(member, out bool isAccessibility) is { } reason)
        {
            Fail(isAccessibility ? Unreadable(type, member.Member.Name, _symbols.IsInThisCompilation(member.Member)) : Unsupported(name, $"it {reason}"));
            return;
        }

        if (Value(member, attribute, access) is not { } value)
            return;
        if (attribute.Kind == VeroAttributeKind.Data)
        {
            if (EntriesModelOf(value) is { } model)
                entries.Add(model);
            return;
        }

        if (member.KeyOf(attribute) is not { } key)
        {
            Fail(Unsupported(name, "its key is blank"));
            return;
        }

        string sentKey = JsonText.Escape(key);
        TraitModel? trait = Model(value, $",\"{sentKey}\":", attribute.Flag("WriteNull"), $"{type.Name}.{value.Name}");
        if (trait is null)
            return;
        trait = trait with { IsOptional = trait.NullJson is null && value.Constant is null && JsonPreview.CanBeNull(value.Type) };
        if (!keys.TryGetValue(sentKey, out (ISymbol Member, int Index) known))
        {
            keys.Add(sentKey, (member.Member, traits.Count));
            traits.Add(trait);
        }
        else if (AnnotatedMembers.Shadows(member.Member, known.Member))
        {
            keys[sentKey] = (member.Member, known.Index);
            traits[known.Index] = trait;
        }
        else
        {
            Fail(Unsupported(name, $"'{known.Member.Name}' writes \"{key}\" already"));
        }
    }

    /// <summary>
    /// Whether the type that has the member says itself what is wrong with it. Not when the fault depends on who looks: on the place of the
    /// code that reads, on a type argument, or on the type that the search began at.
    /// </summary>
    private bool IsSaidAt(AnnotatedMember member) => Fault is { Kind: ValueFaultKind.Unsupported or ValueFaultKind.MadeByGenerator, IsOfUserType: false }
        && _symbols.IsInThisCompilation(member.AnnotatedIn)
        && !SymbolEqualityComparer.Default.Equals(member.AnnotatedIn.OriginalDefinition, _type.OriginalDefinition)
        && !ValueTypes.MentionsTypeParameter(AnnotatedMember.TypeOf(member.Member.OriginalDefinition));

    private bool CanRead(ISymbol member, ITypeSymbol through) => _reach.IsInstance
        ? _symbols.Compilation.IsSymbolAccessibleWithin(member, _type, through)
        : _symbols.Compilation.IsSymbolAccessibleWithin(member, _symbols.Compilation.Assembly);

    private static ValueFault Unsupported(string member, string reason) => new(ValueFaultKind.Unsupported, $"{member}", reason);

    private ValueFault Unreadable(INamedTypeSymbol type, string member, bool isInThisCompilation) => new(
        ValueFaultKind.Unreadable,
        $"holds '{NameOf(type, member)}', which is not accessible from '{TypeText.ForMessage(_type)}': make it public{(isInThisCompilation ? " or internal" : "")}");

    private static string NameOf(INamedTypeSymbol type, string member) =>
        $"{TypeText.ForMessage(type.WithNullableAnnotation(NullableAnnotation.None))}.{member}";

    private ClassifiedValue? Fail(ValueFault fault)
    {
        Fault = fault;
        return null;
    }

    /// <param name="Kind">How it is written.</param>
    /// <param name="Type">The type of what is written.</param>
    /// <param name="Way">What leads to it from the member.</param>
    /// <param name="Method">The method that writes it, if it is one of ours.</param>
    /// <param name="IsFlags">Whether it is handed over as a number.</param>
    private sealed record ClassifiedValue(TraitValueKind Kind, ITypeSymbol Type, Way Way, string Method = "", bool IsFlags = false)
    {
        /// <summary>Whether a null on the way makes the whole value null.</summary>
        public bool IsConditional => Way.CanBeNull;
    }
}
