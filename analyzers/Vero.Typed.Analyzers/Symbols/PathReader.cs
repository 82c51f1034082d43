using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Vero.Typed.Analyzers.Symbols;

/// <summary>A value that generated code can read.</summary>
/// <param name="Access">The expression. It is null where something on the way is.</param>
/// <param name="Type">The type of the expression, nullable where the way makes it so.</param>
internal sealed record PathValue(string Access, ITypeSymbol Type);

/// <summary>What a path leads to.</summary>
/// <param name="Value">The value or, of a projection, the collection that it begins with.</param>
/// <param name="Loops">The collections below that one, each read from an item of the one before. Empty unless the path projects twice.</param>
/// <param name="Item">What is sent of each item of the last collection; null when the path does not project.</param>
internal sealed record PathTarget(PathValue Value, IReadOnlyList<PathValue> Loops, PathValue? Item);

/// <param name="Span">The wrong step in the text of the path.</param>
/// <param name="Reason">What is wrong with it.</param>
/// <param name="Suggestion">What to write instead; null when that is not evident.</param>
internal sealed record PathFault(TextSpan Span, string Reason, string? Suggestion)
{
    /// <summary>Whether code at another place could take the step.</summary>
    public bool DependsOnAccess { get; init; }
}

/// <summary>Reads a path: from a type, step by step, to the expression that generated code has for it.</summary>
internal sealed class PathReader
{
    /// <summary>The item of the last collection in generated code.</summary>
    public const string ItemName = "__item";

    private const string OuterItem = "__outer";

    private readonly KnownSymbols _symbols;
    private readonly Func<ISymbol, ITypeSymbol, bool> _canRead;
    private readonly Func<IMethodSymbol, PathValue, bool, PathValue> _call;
    private readonly Func<string, string> _memberText;
    private readonly NameChoice _choice;

    /// <param name="symbols">Of the same compilation.</param>
    /// <param name="canRead">Whether generated code can get at a member, through a type.</param>
    /// <param name="call">The result of a method that is called on a value, which may be null or not.</param>
    /// <param name="memberText">The expression that names the member in messages, where an expression is read.</param>
    public PathReader(
        KnownSymbols symbols, Func<ISymbol, ITypeSymbol, bool> canRead, Func<IMethodSymbol, PathValue, bool, PathValue> call, Func<string, string> memberText)
    {
        _symbols = symbols;
        _canRead = canRead;
        _call = call;
        _memberText = memberText;
        _choice = new NameChoice(canRead, symbols);
    }

    /// <summary>Why the last path could not be read.</summary>
    public PathFault? Fault { get; private set; }

    /// <summary>What a message that a type has no such member ends with: the generator does not know whether another one makes it.</summary>
    public static string ExceptGenerated(ITypeSymbol type, KnownSymbols symbols) => type is INamedTypeSymbol named && TypeReach.IsPartial(named, symbols)
        ? "; members made by other source generators are not visible to Vero.Typed"
        : "";

    /// <summary>Whether an expression reads the item of a collection.</summary>
    public static bool IsOfItem(string access) => access.Contains(ItemName) || access.Contains(OuterItem);

    /// <summary>How generated code calls the items of the collections around the last one, outermost first.</summary>
    public static string OuterItemName(int level) => OuterItem + level.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>What a path leads to; null when there is a <see cref="Fault"/>.</summary>
    /// <param name="steps">The path.</param>
    /// <param name="from">Where it begins.</param>
    /// <param name="canBeNull">Whether that can be null: the annotated object itself cannot.</param>
    public PathTarget? Read(IReadOnlyList<PathStep> steps, PathValue from, bool canBeNull)
    {
        Fault = null;
        int projections = steps.Count(static step => step.Kind == PathStepKind.Items);
        var values = new List<PathValue>();
        var chain = new Chain(from.Access, from.Type, canBeNull);
        foreach (PathStep step in steps)
        {
            if (step.Kind != PathStepKind.Items)
            {
                if (!Take(step, chain))
                    return null;
                continue;
            }

            PathValue collection = chain.ToValue(_symbols.Compilation);
            if (ValueTypes.ItemOf(ValueTypes.WithoutNullable(collection.Type)) is not { } item)
            {
                Fault = new PathFault(step.Span, $"'{TypeText.ForMessage(collection.Type)}' is not a collection of one type of item", Suggestion: null);
                return null;
            }

            values.Add(collection);
            chain = new Chain(values.Count == projections ? ItemName : OuterItemName(values.Count - 1), item, !item.IsValueType || ValueTypes.IsNullableValue(item));
        }

        PathValue last = chain.ToValue(_symbols.Compilation);
        return values.Count == 0 ? new PathTarget(last, [], Item: null) : new PathTarget(values[0], values.GetRange(1, values.Count - 1), last);
    }

