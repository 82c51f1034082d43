using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Vero.Typed.Analyzers.Symbols;

namespace Vero.Typed.Analyzers.Parsing.Values;

/// <summary>What to expose instead of a type that cannot be a trait: the end of a message.</summary>
internal static class TypeAdvice
{
    /// <summary>For a dictionary whose values are of type object.</summary>
    public const string ValuesOfAnyType = "only [VeroData] takes values of any type, so give the dictionary values of the type that they really have";

    private const string RunTime = "its type is known only at run time, so give it the type that it really has";
    private const string Converter = "or write a [VeroConverter] method for it";
    private const string Part = "expose the part of it to send as a string, number, boolean, date or enum, " + Converter;
    private const string OwnType = "put [VeroTrait] on those of its members that are to be sent, " + Converter;
    private const string NoValue = "it is code and has no value: remove the attribute";
    private const string ItsText = "expose its text as a string";
    private const string KeysOfGroups = "an array would lose the keys of its groups, so expose a dictionary of arrays, such as what ToDictionary(group => group.Key, group => group.ToArray()) returns";
    private const string KeyOfGroup = "an array would lose its key, so expose its items as an array, or its Key";
    private const string KeysWithoutNames = "an enum that has flags, no values, or two values of one name cannot be a key, so expose a dictionary with keys of type string";
    private const string KeysOfText = "expose a dictionary with keys of type string";
    private const string RunTimeItems = "the type of its items is known only at run time, so expose a collection of the type that they really have";

    public static string For(ITypeSymbol type, KnownSymbols symbols)
    {
        ITypeSymbol value = ValueTypes.WithoutNullable(type);
        return value switch
        {
            ITypeParameterSymbol => "its type is not known here, so expose a property of a definite type",
            IDynamicTypeSymbol => RunTime,
            IPointerTypeSymbol => "expose the value that it points to",
            IFunctionPointerTypeSymbol => NoValue,
            IArrayTypeSymbol array => ForPairs(array) ?? $"expose an array of arrays, such as {TypeText.ForMessage(array.ElementType)}{string.Concat(Enumerable.Repeat("[]", array.Rank))}",
            INamedTypeSymbol named => ForCollection(named) ?? ForFrameworkType(named) ?? ForOther(named, symbols),
            _ => Part,
        };
    }

    /// <summary>For a type of which it is evident what to send.</summary>
    public static string For(SuggestedPart part) => $"write {part.Attribute} to send its '{part.Part}', {Converter}";

    /// <summary>For an id of another type.</summary>
    public static string ForId(SuggestedPart? part) => part is null ? "use a string, a Guid, an integer, or a value object that holds one of them" : For(part);

    /// <summary>For an email address of another type.</summary>
    public static string ForEmail(SuggestedPart? part) => part is null ? "use a string, a MailAddress, or a value object that holds a string" : For(part);

    /// <summary>What to expose instead of a type that [VeroData] cannot take.</summary>
    public static string ForEntries(ITypeSymbol type)
    {
        const string Entries = "[VeroData] goes on a dictionary, or another collection of KeyValuePair, whose keys are strings or enums";
        bool hasKeyAndValue = ValueTypes.ItemOf(type) is { } item && !ValueTypes.IsKeyValuePair(item) && HasProperty(item, "Key") && HasProperty(item, "Value");
        return hasKeyAndValue ? Entries + "; expose what ToDictionary(item => item.Key, item => item.Value) returns" : Entries;
    }

    private static bool HasProperty(ITypeSymbol type, string name) => type.GetMembers(name).Any(static member => member is IPropertySymbol or IFieldSymbol);

    private static string? ForPairs(ITypeSymbol type) => ValueTypes.ItemOf(type) is INamedTypeSymbol { TypeArguments: [var key, ..] } item && ValueTypes.IsKeyValuePair(item)
        ? key.TypeKind == TypeKind.Enum ? KeysWithoutNames : KeysOfText
        : null;

