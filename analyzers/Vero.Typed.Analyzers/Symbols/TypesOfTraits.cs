using Microsoft.CodeAnalysis;

namespace Vero.Typed.Analyzers.Symbols;

/// <summary>Finds the types of which annotated members hold values, directly or in collections, dictionaries and value objects.</summary>
internal static class TypesOfTraits
{
    /// <summary>Whether the type is only ever the value of a trait, so that it needs neither an id nor methods, and no key in it is reserved.</summary>
    public static bool IsValue(INamedTypeSymbol type, IReadOnlyList<AnnotatedMember> members, KnownSymbols symbols) => !type.IsAbstract
        && AnnotatedTypeReader.OnType(type, VeroAttributeKind.Event, symbols) is null
        && (SerializationOptions.IsValueOnly(type) || (members.All(static m => m.IsPart) && symbols.IsTypeOfTrait(type)));

    /// <summary>Adds the types of all values that traits of a type, and of those in it, hold, and their bases.</summary>
    public static void Add(INamedTypeSymbol holder, HashSet<INamedTypeSymbol> found, KnownSymbols symbols)
    {
        AddTraitsOf(holder, found, symbols);

        // class Customer : Entity<Address>
        for (INamedTypeSymbol? current = holder.BaseType; current is { IsGenericType: true }; current = current.BaseType)
        {
            AddTraitsOf(current, found, symbols);
        }

        foreach (INamedTypeSymbol inner in holder.GetTypeMembers())
            Add(inner, found, symbols);
    }

    /// <summary>The types of the values that a member of a type holds, as they are declared.</summary>
    public static HashSet<INamedTypeSymbol> HeldBy(ITypeSymbol type, KnownSymbols symbols)
    {
        var found = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default);
        Add(type, found, symbols, withBases: false);
        return found;
    }

    private static void AddTraitsOf(INamedTypeSymbol type, HashSet<INamedTypeSymbol> found, KnownSymbols symbols)
    {
        if (!symbols.CanBeAnnotated(type))
            return;

        foreach (VeroAttribute attribute in AnnotatedTypeReader.On(type, symbols))
            AddPart(attribute, MapTable.MappedBy(type) ?? type, type, found, symbols);

        bool? hasOwn = null;
        foreach (ISymbol member in type.GetMembers())
        {
            // What a converter makes is sent wherever it converts.
            if (member is IMethodSymbol { IsStatic: true, MethodKind: MethodKind.Ordinary } method && symbols.Written.MayHave(method, VeroAttributes.Of(VeroAttributeKind.Converter).Name)
                && method.GetAttributes().Any(static attribute => KnownSymbols.KindOf(attribute) == VeroAttributeKind.Converter))
                Add(method.ReturnType, found, symbols, withBases: true);
            // An override without an attribute has that of the base, where there is code for the type itself.
            foreach (VeroAttribute attribute in AnnotatedTypeReader.CanBeSent(member) ? AnnotatedTypeReader.On(member, symbols) : [])
                AddPart(attribute, AnnotatedMember.TypeOf(member), type, found, symbols);
            if (OverridesTrait(member, symbols) && (hasOwn ??= AnnotatedTypeReader.HasOwn(type, symbols)))
                Add(AnnotatedMember.TypeOf(member), found, symbols, withBases: true);
        }

        foreach (IParameterSymbol parameter in AnnotatedTypeReader.PositionalParameters(type))
        {
            foreach (VeroAttribute attribute in AnnotatedTypeReader.On(parameter, symbols))
                AddPart(attribute, parameter.Type, type, found, symbols);
        }
    }

    // What the attribute sends: the whole value, what a path leads to, or what a converter of the member's own makes of it.
    private static void AddPart(VeroAttribute attribute, ITypeSymbol start, INamedTypeSymbol annotatedIn, HashSet<INamedTypeSymbol> found, KnownSymbols symbols)
    {
        if (!attribute.Row.IsPart || attribute.Named("Value") is not null)
            return;
        string? path = attribute.Text("From");
        if (attribute.Text("Converter") is { } converter)
        {
            foreach (IMethodSymbol method in annotatedIn.GetMembers(converter).OfType<IMethodSymbol>())
                Add(method.ReturnType, found, symbols, withBases: true);
        }
        else if (path is not null)
        {
            if (PathReader.TypeAlong(path, start) is { } sent)
                Add(sent, found, symbols, withBases: true);
        }
        else if (attribute.Target is not INamedTypeSymbol)
        {
            Add(start, found, symbols, withBases: true);
        }
    }

    private static bool OverridesTrait(ISymbol member, KnownSymbols symbols)
    {
        for (IPropertySymbol? current = (member as IPropertySymbol)?.OverriddenProperty; current is not null; current = current.OverriddenProperty)
        {
            if (IsTrait(current, symbols))
                return true;
        }

        return false;
    }

    private static bool IsTrait(ISymbol member, KnownSymbols symbols) =>
        AnnotatedTypeReader.On(member, symbols).Any(static attribute => attribute.Row.IsPart && attribute.SendsWholeValue);

    private static void Add(ITypeSymbol type, HashSet<INamedTypeSymbol> found, KnownSymbols symbols, bool withBases)
    {
        ITypeSymbol value = ValueTypes.WithoutNullable(type);
        if (value is IArrayTypeSymbol array)
        {
            Add(array.ElementType, found, symbols, withBases);
            return;
        }

        if (value is not INamedTypeSymbol { SpecialType: SpecialType.None } named)
            return;

        foreach (ITypeSymbol argument in named.TypeArguments)
            Add(argument, found, symbols, withBases);
        if (!found.Add(named.OriginalDefinition) || !symbols.IsInThisCompilation(named))
            return;

        if (ValueTypes.ItemOf(named) is { } item)
            Add(item, found, symbols, withBases);
        if (ValueTypes.ValueOf(named, static _ => false) is { } inner)
            Add(inner.Type, found, symbols, withBases);

        // What a base has is sent with the derived type.
        if (withBases && named.BaseType is { } baseType)
            Add(baseType, found, symbols, withBases);
    }
}
