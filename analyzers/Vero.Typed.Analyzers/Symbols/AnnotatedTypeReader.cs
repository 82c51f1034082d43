using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Vero.Typed.Analyzers.Parsing.Values;

namespace Vero.Typed.Analyzers.Symbols;

/// <summary>What sends something: a property, a field or a method with what is written on it, or a type with one of its attributes.</summary>
internal sealed class AnnotatedMember
{
    /// <summary>The property or field to read; for an override, the most derived one.</summary>
    public required ISymbol Member { get; set; }

    /// <summary>Of the member itself, or of the one that it overrides.</summary>
    public required List<VeroAttribute> Attributes { get; init; }

    /// <summary>The type that wrote the attributes: its naming policy counts, and its errors are its own.</summary>
    public required INamedTypeSymbol AnnotatedIn { get; init; }

    public ITypeSymbol Type => TypeOf(Member);

    /// <summary>Whether it is written on a type: then a path begins at the type, or there is a constant.</summary>
    public bool IsOnType => Member is INamedTypeSymbol;

    /// <summary>Whether what is sent is the value of a property or a field, and not what a path or a converter makes of it.</summary>
    public bool SendsItsValue => Member is IPropertySymbol or IFieldSymbol && Attributes.TrueForAll(static attribute => attribute.SendsWholeValue);

    public static ITypeSymbol TypeOf(ISymbol member) => member switch
    {
        IPropertySymbol property => property.Type,
        IFieldSymbol field => field.Type,
        IMethodSymbol method => method.ReturnType,
        _ => (INamedTypeSymbol)member,
    };

    /// <summary>
    /// Whether it is sent of a value that is inside of a customer. Id, email and channels have places of their own in the body, and the
    /// reserved keys are those of the customer.
    /// </summary>
    public bool IsPart => Attributes[0].Kind is VeroAttributeKind.Trait or VeroAttributeKind.Data;

    public bool IsSameAs(AnnotatedMember other) => SymbolEqualityComparer.Default.Equals(Member, other.Member);

    /// <summary>The key that the attribute sends the member under; null when it has none, or a blank one.</summary>
    public string? KeyOf(VeroAttribute attribute)
    {
        if (ReservedKeyTable.Of(attribute.Kind) is { } reserved)
            return reserved;
        if (attribute.Kind != VeroAttributeKind.Trait)
            return null;
        if (attribute.Data.ConstructorArguments.IsEmpty)
            return attribute.Data.AttributeConstructor is null || NameOf(attribute) is not { } name ? null : NamingPolicy.KeyFor(name, AnnotatedIn);
        return attribute.Data.ConstructorArguments[0].Value is string key && !string.IsNullOrWhiteSpace(key) ? key : null;
    }

    // The name that the key is made of.
    private string? NameOf(VeroAttribute attribute)
    {
        if (attribute.Text("From") is { } path)
            return FromPath.Parse(path, out _) is { } steps ? FromPath.LastName(steps) ?? (IsOnType ? null : Member.Name) : null;
        return IsOnType ? null : Member is IFieldSymbol ? NamingPolicy.WithoutFieldPrefix(Member.Name) : Member.Name;
    }
}

/// <summary>Collects the annotated members of a type.</summary>
internal static class AnnotatedMembers
{
    /// <summary>The attribute that stands for a type: whichever step of the generator sees it yields the type, and no other.</summary>
    public static VeroAttribute? Anchor(INamedTypeSymbol type, KnownSymbols symbols)
    {
        foreach (AttributeData attribute in type.GetAttributes())
        {
            VeroAttributeKind kind = KnownSymbols.KindOf(attribute);
            if (kind is not (VeroAttributeKind.None or VeroAttributeKind.Converters))
                return new VeroAttribute(attribute, kind, type);
        }

        foreach (IParameterSymbol parameter in PositionalParameters(type))
        {
            if (On(parameter) is [var first, ..])
                return first;
        }

        foreach (ISymbol member in type.GetMembers())
        {
            if (CanBeSent(member) && !symbols.GeneratedTrees.ContainAll(member) && On(member) is [var first, ..])
                return first;
        }

        return null;
    }

    /// <summary>Whether another source generator makes an annotated member of the type.</summary>
    public static bool HasMadeByGenerator(INamedTypeSymbol type, KnownSymbols symbols) =>
        type.DeclaringSyntaxReferences.Any(declaration => symbols.GeneratedTrees.Contains(declaration.SyntaxTree))
        && type.GetMembers().Any(member => CanBeSent(member) && symbols.GeneratedTrees.ContainAll(member) && On(member).Count > 0);

    /// <summary>Whether the type itself, not a base, has something of ours on it.</summary>
    public static bool HasOwn(INamedTypeSymbol type, KnownSymbols symbols) =>
        symbols.CanBeAnnotated(type.ContainingAssembly) && Anchor(type.OriginalDefinition, symbols) is not null;

