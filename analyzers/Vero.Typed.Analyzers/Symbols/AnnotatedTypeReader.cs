using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Vero.Typed.Analyzers.Symbols;

/// <summary>
/// Reads what is annotated of a type: its hierarchy, its members, and what of them other generators make. It knows no operation: what an
/// attribute means is the business of the parsers.
/// </summary>
internal static class AnnotatedTypeReader
{
    /// <summary>The attribute that stands for a type: whichever step of the generator sees it yields the type, and no other.</summary>
    public static VeroAttribute? Anchor(INamedTypeSymbol type, KnownSymbols symbols)
    {
        if (!symbols.CanBeAnnotated(type))
            return null;

        foreach (AttributeData attribute in type.GetAttributes())
        {
            if (KnownSymbols.RowOf(attribute) is { Place: not AttributePlace.Elsewhere } row)
                return new VeroAttribute(attribute, row, type);
        }

        foreach (IParameterSymbol parameter in PositionalParameters(type))
        {
            if (On(parameter, symbols) is [var first, ..])
                return first;
        }

        foreach (ISymbol member in type.GetMembers())
        {
            if (CanBeSent(member) && !symbols.GeneratedTrees.ContainAll(member) && On(member, symbols) is [var first, ..])
                return first;
        }

        return null;
    }

    /// <summary>An attribute of the type itself; null when it is not there, or when another source generator makes it.</summary>
    public static VeroAttribute? OnType(INamedTypeSymbol type, VeroAttributeKind kind, KnownSymbols symbols)
    {
        foreach (AttributeData attribute in type.GetAttributes())
        {
            if (KnownSymbols.RowOf(attribute) is { } row && row.Kind == kind && !symbols.GeneratedTrees.Contains(attribute))
                return new VeroAttribute(attribute, row, type);
        }

        return null;
    }

    /// <summary>Whether another source generator makes an annotated member of the type.</summary>
    public static bool HasMadeByGenerator(INamedTypeSymbol type, KnownSymbols symbols) =>
        type.DeclaringSyntaxReferences.Any(declaration => symbols.GeneratedTrees.Contains(declaration.SyntaxTree))
        && type.GetMembers().Any(member => CanBeSent(member) && symbols.GeneratedTrees.ContainAll(member) && On(member, symbols).Count > 0);

    /// <summary>Whether the type itself, not a base, has something of ours on it.</summary>
    public static bool HasOwn(INamedTypeSymbol type, KnownSymbols symbols) =>
        Anchor(type.OriginalDefinition, symbols) is not null;

    /// <summary>Whether a base has something of ours on it.</summary>
    public static bool HasAnnotatedBase(INamedTypeSymbol type, KnownSymbols symbols)
    {
        for (INamedTypeSymbol? current = type.BaseType; current is { TypeKind: not TypeKind.Error }; current = current.BaseType)
        {
            if (HasOwn(current, symbols))
                return true;
        }

        return false;
    }

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

    /// <summary>What is annotated of a type and its bases. Read once for each compilation.</summary>
    public static AnnotatedType Read(INamedTypeSymbol type, KnownSymbols symbols) =>
        symbols.AnnotatedTypes.TryGetValue(type, out AnnotatedType? known) ? known : symbols.AnnotatedTypes.GetOrAdd(type, ReadNow(type, symbols));

    private static AnnotatedType ReadNow(INamedTypeSymbol type, KnownSymbols symbols)
    {
        // Rules ask this of every type that code makes or writes to, and hardly any has to do with Vero: then its members need not be looked at.
        List<INamedTypeSymbol> hierarchy = Hierarchy(type, symbols);
        if (!hierarchy.Exists(symbols.CanBeAnnotated))
            return new AnnotatedType(type, [], []);

        var members = new List<AnnotatedMember>();
        var madeByGenerator = new List<ISymbol>();
        foreach (INamedTypeSymbol level in hierarchy)
            AddLevel(level, symbols, members, madeByGenerator);
        return new AnnotatedType(type, members, madeByGenerator);
    }

    /// <summary>Whether a member hides another one of its name in a base.</summary>
    public static bool Shadows(ISymbol member, ISymbol other) => member is INamedTypeSymbol
        ? other is INamedTypeSymbol && !SymbolEqualityComparer.Default.Equals(member, other)
        : member.Name == other.Name && !SymbolEqualityComparer.Default.Equals(member.ContainingType, other.ContainingType);

    /// <summary>Whether an override has another type than what it overrides.</summary>
    public static bool Narrows(ISymbol member, ISymbol overridden) =>
        !SymbolEqualityComparer.Default.Equals(AnnotatedMember.TypeOf(member), AnnotatedMember.TypeOf(overridden));

    /// <summary>No name yet, or a name that two members have: the compiler says so, and code that reads it would only add errors.</summary>
    public static bool IsAmbiguous(ISymbol member) => member.Name.Length == 0
        || (member is not (IPropertySymbol { IsIndexer: true } or IMethodSymbol or INamedTypeSymbol) && member.ContainingType.GetMembers(member.Name).Length > 1);

