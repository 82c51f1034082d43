using Microsoft.CodeAnalysis;

namespace Vero.Typed.Analyzers.Symbols;

/// <summary>What <c>[VeroSerialization]</c> says on a type or an assembly.</summary>
internal static class SerializationOptions
{
    // The value of Vero.Typed.FreeformValues.
    private const int Strings = 1;

    // The values of Vero.Typed.UnspecifiedDateTime.
    private const int Utc = 1;
    private const int Local = 2;

    /// <summary>An option that is an enum; null when the attribute or the argument is not there.</summary>
    public static int? Value(string option, ISymbol target) => Argument(option, target) is { Kind: TypedConstantKind.Enum, Value: int value } ? value : null;

    /// <summary>Whether the type or a base gives a value to an option.</summary>
    public static bool IsSaidOnTypes(string option, INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (Value(option, current) is not null)
                return true;
        }

        return false;
    }

    /// <summary>Whether the type says that it is only ever the value of traits.</summary>
    public static bool IsValueOnly(INamedTypeSymbol type) => Argument("ValueOnly", type) is { Kind: TypedConstantKind.Primitive, Value: true };

    /// <summary>Whether the type says that, or the contrary.</summary>
    public static bool SaysWhetherValueOnly(INamedTypeSymbol type) => Argument("ValueOnly", type) is not null;

    /// <summary>
    /// Whether freeform values of the user are sent as strings: what the type says, else its nearest base, else its assembly. Keys are
    /// named one by one, but this is about the whole of what is sent.
    /// </summary>
    public static bool SendsStrings(INamedTypeSymbol type)
    {
        int? found = null;
        for (INamedTypeSymbol? current = type; current is not null && found is null; current = current.BaseType)
            found = Value("FreeformValues", current);
        return (found ?? Value("FreeformValues", type.ContainingAssembly)) == Strings;
    }

    /// <summary>Whether the type, a base or the assembly says what a DateTime of an unspecified kind means.</summary>
    public static bool SaysWhatUnspecifiedMeans(INamedTypeSymbol type) => UnspecifiedDateTime(type) is not null;

    /// <summary>What a DateTime of an unspecified kind means, as the name of the enum's value: what the type says, else its nearest base, else its assembly.</summary>
    public static string MeaningOfUnspecified(INamedTypeSymbol type) => UnspecifiedDateTime(type) switch
    {
        Utc => nameof(Utc),
        Local => nameof(Local),
        _ => "AsIs",
    };

    private static int? UnspecifiedDateTime(INamedTypeSymbol type)
    {
        int? found = null;
        for (INamedTypeSymbol? current = type; current is not null && found is null; current = current.BaseType)
            found = Value("UnspecifiedDateTime", current);
        return found ?? Value("UnspecifiedDateTime", type.ContainingAssembly);
    }

    private static TypedConstant? Argument(string option, ISymbol target)
    {
        foreach (AttributeData attribute in target.GetAttributes())
        {
            if (KnownSymbols.KindOf(attribute) != VeroAttributeKind.Serialization)
                continue;
            foreach (KeyValuePair<string, TypedConstant> argument in attribute.NamedArguments)
            {
                if (argument.Key == option)
                    return argument.Value;
            }
        }

        return null;
    }
}
