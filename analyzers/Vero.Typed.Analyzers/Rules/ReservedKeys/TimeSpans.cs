using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Vero.Typed.Analyzers.Parsing.Values;
using Vero.Typed.Analyzers.Symbols;

namespace Vero.Typed.Analyzers.Rules.ReservedKeys;

/// <summary>Works out time spans that are written with constants only.</summary>
internal static class TimeSpans
{
    /// <summary>The hours of <c>TimeSpan.FromMinutes(600)</c> or <c>new TimeSpan(10, 0, 0)</c>; null when they are not known here.</summary>
    public static double? ConstantHours(IOperation operation) => operation switch
    {
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Minus, Operand: var operand } => -ConstantHours(operand),
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Plus, Operand: var operand } => ConstantHours(operand),
        IInvocationOperation { TargetMethod: { IsStatic: true, ContainingType: var type, Name: var name }, Arguments: var arguments }
            when name.StartsWith("From", StringComparison.Ordinal) && ValueTypes.IsTimeSpan(type) => Sum(arguments, name.Substring("From".Length)),
        IObjectCreationOperation { Type: { } type, Arguments: { IsEmpty: false } arguments } when ValueTypes.IsTimeSpan(type) => Sum(arguments, "Ticks"),
        IFieldReferenceOperation { Field: { ContainingType: var type, Name: var name } } when ValueTypes.IsTimeSpan(type) => name switch
        {
            "MinValue" => TimeSpan.MinValue.TotalHours,
            "MaxValue" => TimeSpan.MaxValue.TotalHours,
            _ => null,
        },
        _ => null,
    };

    private static double? Sum(IEnumerable<IArgumentOperation> arguments, string unitOfValue)
    {
        double hours = 0;
        foreach (IArgumentOperation argument in arguments)
        {
            string unit = argument.Parameter?.Name is { } name && name != "value" ? name : unitOfValue;
            if (HoursOf(unit) is not { } factor || Number(argument.Value) is not { } number)
                return null;
            hours += number * factor;
        }

        return hours;
    }

    private static double? HoursOf(string unit) => unit.ToUpperInvariant() switch
    {
        "DAYS" => 24,
        "HOURS" => 1,
        "MINUTES" => 1 / 60d,
        "SECONDS" => 1 / 3600d,
        "MILLISECONDS" => 1 / 3600e3,
        "MICROSECONDS" => 1 / 3600e6,
        "TICKS" => 1d / TimeSpan.TicksPerHour,
        _ => null,
    };

    private static double? Number(IOperation value) => value.ConstantValue is { HasValue: true, Value: { } constant }
        ? constant switch
        {
            double number => number,
            float number => number,
            _ => (double?)Integers.From(constant),
        }
        : null;
}
