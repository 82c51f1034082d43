using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Vero.Typed.Analyzers.Symbols;

/// <summary>Which types can be sent as what.</summary>
internal static class ValueTypes
{
    private const string ValueName = "Value";

    public static ITypeSymbol WithoutNullable(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;

    public static bool IsNullableValue(ITypeSymbol type) => type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    /// <summary>Judged where the type parameter is known: on the closed derived type.</summary>
    public static bool IsOpen(ITypeSymbol type) => WithoutNullable(type) is ITypeParameterSymbol;

    /// <summary>Whether a type parameter is anywhere in the type.</summary>
    public static bool MentionsTypeParameter(ITypeSymbol type) => type switch
    {
        ITypeParameterSymbol => true,
        IArrayTypeSymbol array => MentionsTypeParameter(array.ElementType),
        INamedTypeSymbol named => TypeText.WithContainingTypes(named).Exists(static t => t.TypeArguments.Any(MentionsTypeParameter)),
        _ => false,
    };

    /// <summary>Whether a value that is no null can still be nothing.</summary>
    public static bool MayBeUnset(ITypeSymbol type) => IsImmutableArray(type) || IsArraySegment(type) || Is(type, "JsonElement", "System", "Text", "Json");

    /// <summary>
    /// Whether a declaration says that there may be nothing to send: a reference that is said to be never null is taken at its word. The invariant
    /// culture is left out.
    /// </summary>
    public static bool SaysItCanBeNull(ITypeSymbol type) => IsNullableValue(type) || IsCultureInfo(type) || MayBeUnset(type)
        || (!type.IsValueType && type.NullableAnnotation != NullableAnnotation.NotAnnotated);

    /// <summary>The compiler has said that it does not know the type, so there is nothing to add.</summary>
    public static bool IsUnknown(ITypeSymbol type) => type switch
    {
        IErrorTypeSymbol => true,
        IArrayTypeSymbol array => IsUnknown(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Any(IsUnknown),
        _ => false,
    };

    public static bool IsInteger(ITypeSymbol type) => type.SpecialType
        is SpecialType.System_SByte or SpecialType.System_Int16 or SpecialType.System_Int32 or SpecialType.System_Int64
        or SpecialType.System_Byte or SpecialType.System_UInt16 or SpecialType.System_UInt32 or SpecialType.System_UInt64
        && !type.IsNativeIntegerType;

    public static bool IsString(ITypeSymbol type) => type.SpecialType == SpecialType.System_String;

    public static bool IsGuid(ITypeSymbol type) => Is(type, "Guid", "System");

    /// <summary>Whether values of a type can be ids as they are.</summary>
    public static bool CanBeId(ITypeSymbol type)
    {
        ITypeSymbol value = WithoutNullable(type);
        return IsString(value) || IsGuid(value) || IsInteger(value);
    }

    public static bool IsMailAddress(ITypeSymbol type) => Is(type, "MailAddress", "System", "Net", "Mail");

    public static bool IsCultureInfo(ITypeSymbol type) => Is(type, "CultureInfo", "System", "Globalization");

    public static bool IsTimeZoneInfo(ITypeSymbol type) => Is(type, "TimeZoneInfo", "System");

    public static bool IsTimeSpan(ITypeSymbol type) => Is(type, "TimeSpan", "System");

    public static bool IsArraySegment(ITypeSymbol type) => Is(type, "ArraySegment", "System");

    public static bool IsImmutableArray(ITypeSymbol type) => Is(type, "ImmutableArray", "System", "Collections", "Immutable");

    /// <summary>
    /// The property <c>Value</c> of a value object, if the type is one: all other public instance properties are computed and cannot be set, such as
    /// <c>IsEmpty</c>, and no public instance field is beside it. Members that only another generator makes count where <paramref name="ignored"/> does not say so.
    /// </summary>
    public static IPropertySymbol? ValueOf(ITypeSymbol type, Func<ISymbol, bool> ignored)
    {
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct })
            return null;

        // Asked for the type of nearly every value, and hardly any has one.
        if (!HasMemberOfName(type, ValueName) || MembersOf(type).Any(member => member is IFieldSymbol { DeclaredAccessibility: Accessibility.Public } && !ignored(member)))
            return null;

        IPropertySymbol? value = null;
        bool hasOthers = false;
        foreach (IPropertySymbol property in PublicPropertiesOf(type, ignored))
        {
            if (property is { Name: ValueName, IsIndexer: false })
            {
                if (value is not null)
                    return null;
                value = property;
            }
            else if (IsAboutValue(property))
            {
                hasOthers = true;
            }
            else
            {
                return null;
            }
        }

        // The framework's types with a Value mean more than that: a Claim, a Match, a Lazy.
        return value is { GetMethod.DeclaredAccessibility: Accessibility.Public } && !(hasOthers && IsOfFramework(type)) ? value : null;
    }