    /// <summary>What <paramref name="derived"/> sends that its base <paramref name="ancestor"/> does not.</summary>
    public static IEnumerable<AnnotatedMember> AddedTo(INamedTypeSymbol derived, INamedTypeSymbol ancestor, KnownSymbols symbols)
    {
        List<INamedTypeSymbol> known = Hierarchy(ancestor, symbols);
        return Read(derived, symbols).Members.Where(member =>
            !known.Exists(type => SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, member.AnnotatedIn.OriginalDefinition)));
    }

    /// <summary>What is written on a member. Read once for each compilation.</summary>
    public static IReadOnlyList<VeroAttribute> On(ISymbol symbol, KnownSymbols symbols) =>
        symbols.Attributes.TryGetValue(symbol, out IReadOnlyList<VeroAttribute>? known) ? known : symbols.Attributes.GetOrAdd(symbol, OnNow(symbol, symbols));

    private static IReadOnlyList<VeroAttribute> OnNow(ISymbol symbol, KnownSymbols symbols)
    {
        if (symbols.Written.On(symbol) is { } written)
            return written;

        List<VeroAttribute>? found = null;
        foreach (AttributeData attribute in symbol.GetAttributes())
        {
            if (KnownSymbols.RowOf(attribute) is { Place: AttributePlace.Member } row)
                (found ??= []).Add(new VeroAttribute(attribute, row, symbol));
        }

        return found ?? (IReadOnlyList<VeroAttribute>)[];
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

    /// <summary>Whether something of ours on the member counts, rightly or not.</summary>
    public static bool CanBeSent(ISymbol member) =>
        member is IPropertySymbol or IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation } || (member is IFieldSymbol { AssociatedSymbol: null } field && !field.IsImplicitlyDeclared);

    private static void AddLevel(
        INamedTypeSymbol level, KnownSymbols symbols, List<AnnotatedMember> members, List<ISymbol> madeByGenerator)
    {
        // An override in a type without attributes still is what is sent.
        bool canBeAnnotated = symbols.CanBeAnnotated(level);
        Dictionary<string, IReadOnlyList<VeroAttribute>>? onParameters = null;
        foreach (IParameterSymbol parameter in canBeAnnotated ? PositionalParameters(level) : [])
        {
            if (On(parameter, symbols) is { Count: > 0 } attributes && !(onParameters ??= []).ContainsKey(parameter.Name))
                onParameters.Add(parameter.Name, attributes);
        }

        foreach (VeroAttribute attribute in canBeAnnotated ? On(level, symbols) : [])
            members.Add(new AnnotatedMember(level, [attribute], level));

        foreach (ISymbol member in level.GetMembers())
        {
            if (!CanBeSent(member))
                continue;

            IReadOnlyList<VeroAttribute> attributes = canBeAnnotated ? On(member, symbols) : [];
            if (symbols.GeneratedTrees.ContainAll(member))
            {
                if (attributes.Count > 0)
                    madeByGenerator.Add(member);
                continue;
            }

            if (onParameters is not null && onParameters.TryGetValue(member.Name, out IReadOnlyList<VeroAttribute>? onParameter))
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
        foreach (KeyValuePair<string, IReadOnlyList<VeroAttribute>> parameter in onParameters)
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
    private static IEnumerable<AnnotatedMember> Apart(ISymbol member, IReadOnlyList<VeroAttribute> attributes, INamedTypeSymbol level) => attributes.Count switch
    {
        0 => [],
        1 => [new AnnotatedMember(member, attributes, level)],
        _ => SeveralApart(member, attributes, level),
    };

    private static IEnumerable<AnnotatedMember> SeveralApart(ISymbol member, IReadOnlyList<VeroAttribute> attributes, INamedTypeSymbol level)
    {
        List<VeroAttribute> whole = attributes.Where(static attribute => attribute.Named("From") is null).ToList();
        bool areOfOneKind = whole.TrueForAll(attribute => attribute.Kind == whole[0].Kind && attribute.Kind is VeroAttributeKind.Trait or VeroAttributeKind.Channel);
        bool isTogether = false;
        foreach (VeroAttribute attribute in attributes)
        {
            if (areOfOneKind || attribute.Named("From") is not null)
            {
                yield return new AnnotatedMember(member, [attribute], level);
            }
            else if (!isTogether)
            {
                isTogether = true;
                yield return new AnnotatedMember(member, whole, level);
            }
        }
    }

    /// <summary>Takes what a derived type says of a member. What only repeats the base adds nothing.</summary>
    private static void Annotate(ISymbol known, ISymbol member, IReadOnlyList<VeroAttribute> attributes, INamedTypeSymbol level, List<AnnotatedMember> members)
    {
        List<AnnotatedMember> before = members.FindAll(m => SymbolEqualityComparer.Default.Equals(m.Member, known));
        int at = members.IndexOf(before[0]);
        members.RemoveAll(before.Contains);
        bool saysMore = attributes.Any(attribute => !before.Exists(m => m.Attributes.Any(attribute.SaysTheSameAs)));
        members.InsertRange(at, saysMore ? Apart(member, attributes, level) : before.Select(one => one with { Member = member }));
    }

    // The same on a parameter and on its property counts once.
    private static List<VeroAttribute> Merge(IReadOnlyList<VeroAttribute> first, IReadOnlyList<VeroAttribute> second)
    {
        var merged = new List<VeroAttribute>(first);
        foreach (VeroAttribute attribute in second)
        {
            if (!first.Any(attribute.SaysTheSameAs))
                merged.Add(attribute);
        }

        return merged;
    }

    private static ISymbol? Overridden(ISymbol member, List<AnnotatedMember> members)
    {
        for (ISymbol? current = OverriddenBy(member); current is not null; current = OverriddenBy(current))
        {
            if (members.Exists(known => SymbolEqualityComparer.Default.Equals(known.Member, current)))
                return current;
        }

        return null;
    }

    /// <summary>What a property or method overrides.</summary>
    public static ISymbol? OverriddenBy(ISymbol member) => member is IPropertySymbol property ? property.OverriddenProperty : (member as IMethodSymbol)?.OverriddenMethod;

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
