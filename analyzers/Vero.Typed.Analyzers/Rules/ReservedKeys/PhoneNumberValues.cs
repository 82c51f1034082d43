using Microsoft.CodeAnalysis;
using Vero.Typed.Analyzers.Parsing.Values;

namespace Vero.Typed.Analyzers.Rules.ReservedKeys;

/// <summary>What is wrong with a value as a phone number.</summary>
internal static class PhoneNumberValues
{
    /// <summary>The problem with a constant; null when it is a number, or when nothing is known of it.</summary>
    public static string? ProblemOf(IOperation value) =>
        value.ConstantValue is { HasValue: true, Value: string text } ? ReservedConstants.PhoneNumberProblem(text) : null;
}