    private static bool HasMemberOfName(ITypeSymbol type, string name)
    {
        for (ITypeSymbol? current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            if (!current.GetMembers(name).IsEmpty)
                return true;
        }

        return false;
    }

    /// <summary>The public instance properties of a type and its bases, each where it is first declared.</summary>
    public static IEnumerable<IPropertySymbol> PublicPropertiesOf(ITypeSymbol type, Func<ISymbol, bool> ignored) => MembersOf(type)
        .OfType<IPropertySymbol>()
        .Where(property => property.DeclaredAccessibility == Accessibility.Public && !ignored(property));

    /// <summary>The instance properties and fields of a type and its bases, each where it is first declared.</summary>
    public static IEnumerable<ISymbol> MembersOf(ITypeSymbol type)
    {
        for (ITypeSymbol? current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            foreach (ISymbol member in current.GetMembers())
            {
                if (member is IPropertySymbol { IsStatic: false, IsOverride: false } or IFieldSymbol { IsStatic: false, AssociatedSymbol: null })
                    yield return member;
            }
        }
    }

    /// <summary>Whether a property or field names the object, as that of a smart enum does: then it is not evident that its <c>Value</c> is meant.</summary>
    public static bool IsNameOf(ISymbol member) => member.Name is "Name" or "DisplayName" && IsString(AnnotatedMember.TypeOf(member));

    // What is stored beside the value would be lost. A setter that other assemblies cannot see is none, so that the answer is the same for metadata.
    private static bool IsAboutValue(IPropertySymbol property) =>
        property is
        {
            IsIndexer: false,
            GetMethod.DeclaredAccessibility: Accessibility.Public,
            SetMethod: null or { DeclaredAccessibility: Accessibility.Private or Accessibility.Internal or Accessibility.ProtectedAndInternal },
        }
        && !IsNameOf(property) && !IsStored(property);

    // The compiler marks the getters that it writes itself, which is all that is left of the field in metadata.
    private static bool IsStored(IPropertySymbol property) =>
        property.ContainingType.GetMembers().Any(member => member is IFieldSymbol { AssociatedSymbol: { } associated } && SymbolEqualityComparer.Default.Equals(associated, property))
        || property.GetMethod!.GetAttributes().Any(static attribute => attribute.AttributeClass is { } type && Is(type, "CompilerGeneratedAttribute", "System", "Runtime", "CompilerServices"));