    /// <summary>The types that count for <paramref name="type"/>, base first, itself last.</summary>
    public static List<INamedTypeSymbol> Hierarchy(INamedTypeSymbol type, KnownSymbols symbols)
    {
        var types = new List<INamedTypeSymbol>();
        for (INamedTypeSymbol? current = type; current is { TypeKind: not TypeKind.Error, SpecialType: SpecialType.None }; current = current.BaseType)
        {
            if (symbols.CanBeAnnotated(current.ContainingAssembly))
                types.Add(current);
        }

        types.Reverse();
        return types;
    }

    /// <summary>
    /// The members of the whole hierarchy, base first. <paramref name="madeByGenerator"/> receives those annotated members that exist
    /// only in trees made by other generators.
    /// </summary>
    public static List<AnnotatedMember> Collect(INamedTypeSymbol type, KnownSymbols symbols, List<ISymbol> madeByGenerator)
    {
        var members = new List<AnnotatedMember>();
        foreach (INamedTypeSymbol level in Hierarchy(type, symbols))
            CollectLevel(level, symbols, members, madeByGenerator);
        return members;
    }

    /// <summary>Whether a member hides another one of its name in a base.</summary>
    public static bool Shadows(ISymbol member, ISymbol other) => member is INamedTypeSymbol
        ? other is INamedTypeSymbol && !SymbolEqualityComparer.Default.Equals(member, other)
        : member.Name == other.Name && !SymbolEqualityComparer.Default.Equals(member.ContainingType, other.ContainingType);

    /// <summary>No name yet, or a name that two members have: the compiler says so, and code that reads it would only add errors.</summary>
    public static bool IsAmbiguous(ISymbol member) => member.Name.Length == 0
        || (member is not (IPropertySymbol { IsIndexer: true } or IMethodSymbol or INamedTypeSymbol) && member.ContainingType.GetMembers(member.Name).Length > 1);

    public static bool HaveId(List<AnnotatedMember> members) =>
        members.Exists(static m => m.Attributes.Exists(static a => a.Kind == VeroAttributeKind.Id));

