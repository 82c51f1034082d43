using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;

namespace Vero.Typed.Analyzers.Symbols;

/// <summary>Makes the key of a trait from the name of its member, with the same result as System.Text.Json's policies.</summary>
internal static class NamingPolicy
{
    // The values of Vero.Typed.Naming.
    private const int CamelCase = 1;
    private const int AsDeclared = 2;

    /// <summary>The name without what only says that it is a field: <c>_firstName</c>, <c>m_lastName</c>.</summary>
    public static string WithoutFieldPrefix(string name)
    {
        string bare = name.StartsWith("m_", StringComparison.Ordinal) ? name.Substring(2) : name.TrimStart('_');
        return bare.Length == 0 ? name : bare;
    }

    /// <summary>The name without the verb that a method begins with where a property would not: <c>GetRank</c>, but not <c>Get</c> or <c>Getaway</c>.</summary>
    public static string WithoutVerb(string method)
    {
        const string Verb = "Get";
        return method.Length > Verb.Length && method.StartsWith(Verb, StringComparison.Ordinal) && char.IsUpper(method[Verb.Length]) ? method.Substring(Verb.Length) : method;
    }

    /// <summary>The policy of the type that declares the member, else of its assembly, else snake case.</summary>
    public static string KeyFor(string memberName, INamedTypeSymbol declaringType)
    {
        int policy = SerializationOptions.Value("Naming", declaringType) ?? SerializationOptions.Value("Naming", declaringType.ContainingAssembly) ?? 0;
        return policy switch
        {
            CamelCase => ToCamelCase(memberName),
            AsDeclared => memberName,
            _ => ToSnakeCase(memberName),
        };
    }

    /// <summary>Exactly JsonNamingPolicy.SnakeCaseLower.</summary>
    public static string ToSnakeCase(string name)
    {
        var key = new StringBuilder(name.Length + 8);
        var before = Before.Nothing;
        for (int i = 0; i < name.Length; i++)
        {
            char c = name[i];
            switch (char.GetUnicodeCategory(c))
            {
                case UnicodeCategory.UppercaseLetter:
                    // A word starts after a small letter or a digit, and at the last capital of a run: XMLReader is xml_reader.
                    bool endsCapitals = before == Before.Capital && i + 1 < name.Length && char.IsLower(name[i + 1]);
                    if (before == Before.SmallLetterOrDigit || endsCapitals)
                        key.Append('_');
                    key.Append(char.ToLowerInvariant(c));
                    before = Before.Capital;
                    break;
                case UnicodeCategory.LowercaseLetter:
                case UnicodeCategory.DecimalDigitNumber:
                    key.Append(c);
                    before = Before.SmallLetterOrDigit;
                    break;
                default:
                    key.Append(c);
                    before = Before.Nothing;
                    break;
            }
        }

        return key.ToString();
    }

    /// <summary>Exactly JsonNamingPolicy.CamelCase.</summary>
    public static string ToCamelCase(string name)
    {
        char[] key = name.ToCharArray();
        for (int i = 0; i < key.Length && char.IsUpper(key[i]); i++)
        {
            // The last capital of a run starts the next word: URLValue is urlValue.
            if (i > 0 && i + 1 < key.Length && !char.IsUpper(key[i + 1]))
                break;
            key[i] = char.ToLowerInvariant(key[i]);
        }

        return new string(key);
    }

    private enum Before
    {
        Nothing,
        Capital,
        SmallLetterOrDigit,
    }
}
