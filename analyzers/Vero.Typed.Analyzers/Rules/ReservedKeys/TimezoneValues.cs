using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Vero.Typed.Analyzers.Parsing.Values;
using Vero.Typed.Analyzers.Rules.DataFlow;
using Vero.Typed.Analyzers.Symbols;

namespace Vero.Typed.Analyzers.Rules.ReservedKeys;

/// <summary>What is wrong with a value as hours east of GMT.</summary>
internal sealed class TimezoneValues(ValueSources sources)
{
    /// <summary>A constant that no timezone has, as a text such as <c>36000</c>, and what it may have been meant as.</summary>
    public static (string Value, string? Hint)? OutOfRange(IOperation value)
    {
        if (value is { ConstantValue: { HasValue: true, Value: var constant }, Type.TypeKind: not TypeKind.Enum })
        {
            return ReservedConstants.OutOfRange(constant);
        }

        return TimeSpans.ConstantHours(value) is { } hours && hours is < VeroContract.MinTimezone or > VeroContract.MaxTimezone
            ? ($"a time span of {ReservedConstants.Hours(hours)}", null)
            : null;
    }

    /// <summary>The part of a value that makes it something else than hours, such as <c>offset.TotalMinutes</c>; null when there is none.</summary>
    public ValueSource? NotHours(ValueSource value, CancellationToken ct)
    {
        bool areHours = false;
        foreach (ValueSource step in sources.Chain(value, Within, ct))
        {
            switch (step.Operation)
            {
                case IPropertyReferenceOperation { Property: { Name: "BaseUtcOffset", ContainingType: var type } } property when ValueTypes.IsTimeZoneInfo(type):
                    return IsRight(property, step.Via, ct) ? null : step;
                case IPropertyReferenceOperation property when UnitOf(property.Property) is { } unit:
                    if (!areHours && unit != "hours")
                        return step;
                    areHours = true;
                    break;
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.Divide }:
                    areHours = true;
                    break;
            }
        }

        return null;
    }

    // What a number is a part, a rounding or a fraction of.
    private static IOperation? Within(IOperation number) => number switch
    {
        IPropertyReferenceOperation property when UnitOf(property.Property) is not null => property.Instance,
        IPropertyReferenceOperation { Property.Name: "Value", Instance: { Type: { } type } instance } when ValueTypes.IsNullableValue(type) => instance,
        IUnaryOperation unary => unary.Operand,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Divide } division => division.LeftOperand,
        IInvocationOperation call => Unchanged(call),
        _ => null,
    };

    /// <summary>Why the part is not an offset in hours.</summary>
    public static string Reason(IOperation notHours)
    {
        IPropertySymbol property = ((IPropertyReferenceOperation)notHours).Property;
        return UnitOf(property) is { } unit
            ? $"'{property.Name}' is {unit}"
            : $"'{property.Name}' ignores daylight saving time; GetUtcOffset does not";
    }

    private static string? UnitOf(IPropertySymbol property)
    {
        if (property is { Name: "TotalOffsetMinutes", ContainingType: { Name: "DateTimeOffset", ContainingNamespace.Name: "System" } })
            return "a number of minutes";
        if (!ValueTypes.IsTimeSpan(property.ContainingType))
            return null;
        return property.Name switch
        {
            "Hours" or "TotalHours" => "hours",
            "Minutes" => "the minutes within an hour",
            "Seconds" or "Milliseconds" or "Microseconds" or "Nanoseconds" => "a part of a minute",
            "Days" or "TotalDays" => "a number of days",
            "TotalMinutes" => "a number of minutes",
            "TotalSeconds" => "a number of seconds",
            "TotalMilliseconds" => "a number of milliseconds",
            "TotalMicroseconds" => "a number of microseconds",
            "TotalNanoseconds" => "a number of nanoseconds",
            "Ticks" => "a number of ticks",
            _ => null,
        };
    }

    // Calls that give the same number in another type, or rounded.
    private static IOperation? Unchanged(IInvocationOperation call) => call.TargetMethod switch
    {
        { IsStatic: true, ContainingType: { Name: "Convert" or "Math" or "MathF", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } } method
            when method.Name is "Round" or "Floor" or "Ceiling" or "Truncate" || method.Name.StartsWith("ToInt", StringComparison.Ordinal)
                || method.Name.StartsWith("ToUInt", StringComparison.Ordinal) || method.Name is "ToSByte" or "ToByte" =>
            call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Ordinal == 0)?.Value,
        { Name: "GetValueOrDefault", ContainingType: var type } when ValueTypes.IsNullableValue(type) => call.Instance,
        _ => null,
    };

    // UTC has one offset. Code that asks about daylight saving anywhere around knows what it leaves out, in whatever order it asks, and so does
    // code that uses the offset from elsewhere.
    private bool IsRight(IPropertyReferenceOperation baseUtcOffset, IOperation? via, CancellationToken ct)
    {
        IOperation? zone = baseUtcOffset.Instance;
        if (zone is not null && sources.HeldBy(zone, ct) is { } held)
            zone = held;
        return zone is IPropertyReferenceOperation { Property: { IsStatic: true, Name: "Utc" } }
            || baseUtcOffset.Root().DescendantsAndSelf().Any(AsksForDaylightSaving)
            || (via is not null && via.Root().DescendantsAndSelf().Any(AsksForDaylightSaving));
    }

    private static bool AsksForDaylightSaving(IOperation operation) => operation
        is IPropertyReferenceOperation { Property.Name: "SupportsDaylightSavingTime" }
        or IInvocationOperation { TargetMethod.Name: "IsDaylightSavingTime" or "GetAdjustmentRules" };
}