    private static string? ForCollection(INamedTypeSymbol type)
    {
        if (ValueTypes.IsKeyValuePair(type))
            return "expose its Key and its Value, or a dictionary with keys of type string";
        if (ForPairs(type) is { } pairs)
            return pairs;
        if (Implements(type, "ILookup", "System", "Linq"))
            return KeysOfGroups;
        if (Implements(type, "IGrouping", "System", "Linq"))
            return KeyOfGroup;
        if (Implements(type, "IAsyncEnumerable", "System", "Collections", "Generic"))
            return "read it to the end and expose a list";
        if (ValueTypes.EnumerablesOf(type).FirstOrDefault() is { } first)
            return $"it has items of several types, so expose it as a collection of one, such as {TypeText.ForMessage(first)}";
        if (Implements(type, "IDictionary", "System", "Collections") || ValueTypes.Is(type, "NameValueCollection", "System", "Collections", "Specialized"))
            return KeysOfText;
        return Implements(type, "IEnumerable", "System", "Collections") ? RunTimeItems : null;
    }

    private static string? ForFrameworkType(INamedTypeSymbol type)
    {
        if (type.TypeKind == TypeKind.Enum)
            return "it defines no value with a name to send, so expose its number";
        if (type.DelegateInvokeMethod is { } invoke)
            return invoke.ReturnsVoid ? NoValue : "call it and expose the result";
        if (type.IsTupleType || type is { Name: "Tuple" or "ValueTuple", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } })
            return "expose its elements one by one, or as a type whose members have [VeroTrait]";
        if (KnownSymbols.IsVeroChannel(type))
            return "use [VeroChannel]";
        for (INamedTypeSymbol? level = type; level is not null; level = level.BaseType)
        {
            if (ForName(level) is { } advice)
                return advice;
        }

        return null;
    }

    private static string? ForName(INamedTypeSymbol type) => FrameworkTypes.Find(type)?.Advice ?? Qualified(type) switch
    {
        "System.Threading.Tasks.Task" or "System.Threading.Tasks.ValueTask" => type.Arity == 0 ? "it has no result: remove the attribute" : "await it and expose the result",
        "System.Memory" or "System.ReadOnlyMemory" or "System.Span" or "System.ReadOnlySpan" => type.TypeArguments[0].SpecialType == SpecialType.System_Char
            ? "expose a string"
            : $"expose an array, such as {TypeText.ForMessage(type.TypeArguments[0])}[]",
        _ => null,
    };

    private static string ForOther(INamedTypeSymbol type, KnownSymbols symbols)
    {
        bool isRunTime = type.TypeKind == TypeKind.Interface
            || type.SpecialType is SpecialType.System_Object or SpecialType.System_Enum or SpecialType.System_ValueType;
        if (isRunTime)
            return RunTime;

        for (INamedTypeSymbol? level = type.BaseType; level is { SpecialType: SpecialType.None }; level = level.BaseType)
        {
            if (FrameworkTypes.FindWritable(level, symbols) is not null || EnumTypes.IsSentByName(level))
                return $"expose it as a {TypeText.ForMessage(level)}";
        }

        // A type of the user's can be annotated.
        if (type.Locations.Any(static location => location.IsInSource) || symbols.CanBeAnnotated(type.ContainingAssembly))
            return OwnType;
        if (Conversion(type) is { } conversion)
            return $"expose what its {conversion.Name}() returns, {Converter}";
        return Implements(type, "IFormattable", "System") ? ItsText : Part;
    }

    /// <summary>The method by which the types of NodaTime and their like turn into those of the framework; null where there is none.</summary>
    public static IMethodSymbol? Conversion(INamedTypeSymbol type) => type.GetMembers().OfType<IMethodSymbol>()
        .Where(static method => method is { IsStatic: false, Parameters.IsEmpty: true, Arity: 0, DeclaredAccessibility: Accessibility.Public }
            && method.Name.StartsWith("To", StringComparison.Ordinal)
            && Preference(method.ReturnType) >= 0)
        .OrderBy(static method => Preference(method.ReturnType))
        .FirstOrDefault();

    // A date without a time of day says more than one with an invented time.
    private static int Preference(ITypeSymbol type) => Array.IndexOf(
        ["System.DateTimeOffset", "System.DateOnly", "System.TimeOnly", "System.DateTime", "System.TimeSpan"], Qualified(type));

    private static bool Implements(INamedTypeSymbol type, string name, params string[] namespaces) =>
        ValueTypes.Is(type, name, namespaces) || type.AllInterfaces.Any(candidate => ValueTypes.Is(candidate, name, namespaces));

    private static string Qualified(ITypeSymbol type) =>
        type.ContainingNamespace is { IsGlobalNamespace: false } ns && type.ContainingType is null ? $"{ns.ToDisplayString()}.{type.Name}" : "";
}
