using System.Globalization;
using System.Text;

namespace Vero.Typed;

/// <summary>The words and characters of a plan: the one place that says what a name may be made of.</summary>
internal static class PlanText
{
    /// <summary>What a comment begins with.</summary>
    public const char Comment = '#';

    /// <summary>The step that stands for every key of a dictionary.</summary>
    public const string AnyKey = "*";

    public static bool IsBlank(char c) => c is ' ' or '\t';

    public static bool IsPlainStep(string name)
    {
        foreach (char c in name)
        {
            if (!IsPlainStep(c))
                return false;
        }

        return name.Length > 0;
    }

    public static bool IsPlainStep(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '-';

    /// <summary>Namespaces and containing types, each an identifier, and the number of type parameters behind a backtick.</summary>
    public static bool IsTypeName(string name)
    {
        bool isStart = true;
        for (int i = 0; i < name.Length; i++)
        {
            if (name[i] is '.' or '+')
            {
                if (isStart)
                    return false;
                isStart = true;
            }
            else if (name[i] == '`')
            {
                int digits = i + 1;
                while (digits < name.Length && name[digits] is >= '0' and <= '9')
                    digits++;
                bool isArity = !isStart && digits > i + 1 && (digits == name.Length || name[digits] is '.' or '+');
                if (!isArity)
                    return false;
                i = digits - 1;
            }
            else if (!IsOfIdentifier(name[i], isStart))
            {
                return false;
            }
            else
            {
                isStart = false;
            }
        }

        return !isStart;
    }

    /// <summary>A JSON string. What cannot be seen, or would end the line in an editor, is escaped.</summary>
    public static string Literal(string value)
    {
        var literal = new StringBuilder(value.Length + 2).Append('"');
        for (int i = 0; i < value.Length; i++)
        {
            char c = value[i];
            if (char.IsHighSurrogate(c) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]))
                literal.Append(c).Append(value[++i]);
            else if (c is '"' or '\\')
                literal.Append('\\').Append(c);
            else if (c == ' ' || IsVisible(c))
                literal.Append(c);
            else
                literal.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
        }

        return literal.Append('"').ToString();
    }

    private static bool IsVisible(char c) => CharUnicodeInfo.GetUnicodeCategory(c)
        is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned
            or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    private static bool IsOfIdentifier(char c, bool isStart) => c == '_' || char.IsLetter(c)
        || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.LetterNumber
        || (!isStart && CharUnicodeInfo.GetUnicodeCategory(c)
            is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.ConnectorPunctuation or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);
}