    /// <summary>Whether it is one of the types of .NET itself.</summary>
    public static bool IsOfFramework(ITypeSymbol type)
    {
        INamespaceSymbol ns = type.ContainingNamespace;
        while (ns is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false })
            ns = ns.ContainingNamespace;
        return ns is { IsGlobalNamespace: false, Name: "System" };
    }

    /// <summary>The type of the items if the type is a collection of exactly one type of item, and not text.</summary>
    public static ITypeSymbol? ItemOf(ITypeSymbol type)
    {
        if (IsString(type))
            return null;
        if (type is INamedTypeSymbol { Arity: > 0 } generic && !SymbolEqualityComparer.Default.Equals(generic, generic.OriginalDefinition)
            && GenericCollection.Of(generic.OriginalDefinition) is { IsKnown: true } collection)
        {
            return collection.ItemOf(generic);
        }

        return DeclaredItemOf(type);
    }

    /// <summary>The same, from the interfaces of the very type.</summary>
    public static ITypeSymbol? DeclaredItemOf(ITypeSymbol type)
    {
        ITypeSymbol? item = null;
        foreach (INamedTypeSymbol candidate in EnumerablesOf(type))
        {
            if (item is not null && !SymbolEqualityComparer.Default.Equals(item, candidate.TypeArguments[0]))
                return null;
            item = candidate.TypeArguments[0];
        }

        return item;
    }

    /// <summary>Every <c>IEnumerable&lt;T&gt;</c> that the type implements or is.</summary>
    public static IEnumerable<INamedTypeSymbol> EnumerablesOf(ITypeSymbol type)
    {
        ImmutableArray<INamedTypeSymbol> interfaces = type.AllInterfaces;
        if (type is INamedTypeSymbol { TypeKind: TypeKind.Interface } itself)
            interfaces = interfaces.Add(itself);
        return interfaces.Where(static candidate => candidate.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T);
    }

    /// <summary>The types of keys and values if the type is a dictionary.</summary>
    public static (ITypeSymbol Key, ITypeSymbol Value)? EntryOf(ITypeSymbol type) =>
        ItemOf(type) is INamedTypeSymbol { TypeArguments: [var key, var value] } entry && IsKeyValuePair(entry) ? (key, value) : null;

    public static bool IsKeyValuePair(ITypeSymbol type) => Is(type, "KeyValuePair", "System", "Collections", "Generic");

    /// <summary>Whether it is a collection with a key of its own, which an array would lose.</summary>
    public static bool IsGrouping(ITypeSymbol type) => IsOrImplements(type, "IGrouping") || IsOrImplements(type, "ILookup");

    // The interfaces of List<string> are made anew for every member; those of List<T> are there.
    private static bool IsOrImplements(ITypeSymbol type, string name) =>
        Is(type, name, "System", "Linq") || type.OriginalDefinition.AllInterfaces.Any(candidate => Is(candidate, name, "System", "Linq"));

    /// <summary>
    /// What makes <c>foreach</c> enumerate the items of the collection. Empty where it does by itself, which saves an enumerator on the heap.
    /// </summary>
    public static string EnumerableCast(ITypeSymbol collection)
    {
        ITypeSymbol item = ItemOf(collection)!;
        bool enumeratesItself = collection is INamedTypeSymbol { Arity: > 0 } generic && GenericCollection.Of(generic.OriginalDefinition) is { IsKnown: true } known
            ? known.EnumeratesItself
            : EnumeratesItself(collection, item);
        if (collection is IArrayTypeSymbol || enumeratesItself)
            return "";
        return $"(global::System.Collections.Generic.IEnumerable<{TypeText.Qualified(item)}>)";
    }

    /// <summary>Whether <c>foreach</c> enumerates the items without an interface.</summary>
    public static bool EnumeratesItself(ITypeSymbol collection, ITypeSymbol item)
    {
        for (ITypeSymbol? level = collection; level is not null; level = level.BaseType)
        {
            ImmutableArray<ISymbol> candidates = level.GetMembers("GetEnumerator");
            if (candidates.IsEmpty)
                continue;

            return candidates is [IMethodSymbol method] && IsForEach(method)
                && MemberOf(method.ReturnType, "Current") is IPropertySymbol { GetMethod: { } getter } && IsForEach(getter)
                && SymbolEqualityComparer.Default.Equals(getter.ReturnType, item)
                && MemberOf(method.ReturnType, "MoveNext") is IMethodSymbol { ReturnType.SpecialType: SpecialType.System_Boolean } moveNext && IsForEach(moveNext);
        }

        return false;
    }

    private static bool IsForEach(IMethodSymbol method) =>
        method is { IsStatic: false, Parameters.IsEmpty: true, Arity: 0, DeclaredAccessibility: Accessibility.Public }
        && !IsObsoleteError(method.AssociatedSymbol ?? method);

    /// <summary>The nearest member of the name, if there is only one there.</summary>
    private static ISymbol? MemberOf(ITypeSymbol type, string name)
    {
        for (ITypeSymbol? level = type; level is not null; level = level.BaseType)
        {
            ImmutableArray<ISymbol> members = level.GetMembers(name);
            if (!members.IsEmpty)
                return members.Length == 1 ? members[0] : null;
        }

        return type.TypeKind == TypeKind.Interface ? type.AllInterfaces.SelectMany(inherited => inherited.GetMembers(name)).FirstOrDefault() : null;
    }

    public static bool IsObsoleteError(ISymbol symbol)
    {
        foreach (AttributeData attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass is { Name: "ObsoleteAttribute", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } }
                && attribute.ConstructorArguments is [_, { Value: true }])
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether it is the type of a name in a namespace, whatever its type arguments.</summary>
    public static bool Is(ITypeSymbol type, string name, params string[] namespaces)
    {
        if (type.Name != name || type.ContainingType is not null)
            return false;

        INamespaceSymbol? current = type.ContainingNamespace;
        for (int i = namespaces.Length - 1; i >= 0; i--)
        {
            if (current?.Name != namespaces[i])
                return false;
            current = current.ContainingNamespace;
        }

        return current is { IsGlobalNamespace: true };
    }
}
