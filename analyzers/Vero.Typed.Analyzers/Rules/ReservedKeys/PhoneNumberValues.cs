using Microsoft.CodeAnalysis;

namespace Vero.Typed.Analyzers.Rules.ReservedKeys;

/// <summary>What is wrong with a value as a phone number.</summary>
internal static class PhoneNumberValues
{
    /// <summary>The problem with a constant; null when it is a number, or when nothing is known of it.</summary>
    public static string? ProblemOf(IOperation value) =>
        value.ConstantValue is { HasValue: true, Value: string text } ? ProblemOf(text) : null;

    /// <inheritdoc cref="ProblemOf(IOperation)"/>
    public static string? ProblemOf(string text) => VeroContract.PhoneNumber(text) is null ? Reason(text.TrimStart()) : null;

    private static string Reason(string text) =>
        text.StartsWith("00", StringComparison.Ordinal) ? "the country code follows a +, not 00"
        : !text.StartsWith("+", StringComparison.Ordinal) ? "it has no + and country code, and Vero has no default country"
        : $"after the + are the country code and the number, {VeroContract.MinPhoneDigits} to {VeroContract.MaxPhoneDigits} digits in all, without a zero for calls inside the country";
}