    /// <summary>The type of what a path leads to, of one item where it projects, whoever can read it; null when it leads nowhere.</summary>
    public static ITypeSymbol? TypeAlong(string path, ITypeSymbol start)
    {
        ITypeSymbol? type = start;
        foreach (PathStep step in FromPath.Parse(path, out _) ?? [])
        {
            ITypeSymbol from = ValueTypes.WithoutNullable(type);
            type = step.Kind == PathStepKind.Items
                ? ValueTypes.ItemOf(from)
                : Levels(from).SelectMany(level => level.GetMembers(step.Name))
                    .Where(member => CanBeStep(member) && (member is IMethodSymbol) == (step.Kind == PathStepKind.Method))
                    .Select(AnnotatedMember.TypeOf)
                    .FirstOrDefault();
            if (type is null)
                return null;
        }

        return type;
    }

    /// <summary>The members that a path can go to from a type, each name once.</summary>
    public IEnumerable<ISymbol> Readable(ITypeSymbol type)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (ITypeSymbol level in Levels(type))
        {
            foreach (ISymbol member in level.GetMembers())
            {
                if (CanBeStep(member) && !_symbols.GeneratedTrees.ContainAll(member) && ReadOf(member) is { } read && _canRead(read, type) && names.Add(member.Name))
                    yield return member;
            }
        }
    }

    private bool Take(PathStep step, Chain chain)
    {
        ITypeSymbol type = ValueTypes.WithoutNullable(chain.Declared);
        if (ValueTypes.IsUnknown(type))
        {
            Fault = new PathFault(step.Span, "", Suggestion: null);
            return false;
        }

        ISymbol? member = Find(type, step, out string? reason, out bool isAccess);
        if (member is null)
        {
            // Written as for Nullable<T>, whose value every further step reads by itself.
            if (step is { Kind: PathStepKind.Member, Name: "Value" } && ValueTypes.IsNullableValue(chain.Declared))
                return true;
            if (step is { Kind: PathStepKind.Member, Name: "Count" } && ValueTypes.ItemOf(type) is { } item && !IsMadeByGenerator(step.Name, type))
            {
                Count(chain, type, item);
                return true;
            }

            string? suggestion = reason is null ? Nearest(type, step) : null;
            string inside = ValueTypes.IsNullableValue(chain.Declared) ? $"a path reads the value inside of '{TypeText.ForMessage(chain.Declared)}', and " : "";
            reason ??= $"{inside}'{TypeText.ForMessage(type)}' has no {What(step)} '{step.Name}'" + (suggestion is null ? ExceptGenerated(type, _symbols) : "");
            Fault = new PathFault(step.Span, reason, suggestion) { DependsOnAccess = isAccess };
            return false;
        }

        NameRoute route = _choice.To(member, type);
        if (route is { Through: null, Instead: { } instead })
        {
            Fault = new PathFault(step.Span, NotTaken(step, member, instead, route.IsAmbiguous), Suggestion: null) { DependsOnAccess = true };
            return false;
        }

        ITypeSymbol? home = SymbolEqualityComparer.Default.Equals(route.Through, type) ? null : route.Through;
        if (member is IPropertySymbol { IsStatic: false } && ValueTypes.IsImmutableArray(type))
        {
            ReadIfSet(chain, member.Name, AnnotatedMember.TypeOf(member));
            return true;
        }

        if (member is IMethodSymbol method)
        {
            PathValue receiver = chain.ToValue(_symbols.Compilation);
            bool canBeNull = chain.CanBeNull || ValueTypes.IsNullableValue(receiver.Type);
            chain.Begin(_call(method, home is null ? receiver : receiver with { Type = home }, canBeNull));
            return true;
        }

        if (home is not null)
            chain.Cast(home);
        chain.Read(CSharpText.Identifier(member.Name), AnnotatedMember.TypeOf(member));
        return true;
    }

    // What is made takes the place of what the generator has seen, which counts by itself.
    private bool IsMadeByGenerator(string name, ITypeSymbol type) =>
        _symbols.GeneratedTrees.HasOthers && Levels(type).Any(level => level.GetMembers(name).Any(_symbols.GeneratedTrees.ContainAll));

    private static string NotTaken(PathStep step, ISymbol member, ISymbol instead, bool isAmbiguous) => isAmbiguous
        ? $"'{step.Name}' is ambiguous between '{TypeText.ForMessage(member)}' and '{TypeText.ForMessage(instead)}'"
        : $"C# takes '{TypeText.ForMessage(instead)}' instead of '{TypeText.ForMessage(member)}': rename one of the two";

    private static string What(PathStep step) => step.Kind == PathStepKind.Method ? "parameterless method" : "property or field";

    private void Count(Chain chain, ITypeSymbol type, ITypeSymbol item)
    {
        PathValue collection = chain.ToValue(_symbols.Compilation);
        if (type is IArrayTypeSymbol { Rank: 1 })
        {
            chain.Read("Length", _symbols.Compilation.GetSpecialType(SpecialType.System_Int32));
            return;
        }

        if (ValueTypes.IsImmutableArray(type))
        {
            ReadIfSet(chain, "Length", _symbols.Compilation.GetSpecialType(SpecialType.System_Int32));
            return;
        }

        string count = $"__json.Count<{TypeText.Qualified(item)}>({collection.Access}, {_memberText(collection.Access)})";
        chain.Begin(new PathValue(count, NullableOf(_symbols.Compilation.GetSpecialType(SpecialType.System_Int32), _symbols.Compilation)));
    }

    // An ImmutableArray that was never assigned throws when it is asked.
    private void ReadIfSet(Chain chain, string property, ITypeSymbol declared)
    {
        ITypeSymbol result = NullableOf(declared, _symbols.Compilation);
        string access = chain.ToValue(_symbols.Compilation).Access;
        chain.Begin(new PathValue($"({access} switch {{ {{ IsDefault: false }} __set => __set.{property}, _ => ({TypeText.Qualified(result)})null }})", result));
    }

    private ISymbol? Find(ITypeSymbol type, PathStep step, out string? reason, out bool isAccess)
    {
        reason = null;
        isAccess = false;
        foreach (ITypeSymbol level in Levels(type))
        {
            foreach (ISymbol member in level.GetMembers(step.Name))
            {
                if (!CanBeStep(member) || (member is IMethodSymbol) != (step.Kind == PathStepKind.Method))
                    continue;
                if (ReadOf(member) is not { } read)
                    reason ??= $"'{step.Name}' has no getter";
                else if (ValueTypes.IsObsoleteError(member) || ValueTypes.IsObsoleteError(read))
                    reason ??= $"'{step.Name}' is obsolete as an error";
                else if (_symbols.GeneratedTrees.ContainAll(member))
                    reason ??= MadeByGenerator(step.Name);
                else if (_canRead(read, type))
                    return MadeByGeneratorInstead(member, type, ref reason) ? null : member;
                else if (reason is null)
                    (isAccess, reason) = (true, $"'{TypeText.ForMessage(type)}.{step.Name}' is not accessible from generated code: make it public, or the annotated type partial where that is enough");
            }
        }

        return null;
    }

    // The code that is made takes this one, in place of the one that it was made for.
    private bool MadeByGeneratorInstead(ISymbol member, ITypeSymbol type, ref string? reason)
    {
        bool isMade = _choice.IsMadeByGenerator(member, type);
        if (isMade)
            reason ??= MadeByGenerator(member.Name);
        return isMade;
    }

    private static string MadeByGenerator(string name) => $"'{name}' is made by another source generator, and such members are not visible to Vero.Typed";

    private static ISymbol? ReadOf(ISymbol member)
    {
        for (IPropertySymbol? property = member as IPropertySymbol; property is not null; property = property.OverriddenProperty)
        {
            if (property.GetMethod is { } getter)
                return getter;
        }

        return member is IPropertySymbol ? null : member;
    }

    private static bool CanBeStep(ISymbol member) => !member.IsStatic && member switch
    {
        IPropertySymbol property => !property.IsIndexer && property.ExplicitInterfaceImplementations.IsEmpty,
        // Item1 of a tuple whose elements have names is there as well.
        IFieldSymbol field => field is { IsImplicitlyDeclared: false, AssociatedSymbol: null } or { CorrespondingTupleField: not null },
        IMethodSymbol method => method is { MethodKind: MethodKind.Ordinary, Arity: 0, Parameters.IsEmpty: true, ReturnsVoid: false, IsAsync: false },
        _ => false,
    };

    /// <summary>
    /// Where a name is looked for: in the type and its bases; of an interface in those that it extends, of a type parameter in what it must be. What
    /// hides comes before what it hides.
    /// </summary>
    public static IEnumerable<ITypeSymbol> Levels(ITypeSymbol type)
    {
        if (type is ITypeParameterSymbol parameter)
            return LevelsOfConstraints(parameter);
        if (type.TypeKind == TypeKind.Interface)
            return [type, .. type.AllInterfaces];
        return Bases(type);
    }

    private static IEnumerable<ITypeSymbol> Bases(ITypeSymbol type)
    {
        for (ITypeSymbol? level = type; level is not null; level = level.BaseType)
            yield return level;
    }

    private static IEnumerable<ITypeSymbol> LevelsOfConstraints(ITypeParameterSymbol parameter)
    {
        List<ITypeSymbol> all = parameter.ConstraintTypes.SelectMany(Levels).ToList();
        return all.Where(static level => level.TypeKind != TypeKind.Interface)
            .Concat(all.Where(static level => level.TypeKind == TypeKind.Interface).OrderByDescending(static level => level.AllInterfaces.Length));
    }

    /// <summary>What was probably meant: the other kind of member of the name, or the name that is nearest.</summary>
    private string? Nearest(ITypeSymbol type, PathStep step)
    {
        ISymbol? nearest = null;
        int least = Math.Max(1, step.Name.Length / 3) + 1;
        foreach (ISymbol member in Readable(type))
        {
            if (member.ContainingType.SpecialType == SpecialType.System_Object)
                continue;
            int distance = Misspelling.Distance(member.Name.ToLowerInvariant(), step.Name.ToLowerInvariant());
            if (distance >= least)
                continue;
            least = distance;
            nearest = member;
        }

        return nearest is null ? null : nearest.Name + (nearest is IMethodSymbol ? "()" : "");
    }

    internal static ITypeSymbol NullableOf(ITypeSymbol type, Compilation compilation) => type switch
    {
        { IsValueType: true } when !ValueTypes.IsNullableValue(type) => compilation.GetSpecialType(SpecialType.System_Nullable_T).Construct(type),
        { IsReferenceType: true } => type.WithNullableAnnotation(NullableAnnotation.Annotated),
        _ => type,
    };

    /// <summary>An expression that grows: <c>this.Home</c>, <c>this.Home?.City</c>, <c>this.Home?.City.Length</c>.</summary>
    private sealed class Chain(string access, ITypeSymbol declared, bool canBeNull)
    {
        private string _access = access;
        private bool _isLifted;

        /// <summary>The type that the last step declares. Behind a question mark the expression may be null where that cannot.</summary>
        public ITypeSymbol Declared { get; private set; } = declared;

        /// <summary>Whether the last step may be null.</summary>
        public bool CanBeNull { get; private set; } = canBeNull;

        public void Read(string member, ITypeSymbol type)
        {
            _access += (CanBeNull ? "?." : ".") + member;
            _isLifted |= CanBeNull;
            Follow(type);
        }

        /// <summary>Reads the next member as that of a base.</summary>
        public void Cast(ITypeSymbol type)
        {
            _access = $"(({TypeText.Qualified(type)}){_access})";
            _isLifted = false;
        }

        /// <summary>A value that is no part of the chain, such as the result of a call.</summary>
        public void Begin(PathValue value)
        {
            _access = value.Access;
            _isLifted = false;
            Follow(value.Type);
        }

        public PathValue ToValue(Compilation compilation)
        {
            // Inside of a?.b the struct b is no nullable: what is read behind it is read behind the whole.
            bool isStructInChain = _isLifted && Declared.IsValueType && !ValueTypes.IsNullableValue(Declared) && Declared.SpecialType == SpecialType.None;
            return new PathValue(isStructInChain ? $"({_access})" : _access, _isLifted ? NullableOf(Declared, compilation) : Declared);
        }

        private void Follow(ITypeSymbol type)
        {
            Declared = type;
            CanBeNull = !type.IsValueType || ValueTypes.IsNullableValue(type);
        }
    }
}
