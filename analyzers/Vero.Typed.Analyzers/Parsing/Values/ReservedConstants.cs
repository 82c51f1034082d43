using System.Globalization;

namespace Vero.Typed.Analyzers.Parsing.Values;

/// <summary>What is wrong with a constant under a reserved key, wherever it is written.</summary>
internal static class ReservedConstants
{
    /// <summary>A number that is no time zone offset, as a string such as <c>36000</c>, and what it may have been meant as.</summary>
    public static (string Value, string? Hint)? OutOfRange(object? constant) =>
        Integers.From(constant) is { } number && number is < VeroContract.MinTimezone or > VeroContract.MaxTimezone
            ? (number.ToString(CultureInfo.InvariantCulture), Hint(number))
            : null;

    /// <summary>The end of the message for what a number may have been meant as.</summary>
    public static string AsHint(string? hint) => hint is null ? "" : "; " + hint;

    /// <summary>A number of hours as messages say it.</summary>
    public static string Hours(double hours) => hours.ToString("0.##", CultureInfo.InvariantCulture) + (Math.Abs(hours) == 1 ? " hour" : " hours");

    /// <summary>What is wrong with a language tag, and what to write instead; null when nothing is.</summary>
    public static (string Reason, string? Replacement)? LanguageProblem(string text)
    {
        // What is empty is left out.
        string? tag = VeroContract.LanguageTag(text);
        if (tag == text || tag?.Length == 0)
            return null;
        tag ??= WithoutEncoding(text);
        return (tag is null ? $"\"{text}\" is not a language tag" : $"\"{text}\" should be \"{tag}\"", tag);
    }

    /// <summary>What is wrong with a phone number; null when nothing is.</summary>
    public static string? PhoneNumberProblem(string text) => VeroContract.PhoneNumber(text) is null ? Reason(text.TrimStart()) : null;

    private static string? Hint(decimal number)
    {
        foreach ((string unit, int perHour) in new[] { ("minutes", 60), ("seconds", 3600), ("milliseconds", 3600_000) })
        {
            // Offsets are multiples of a quarter of an hour, and none is less than an hour.
            decimal hours = number / perHour;
            if (Math.Abs(hours) >= 1 && hours is >= VeroContract.MinTimezone and <= VeroContract.MaxTimezone && hours * 4 == decimal.Truncate(hours * 4))
                return $"{number.ToString(CultureInfo.InvariantCulture)} {unit} are {Hours((double)hours)}";
        }

        return null;
    }

    // A POSIX locale: en_AU.UTF-8.
    private static string? WithoutEncoding(string text) =>
        text.IndexOf('.') is > 0 and var end && VeroContract.LanguageTag(text.Substring(0, end)) is { Length: > 0 } tag ? tag : null;

    private static string Reason(string text) =>
        text.StartsWith("00", StringComparison.Ordinal) ? "the country code follows a +, not 00"
        : !text.StartsWith("+", StringComparison.Ordinal) ? "it has no + and country code, and Vero has no default country"
        : $"after the + are the country code and the number, {VeroContract.MinPhoneDigits} to {VeroContract.MaxPhoneDigits} digits in all, without a zero for calls inside the country";
}
