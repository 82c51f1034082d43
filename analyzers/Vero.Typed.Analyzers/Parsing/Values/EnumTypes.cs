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
    public static IEnumerable<FlagModel> Flags(ITypeSymbol type) => FactsOf(type).Named
        .Select(static field => new FlagModel(BitsOf(field), SentName(field)))
        .OrderByDescending(static flag => CountOfBits(flag.Bits)).ThenBy(static flag => flag.Bits);

    /// <summary>
    /// Whether a value has several names and only the run time knows which one is sent: a reference assembly may declare them in another order than the
    /// assembly that the program runs with.
    /// </summary>
    public static bool IsNamedAtRunTime(ITypeSymbol type) =>
        type.TypeKind == TypeKind.Enum && FactsOf(type) is { HasAliases: true } && type.DeclaringSyntaxReferences.IsEmpty;

    /// <summary>Every name of an enum whose values have several.</summary>
    public static IEnumerable<EnumValueModel> AllNames(ITypeSymbol type) =>
        EnumFields(type).Select(SentName).Distinct(StringComparer.Ordinal).Select(static name => new EnumValueModel("", name));

    private static ulong BitsOf(IFieldSymbol field) => BitsOf(field.ConstantValue!);

    private static ulong BitsOf(object number) => number is ulong wide
        ? wide
        : unchecked((ulong)Convert.ToInt64(number, System.Globalization.CultureInfo.InvariantCulture));

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

    /// <summary>Each value of an enum once, in the order of declaration.</summary>
    public static List<EnumValueModel> EnumValues(ITypeSymbol type, bool byNumber)
    {
        var values = new List<EnumValueModel>();
        string typeName = TypeText.Qualified(type);
        foreach (IFieldSymbol field in FactsOf(type).Named)
        {
            string pattern = byNumber
                ? Convert.ToString(field.ConstantValue, System.Globalization.CultureInfo.InvariantCulture)!
                : $"{typeName}.{CSharpText.Identifier(field.Name)}";
            values.Add(new EnumValueModel(pattern, SentName(field)));
        }

        return values;
    }

    /// <summary>The name of a value of an enum as it is sent, or the names of its flags; null when the enum does not define it.</summary>
    public static string? NameOf(ITypeSymbol type, object number) => IsFlagsWithValues(type)
        ? NamesOf(type, BitsOf(number))
        : FactsOf(type).Named.Find(field => Equals(field.ConstantValue, number)) is { } field ? SentName(field) : null;

    // As generated code finds them for the value of a member.
    private static string? NamesOf(ITypeSymbol type, ulong bits)
    {
        ulong rest = bits;
        var names = new List<string>();
        foreach (FlagModel flag in Flags(type))
        {
            if (flag.Bits == 0 ? bits != 0 : (rest & flag.Bits) != flag.Bits)
                continue;
            rest &= ~flag.Bits;
            names.Add(flag.Name);
        }

        return rest == 0 && names.Count > 0 ? string.Join(", ", names) : null;
    }

    /// <summary>The name that <c>[JsonStringEnumMemberName]</c> or <c>[EnumMember]</c> gives a value, else its own.</summary>
    private static string SentName(IFieldSymbol field)
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
            Named = Fields;
            HasAliases = new HashSet<object?>(Fields.Select(static field => field.ConstantValue)).Count < Fields.Count;
            if (HasAliases)
                Named = OfEachValue(Fields);
            IsFlags = type.GetAttributes().Any(static a => a.AttributeClass is { } attribute && ValueTypes.Is(attribute, "FlagsAttribute", "System"));
        }

        public List<IFieldSymbol> Fields { get; } = [];

        /// <summary>Of each value the field whose name is sent, in the order of declaration.</summary>
        public List<IFieldSymbol> Named { get; }

        public bool HasAliases { get; }

        public bool HasAmbiguousNames { get; }

        public bool IsFlags { get; }

        private static List<IFieldSymbol> OfEachValue(List<IFieldSymbol> fields)
        {
            IFieldSymbol[] sorted = [.. fields];
            EnumNames.Sort(Array.ConvertAll(sorted, BitsOf), sorted);
            var named = new HashSet<IFieldSymbol>(SymbolEqualityComparer.Default);
            for (int i = 0; i < sorted.Length; i++)
            {
                if (i == 0 || !Equals(sorted[i].ConstantValue, sorted[i - 1].ConstantValue))
                    named.Add(sorted[i]);
            }

            return fields.FindAll(named.Contains);
        }
    }
}
