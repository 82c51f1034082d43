using Microsoft.CodeAnalysis;
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
    private readonly Dictionary<ITypeSymbol, ShapeFacts> _shapes = new(SymbolEqualityComparer.Default);

    public DataParser(INamedTypeSymbol owner, TypeReach reach, KnownSymbols symbols, CancellationToken ct)
    {
        _owner = owner;
        _reach = reach;
        _symbols = symbols;
        _ct = ct;
    }

    /// <summary>What keeps a member from being sent, whatever its attribute says; null when nothing does.</summary>
    public Fault? FaultOf(AnnotatedMember member, MemberScope scope)
    {
        if (AnnotatedTypeReader.IsAmbiguous(member.Member) || member.Attributes[0].IsHalfTyped)
            return Fault.SaidElsewhere;

        if (scope.Access.ReasonNotToRead(member, out bool isAccessibility) is { } reason && !(scope.IsReadElsewhere && isAccessibility))
        {
            return scope.CanDefer && isAccessibility && ValueTypes.MentionsTypeParameter(member.Type)
                ? Fault.Open
                : new Fault(isAccessibility ? FaultKind.Inaccessible : FaultKind.CannotBeRead, reason);
        }

        if (ValueTypes.IsUnknown(member.Type))
            return Fault.SaidElsewhere;
        if (_symbols.GeneratedTrees.ContainAll(ValueTypes.WithoutNullable(member.Type)))
            return MadeByGenerator;
        return scope.CanDefer && ValueTypes.IsOpen(member.Type) ? Fault.Open : null;
    }

    /// <summary>Reads a trait, a reserved key or a dictionary that <see cref="FaultOf"/> says nothing against.</summary>
    public MemberFacts Read(AnnotatedMember member, MemberScope scope)
    {
        string read = scope.Access.Read(member);
        Trail trail = scope.Trail.Follow($"{NearestName(scope.Trail)}.{member.Name}");
        return member.Attributes[0].Kind == VeroAttributeKind.Data ? Entries(member, read, trail) : Trait(member, read, scope, trail);
    }

    private static Fault MadeByGenerator { get; } = new(
        FaultKind.MadeByGenerator, "its type", "expose a property of a type that you write yourself or that the framework has");

    private static string NearestName(Trail trail)
    {
        Trail? current = trail;
        while (current is { Type: null })
            current = current.Outer;
        return current!.Type!.Name;
    }

    private TraitFacts Trait(AnnotatedMember member, string read, MemberScope scope, Trail trail)
    {
        VeroAttribute attribute = member.Attributes[0];
        bool writesNull = attribute.Flag("WriteNull");
        if (member.KeyOf(attribute) is not { } key)
            return Faulty("", new Fault(FaultKind.BlankKey));

        // [VeroTrait("timezone")] of a right type is the same as [VeroTimezone], range check included.
        bool isReserved = VeroContract.FindReservedKey(key) is { } reserved && (reserved.IsOfEvents || !scope.IsEvent) && (scope.HasReservedKeys || attribute.Kind != VeroAttributeKind.Trait);
        if (!isReserved)
        {
            ValueFacts value = Classify(member.Type, path: "", trail);
            if (value.Kind == TraitValueKind.Date && attribute.Flag("WriteDefault"))
                value = value with { Kind = TraitValueKind.Text };
            return new TraitFacts(member, read, key, IsReserved: false, value, writesNull) { Fault = value.Fault };
        }

        if (ReservedKeyTable.KindOf(key, member.Type) is not { } kind)
            return Faulty(key, new Fault(FaultKind.ReservedKeyType));
        return writesNull
            ? Faulty(key, new Fault(FaultKind.ReservedKeyNull))
            : new TraitFacts(member, read, key, IsReserved: true, new ValueFacts(kind, member.Type), WritesNull: false);

        TraitFacts Faulty(string key, Fault fault) => new(member, read, key, ReservedKeyTable.Contains(key), ValueFacts.Faulty(member.Type, fault), writesNull) { Fault = fault };
    }

    private EntriesFacts Entries(AnnotatedMember member, string read, Trail trail)
    {
        ITypeSymbol dictionary = ValueTypes.WithoutNullable(member.Type);
        ValueFacts value = ValueTypes.EntryValueOf(dictionary) switch
        {
            null => ValueFacts.Faulty(member.Type, ValueTypes.IsOpen(member.Type)
                ? Fault.Open
                : Fault.Unsupported(TypeText.ForMessage(member.Type), "[VeroData] goes on a dictionary with keys of type string")),
            var held when IsOfAnyType(held) => new ValueFacts(TraitValueKind.RunTime, held),
            var held => Inside(dictionary, trail, trail => Classify(held, path: "", trail)),
        };
        return new EntriesFacts(member, read, dictionary, value) { Fault = value.Fault };
    }

    /// <param name="type">The type of the value.</param>
    /// <param name="path">What leads to the value from the member, such as <c>?.Value</c>.</param>
    /// <param name="trail">The way to it.</param>
    private ValueFacts Classify(ITypeSymbol type, string path, Trail trail)
    {
        _ct.ThrowIfCancellationRequested();
        ITypeSymbol value = ValueTypes.WithoutNullable(type);
        if (ValueTypes.IsUnknown(type) || (value.TypeKind == TypeKind.Enum && EnumTypes.HasAmbiguousNames(value)))
            return ValueFacts.Faulty(type, Fault.SaidElsewhere);
        if (value is ITypeParameterSymbol)
            return ValueFacts.Faulty(type, Fault.Open);
        if (_symbols.GeneratedTrees.ContainAll(value))
            return ValueFacts.Faulty(type, MadeByGenerator);

        if (FrameworkTypes.KindOf(type, _symbols) is { } kind)
            return new ValueFacts(kind, type, path);
        if (FrameworkTypes.FindWritable(type, _symbols) is { Kind: { } partKind } framework)
            return new ValueFacts(partKind, type, path + framework.Path);
        if (EnumTypes.IsFlagsWithValues(value))
            return new ValueFacts(TraitValueKind.Flags, type, path, Known(value, () => new ShapeFacts(ValueMethodKind.Flags, value)));

        if (value is INamedTypeSymbol named && MembersOf(named) is { } members)
            return Parts(type, path, trail, (parameter, trail) => Object(named, members, parameter, trail));
        if (ValueTypes.EntryValueOf(value) is { } entryValue)
            return Parts(type, path, trail, (parameter, trail) => Items(ValueMethodKind.Dictionary, entryValue, parameter, trail));
        if (ValueTypes.ItemOf(value) is { } item && !ValueTypes.IsKeyValuePair(item))
            return Parts(type, path, trail, (parameter, trail) => Items(ValueMethodKind.Array, item, parameter, trail));
        return ValueObject(type, path, trail);
    }

    private ValueFacts ValueObject(ITypeSymbol type, string path, Trail trail)
    {
        ITypeSymbol value = ValueTypes.WithoutNullable(type);
        if (ValueTypes.ValueOf(value, _symbols.GeneratedTrees.ContainAll) is { } inner && !ValueTypes.IsObsoleteError(inner))
        {
            bool canBeNull = value.IsReferenceType || ValueTypes.IsNullableValue(type);
            return Inside(value, trail, trail => Classify(inner.Type, path + (canBeNull ? "?.Value" : ".Value"), trail.Follow($"{value.Name}.Value")));
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

    private ValueFacts Parts(ITypeSymbol type, string path, Trail trail, Func<ITypeSymbol, Trail, (ShapeFacts? Shape, Fault? Fault)> read)
    {
        ITypeSymbol value = ValueTypes.WithoutNullable(type);
        if (!_symbols.CanBeNamed(value) || (value is INamedTypeSymbol named && TypeText.WithContainingTypes(named).Exists(ValueTypes.IsObsoleteError)))
        {
            return ValueFacts.Faulty(type, Fault.Unsupported(
                TypeText.ForMessage(type), "generated code cannot mention it: it is obsolete as an error, or known only by an extern alias"));
        }

        var facts = new ValueFacts(TraitValueKind.Method, type, path);
        ITypeSymbol parameter = facts.IsConditional && value.IsValueType
            ? _symbols.Compilation.GetSpecialType(SpecialType.System_Nullable_T).Construct(value)
            : type;
        if (_shapes.TryGetValue(parameter, out ShapeFacts? known))
            return facts with { Shape = known };

        return Inside(value, trail, trail =>
        {
            (ShapeFacts? shape, Fault? fault) = read(parameter, trail);
            return fault is not null ? ValueFacts.Faulty(type, fault) : facts with { Shape = Known(parameter, () => shape!) };
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

    private (ShapeFacts?, Fault?) Items(ValueMethodKind kind, ITypeSymbol item, ITypeSymbol parameter, Trail trail)
    {
        ValueFacts facts = kind == ValueMethodKind.Dictionary && IsOfAnyType(item)
            ? ValueFacts.Faulty(item, Fault.Unsupported(TypeText.ForMessage(item), TypeAdvice.ValuesOfAnyType))
            : Classify(item, path: "", trail);
        return facts.Fault is { } fault ? (null, fault) : (new ShapeFacts(kind, parameter, item: facts), null);
    }

    private static bool IsOfAnyType(ITypeSymbol value) => value.TypeKind == TypeKind.Dynamic || value.SpecialType == SpecialType.System_Object;

    private (ShapeFacts?, Fault?) Object(INamedTypeSymbol type, IReadOnlyList<AnnotatedMember> members, ITypeSymbol parameter, Trail trail)
    {
        if (HiddenMembers.TraitsOf(type, _symbols) is { } hidden)
            return (null, Unreadable(type, hidden, isInThisCompilation: false));

        var access = new MemberAccess(type, "__it", isInstance: false, symbol => CanRead(symbol, type), _symbols);
        var scope = new MemberScope(access, HasReservedKeys: false, CanDefer: false, IsReadElsewhere: false, trail);
        var facts = new List<MemberFacts>();
        foreach (AnnotatedMember member in members)
        {
            if (!member.IsPart)
                continue;
            MemberFacts read = ReadPart(member, scope);
            if (FaultOfPart(type, read) is { } fault)
                return (null, IsSaidAt(member, fault) ? Fault.SaidElsewhere : fault);
            facts.Add(read);
        }

        MemberSelection selection = MemberSelection.Of(facts);
        if (selection.Conflicts is [var (added, rival), ..])
        {
            Fault fault = Fault.Unsupported(NameOf(type, added.Member.Name), $"'{rival.Member.Name}' writes \"{((TraitFacts)added).Key}\" already");
            return (null, IsSaidAt(added.Member, fault) ? Fault.SaidElsewhere : fault);
        }

        return (new ShapeFacts(ValueMethodKind.Object, parameter, members: selection), null);
    }

    private MemberFacts ReadPart(AnnotatedMember member, MemberScope scope) =>
        FaultOf(member, scope) is { } fault ? new FaultyFacts(member) { Fault = fault } : Read(member, scope);

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
    private bool IsSaidAt(AnnotatedMember member, Fault fault) => fault is { Kind: FaultKind.Unsupported or FaultKind.MadeByGenerator, IsOfOwner: false }
        && _symbols.IsInThisCompilation(member.AnnotatedIn)
        && !SymbolEqualityComparer.Default.Equals(member.AnnotatedIn.OriginalDefinition, _owner.OriginalDefinition)
        && !ValueTypes.MentionsTypeParameter(AnnotatedMember.TypeOf(member.Member.OriginalDefinition));

    private bool CanRead(ISymbol member, INamedTypeSymbol through) => _reach.IsInstance
        ? _symbols.Compilation.IsSymbolAccessibleWithin(member, _owner, through)
        : _symbols.Compilation.IsSymbolAccessibleWithin(member, _symbols.Compilation.Assembly);

    private Fault Unreadable(INamedTypeSymbol type, string member, bool isInThisCompilation) => new(
        FaultKind.Unreadable,
        $"holds '{NameOf(type, member)}', which is not accessible from '{TypeText.ForMessage(_owner)}': make it public{(isInThisCompilation ? " or internal" : "")}");

    private static string NameOf(INamedTypeSymbol type, string member) =>
        $"{TypeText.ForMessage(type.WithNullableAnnotation(NullableAnnotation.None))}.{member}";
}