    /// <summary>What <paramref name="derived"/> sends that its base <paramref name="ancestor"/> does not.</summary>
    public static IEnumerable<AnnotatedMember> AddedTo(INamedTypeSymbol derived, INamedTypeSymbol ancestor, KnownSymbols symbols)
    {
        List<INamedTypeSymbol> known = Hierarchy(ancestor, symbols);
        return Collect(derived, symbols, []).Where(member =>
            !known.Exists(type => SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, member.AnnotatedIn.OriginalDefinition)));
    }

    public static List<VeroAttribute> On(ISymbol symbol)
    {
        List<VeroAttribute>? found = null;
        foreach (AttributeData attribute in symbol.GetAttributes())
        {
            VeroAttributeKind kind = KnownSymbols.KindOf(attribute);
            if (kind is not (VeroAttributeKind.None or VeroAttributeKind.Serialization or VeroAttributeKind.Converter or VeroAttributeKind.Converters or VeroAttributeKind.Map))
                (found ??= []).Add(new VeroAttribute(attribute, kind, symbol));
        }

        return found ?? [];
    }

    /// <summary>The parameters of a positional record, from its declaration or, in metadata, from any constructor.</summary>
    public static IEnumerable<IParameterSymbol> PositionalParameters(INamedTypeSymbol type)
    {
        // A record struct of another assembly is a struct like any other; but only in a positional record do parameters keep our attributes.
        bool canBePositional = type.IsRecord || (type.TypeKind == TypeKind.Struct && type.DeclaringSyntaxReferences.IsEmpty);
        if (!canBePositional)
            yield break;
        foreach (IMethodSymbol constructor in type.InstanceConstructors)
        {
            if (constructor.DeclaringSyntaxReferences is [var declaration] && declaration.GetSyntax() is not RecordDeclarationSyntax)
                continue;
            foreach (IParameterSymbol parameter in constructor.Parameters)
                yield return parameter;
        }
    }

    private static bool CanBeSent(ISymbol member) =>
        member is IPropertySymbol or IMethodSymbol { MethodKind: MethodKind.Ordinary } || (member is IFieldSymbol { AssociatedSymbol: null } field && !field.IsImplicitlyDeclared);

    private static void CollectLevel(
        INamedTypeSymbol level, KnownSymbols symbols, List<AnnotatedMember> members, List<ISymbol> madeByGenerator)
    {
        Dictionary<string, List<VeroAttribute>>? onParameters = null;
        foreach (IParameterSymbol parameter in PositionalParameters(level))
        {
            if (On(parameter) is { Count: > 0 } attributes && !(onParameters ??= []).ContainsKey(parameter.Name))
                onParameters.Add(parameter.Name, attributes);
        }

        foreach (VeroAttribute attribute in On(level))
            members.Add(new AnnotatedMember { Member = level, Attributes = [attribute], AnnotatedIn = level });

        foreach (ISymbol member in level.GetMembers())
        {
            if (!CanBeSent(member))
                continue;

            List<VeroAttribute> attributes = On(member);
            if (symbols.GeneratedTrees.ContainAll(member))
            {
                if (attributes.Count > 0)
                    madeByGenerator.Add(member);
                continue;
            }

            if (onParameters is not null && onParameters.TryGetValue(member.Name, out List<VeroAttribute>? onParameter))
            {
                onParameters.Remove(member.Name);
                attributes = Merge(onParameter, attributes);
            }

            if (Overridden(member, members) is { } overridden)
                Annotate(overridden, member, attributes, level, members);
            else
                members.AddRange(Apart(member, attributes, level));
        }

        if (onParameters is null)
            return;

        // record D([VeroId] int Id) : B(Id): the parameter speaks for the property that it inherits.
        foreach (KeyValuePair<string, List<VeroAttribute>> parameter in onParameters)
        {
            if (Inherited(parameter.Key, level, symbols) is not { } inherited)
                continue;
            if (members.Exists(m => SymbolEqualityComparer.Default.Equals(m.Member, inherited)))
                Annotate(inherited, inherited, parameter.Value, level, members);
            else
                members.AddRange(Apart(inherited, parameter.Value, level));
        }
    }

    /// <summary>
    /// Attributes that each send something of their own: those with a path, and several keys or channels of one value. What is left excludes each
    /// other and stays together.
    /// </summary>
    private static IEnumerable<AnnotatedMember> Apart(ISymbol member, List<VeroAttribute> attributes, INamedTypeSymbol level)
    {
        List<VeroAttribute> whole = attributes.FindAll(static attribute => attribute.Argument("From") is null);
        bool areOfOneKind = whole.TrueForAll(attribute => attribute.Kind == whole[0].Kind && attribute.Kind is VeroAttributeKind.Trait or VeroAttributeKind.Channel);
        bool isTogether = false;
        foreach (VeroAttribute attribute in attributes)
        {
            if (areOfOneKind || attribute.Argument("From") is not null)
            {
                yield return new AnnotatedMember { Member = member, Attributes = [attribute], AnnotatedIn = level };
            }
            else if (!isTogether)
            {
                isTogether = true;
                yield return new AnnotatedMember { Member = member, Attributes = whole, AnnotatedIn = level };
            }
        }
    }

    /// <summary>Takes what a derived type says of a member. What only repeats the base adds nothing.</summary>
    private static void Annotate(ISymbol known, ISymbol member, List<VeroAttribute> attributes, INamedTypeSymbol level, List<AnnotatedMember> members)
    {
        List<AnnotatedMember> before = members.FindAll(m => SymbolEqualityComparer.Default.Equals(m.Member, known));
        if (attributes.Exists(attribute => !before.Exists(m => m.Attributes.Exists(attribute.SaysTheSameAs))))
        {
            int at = members.IndexOf(before[0]);
            members.RemoveAll(before.Contains);
            members.InsertRange(at, Apart(member, attributes, level));
            return;
        }

        foreach (AnnotatedMember one in before)
            one.Member = member;
    }

    // The same on a parameter and on its property counts once.
    private static List<VeroAttribute> Merge(List<VeroAttribute> first, List<VeroAttribute> second)
    {
        var merged = new List<VeroAttribute>(first);
        foreach (VeroAttribute attribute in second)
        {
            if (!first.Exists(attribute.SaysTheSameAs))
                merged.Add(attribute);
        }

        return merged;
    }

    private static ISymbol? Overridden(ISymbol member, List<AnnotatedMember> members)
    {
        for (ISymbol? current = OverriddenBy(member); current is not null; current = OverriddenBy(current))
        {
            foreach (AnnotatedMember known in members)
            {
                if (SymbolEqualityComparer.Default.Equals(known.Member, current))
                    return current;
            }
        }

        return null;
    }

    private static ISymbol? OverriddenBy(ISymbol member) => member is IPropertySymbol property ? property.OverriddenProperty : (member as IMethodSymbol)?.OverriddenMethod;

    private static ISymbol? Inherited(string name, INamedTypeSymbol level, KnownSymbols symbols)
    {
        for (INamedTypeSymbol? current = level.BaseType; current is not null; current = current.BaseType)
        {
            foreach (ISymbol member in current.GetMembers(name))
            {
                if (CanBeSent(member) && !symbols.GeneratedTrees.ContainAll(member))
                    return member;
            }
        }

        return null;
    }
}
