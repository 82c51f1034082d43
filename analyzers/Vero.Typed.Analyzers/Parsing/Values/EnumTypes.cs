using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Vero.Typed.Analyzers.Model;
using Vero.Typed.Analyzers.Symbols;

namespace Vero.Typed.Analyzers.Parsing.Values;

/// <summary>The values of enums and how they are sent.</summary>
internal static class EnumTypes
{
    // Many types share an enum.
    private static readonly ConditionalWeakTable<ITypeSymbol, Facts> Known = new();

    /// <summary>Whether each value is one name.</summary>
    public static bool IsSentByName(ITypeSymbol type) => type.TypeKind == TypeKind.Enum && FactsOf(type) is { IsFlags: false, Fields.Count: > 0 };

    /// <summary>Whether a value is a list of names.</summary>
    public static bool IsFlagsWithValues(ITypeSymbol type) => type.TypeKind == TypeKind.Enum && FactsOf(type) is { IsFlags: true, Fields.Count: > 0 };

    /// <summary>
    /// The flags in the order in which System.Text.Json looks for them: those with more bits first, so that a name for several flags wins
    /// over theirs, then by number.
    /// </summary>
    public static IEnumerable<FlagModel> Flags(ITypeSymbol type)
    {
        var flags = new List<FlagModel>();
        foreach (IFieldSymbol field in EnumFields(type))
        {
            ulong bits = field.ConstantValue is ulong wide
                ? wide
                : unchecked((ulong)Convert.ToInt64(field.ConstantValue, System.Globalization.CultureInfo.InvariantCulture));
            if (!flags.Exists(flag => flag.Bits == bits))
                flags.Add(new FlagModel(bits, SentName(field)));
        }

        return flags.OrderByDescending(static flag => CountOfBits(flag.Bits)).ThenBy(static flag => flag.Bits);
    }

    private static int CountOfBits(ulong bits)
    {
        int count = 0;
        for (; bits != 0; bits &= bits - 1)
            count++;
        return count;
    }

    /// <summary>Whether the enum is half typed: a name is missing or there twice. The compiler says so.</summary>
    public static bool HasAmbiguousNames(ITypeSymbol type) => FactsOf(type).HasAmbiguousNames;

    /// <summary>
    /// How an enum is compared when its names cannot be mentioned: what is obsolete as an error must not be, and what is known only by
    /// an extern alias cannot be.
    /// </summary>
    public static string EnumCast(ITypeSymbol type, KnownSymbols symbols)
    {
        bool canBeNamed = symbols.CanBeNamed(type) && !EnumFields(type).Exists(ValueTypes.IsObsoleteError)
            && !TypeText.WithContainingTypes((INamedTypeSymbol)type).Exists(ValueTypes.IsObsoleteError);
        if (canBeNamed)
            return "";
        return ((INamedTypeSymbol)type).EnumUnderlyingType!.SpecialType == SpecialType.System_UInt64 ? "(ulong)" : "(long)";
    }

    /// <summary>Each value of an enum once: of two names for one value the first is sent.</summary>
    public static List<EnumValueModel> EnumValues(ITypeSymbol type, bool byNumber)
    {
        var values = new List<EnumValueModel>();
        var seen = new HashSet<object>();
        string typeName = TypeText.Qualified(type);
        foreach (IFieldSymbol field in EnumFields(type))
        {
            if (!seen.Add(field.ConstantValue!))
                continue;
            string pattern = byNumber
                ? Convert.ToString(field.ConstantValue, System.Globalization.CultureInfo.InvariantCulture)!
                : $"{typeName}.{CSharpText.Identifier(field.Name)}";
            values.Add(new EnumValueModel(pattern, SentName(field)));
        }

        return values;
    }

    /// <summary>The name that <c>[JsonStringEnumMemberName]</c> or <c>[EnumMember]</c> gives a value, else its own.</summary>
    public static string SentName(IFieldSymbol field)
    {
        string? name = null;
        foreach (AttributeData attribute in field.GetAttributes())
        {
            if (attribute.AttributeClass is not { } type)
                continue;
            if (ValueTypes.Is(type, "JsonStringEnumMemberNameAttribute", "System", "Text", "Json", "Serialization")
                && attribute.ConstructorArguments is [{ Kind: TypedConstantKind.Primitive, Value: string jsonName }])
            {
                return jsonName;
            }

            if (ValueTypes.Is(type, "EnumMemberAttribute", "System", "Runtime", "Serialization")
                && attribute.NamedArguments is [{ Key: "Value", Value: { Kind: TypedConstantKind.Primitive, Value: string memberName } }])
            {
                name = memberName;
            }
        }

        return name ?? field.Name;
    }

    private static List<IFieldSymbol> EnumFields(ITypeSymbol type) => FactsOf(type).Fields;

    private static Facts FactsOf(ITypeSymbol type) => Known.GetValue(type, static type => new Facts(type));

    private sealed class Facts
    {
        public Facts(ITypeSymbol type)
        {
            foreach (ISymbol member in type.GetMembers())
            {
                if (member is IFieldSymbol { HasConstantValue: true } field)
                    Fields.Add(field);
            }

            var names = new HashSet<string>(StringComparer.Ordinal) { "" };
            HasAmbiguousNames = !Fields.TrueForAll(field => names.Add(field.Name));
            IsFlags = type.GetAttributes().Any(static a => a.AttributeClass is { } attribute && ValueTypes.Is(attribute, "FlagsAttribute", "System"));
        }

        public List<IFieldSymbol> Fields { get; } = [];

        public bool HasAmbiguousNames { get; }

        public bool IsFlags { get; }
    }
}
