using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Vero.Typed.Analyzers.Parsing.Values;
using Vero.Typed.Analyzers.Rules.DataFlow;
using Vero.Typed.Analyzers.Symbols;

namespace Vero.Typed.Analyzers.Rules.ReservedKeys;

/// <summary>Finds the entries that get into the dictionary of a <c>[VeroData]</c> member, and what is wrong with them.</summary>
internal sealed class DataEntries(SentMembers members, ValueSources sources, TimezoneValues timezones, LanguageValues languages)
{
    private const string WholeHours = "a whole number of hours between -12 and +14";
    private const string PhoneNumberNeeded = "a phone number in E.164 such as \"+61491570006\"";
    private const string LanguageTagNeeded = "a BCP 47 language tag such as \"en-AU\"";

    /// <summary>The member that the dictionary of an entry belongs to, when the dictionary is reached through it.</summary>
    public SentMember? MemberOf(DataEntry entry, CancellationToken ct)
    {
        if (entry.Receiver is not { } receiver)
            return null;
        foreach (ValueSource step in sources.Chain(new ValueSource(receiver, null), Receiver, ct))
        {
            if (members.HeldBy(step.Operation) is { SentAs: SentAs.Data } member)
                return member;
        }

        return null;

        static IOperation? Receiver(IOperation reference) => reference switch
        {
            IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver } => DataEntry.Initialized(reference),
            IConditionalAccessInstanceOperation => AccessedBy(reference),
            _ => null,
        };
    }

    /// <summary>The entries of a dictionary that is made where it goes to the member, or in a local that is handed over just there.</summary>
    public static IEnumerable<DataEntry> In(ValueSource source)
    {
        if (source.Operation is not IObjectCreationOperation creation)
            return [];
        IEnumerable<IOperation> initializers = creation.Initializer?.Initializers ?? Enumerable.Empty<IOperation>();
        if (source.Via is not null)
        {
            if (source.Via is not ILocalReferenceOperation local || FilledThrough(local, creation) is not { } filled)
                return [];
            initializers = initializers.Concat(filled);
        }

        return initializers.Select(DataEntry.Of).Where(static entry => entry is not null).Select(static entry => entry!.Value);
    }

    /// <summary>What is wrong with the values that a reserved key may get; where, and why.</summary>
    public IEnumerable<(Location Location, string Needed, string Reason, string? Replacement)> ProblemsOf(DataEntry entry, CancellationToken ct)
    {
        foreach (ValueSource source in Unwrapped(entry.Value, null, ct))
        {
            if (ProblemOf(entry.KeyText, source, ct) is { } problem)
                yield return problem;
        }
    }

    private (Location Location, string Needed, string Reason, string? Replacement)? ProblemOf(string key, ValueSource source, CancellationToken ct)
    {
        if (source.Operation.ConstantValue is { HasValue: true, Value: null })
            return null;

        // All values but one are strings.
        return ReservedKeyTable.AttributeOf(key) switch
        {
            VeroAttributeKind.Timezone => ProblemOfTimezone(source, ct),
            VeroAttributeKind.Language => ProblemOfText(source, LanguageTagNeeded) ?? ProblemOfLanguage(source, ct),
            VeroAttributeKind.PhoneNumber => ProblemOfText(source, PhoneNumberNeeded) ?? ProblemOfPhoneNumber(source),
            _ => ProblemOfText(source, ReservedKeyTable.Requirement(key)),
        };
    }

    private (Location Location, string Needed, string Reason, string? Replacement)? ProblemOfTimezone(ValueSource source, CancellationToken ct)
    {
        Location location = source.Location(source.Operation.Syntax);
        if (WrittenTypeOf(source) is { } type && IsNeverNumber(type))
            return (location, WholeHours, OtherType(type), null);
        if (TimezoneValues.OutOfRange(source.Operation) is { } outside)
            return (location, WholeHours, outside.Hint ?? $"{outside.Value} is out of range", null);
        if (source.Operation.ConstantValue is { HasValue: true, Value: { } constant } && IsBroken(constant))
            return (location, WholeHours, "the value is not a whole number", null);
        return timezones.NotHours(source, ct) is { } notHours
            ? (notHours.Location(NameSyntax.Of(notHours.Operation.Syntax)), WholeHours, TimezoneValues.Reason(notHours.Operation), null)
            : null;
    }

    private (Location Location, string Needed, string Reason, string? Replacement)? ProblemOfLanguage(ValueSource source, CancellationToken ct) =>
        languages.ProblemOf(source, ct) is { } problem ? (problem.Location, LanguageTagNeeded, problem.Reason, problem.Replacement) : null;

    private static (Location Location, string Needed, string Reason, string? Replacement)? ProblemOfPhoneNumber(ValueSource source) =>
        PhoneNumberValues.ProblemOf(source.Operation) is { } reason ? (source.Location(source.Operation.Syntax), PhoneNumberNeeded, reason, null) : null;

    private static (Location Location, string Needed, string Reason, string? Replacement)? ProblemOfText(ValueSource source, string needed) =>
        WrittenTypeOf(source) is { } type && IsNeverText(type) ? (source.Location(source.Operation.Syntax), needed, OtherType(type), null) : null;

    // JsonNode takes its values through conversions of its own.
    private IEnumerable<ValueSource> Unwrapped(IOperation value, IOperation? via, CancellationToken ct)
    {
        foreach (ValueSource source in sources.Of(value, behindVariables: false, ct))
        {
            IOperation? inner = source.Operation switch
            {
                IConversionOperation { OperatorMethod.ContainingType.Name: "JsonNode" } conversion => conversion.Operand,
                IInvocationOperation { TargetMethod: { Name: "Create", ContainingType.Name: "JsonValue" }, Arguments: [var argument, ..] } => argument.Value,
                _ => null,
            };
            IOperation? place = via ?? source.Via;
            if (inner is null)
            {
                yield return new ValueSource(source.Operation, place);
                continue;
            }

            foreach (ValueSource unwrapped in Unwrapped(inner, place, ct))
                yield return unwrapped;
        }
    }

    // Boxed values are what they were before: (int)DayOfWeek.Monday in an object is a number, DayOfWeek.Monday is not.
    private static ITypeSymbol? WrittenTypeOf(ValueSource source)
    {
        ITypeSymbol? type = TypeOf(source.Via ?? source.Operation);
        return source.Via is not null && type is { SpecialType: SpecialType.System_Object } ? TypeOf(source.Operation) : type;

        static ITypeSymbol? TypeOf(IOperation operation)
        {
            IOperation outermost = operation;
            while (outermost.Parent is IConversionOperation { OperatorMethod: null, Type: { } converted } conversion
                && (converted.IsValueType || ValueTypes.IsString(converted)))
            {
                outermost = conversion;
            }

            return outermost.Type is { } type ? ValueTypes.WithoutNullable(type) : null;
        }
    }

    private static bool IsNeverNumber(ITypeSymbol type) => type.SpecialType
        is SpecialType.System_String or SpecialType.System_Boolean or SpecialType.System_Char or SpecialType.System_DateTime
        || type.TypeKind == TypeKind.Enum
        || ValueTypes.IsTimeSpan(type) || ValueTypes.IsTimeZoneInfo(type) || ValueTypes.IsGuid(type) || ValueTypes.IsCultureInfo(type)
        || (type.Name is "DateTimeOffset" or "DateOnly" or "TimeOnly" or "Uri" && type.ContainingNamespace is { Name: "System", ContainingNamespace.IsGlobalNamespace: true })
        || ValueTypes.ItemOf(type) is not null;

    private static bool IsNeverText(ITypeSymbol type) => ValueTypes.IsInteger(type)
        || type.SpecialType is SpecialType.System_Boolean or SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_Decimal
        || ValueTypes.ItemOf(type) is not null;

    private static bool IsBroken(object constant) => constant switch
    {
        double number => Math.Floor(number) != number,
        float number => Math.Floor(number) != number,
        decimal number => decimal.Floor(number) != number,
        _ => false,
    };

    private static string OtherType(ITypeSymbol type) => $"the value has the type '{TypeText.ForMessage(type)}'";

    /// <summary>What is put into a local dictionary; null when somebody else may have changed it.</summary>
    private static List<IOperation>? FilledThrough(ILocalReferenceOperation handedOver, IObjectCreationOperation creation)
    {
        var entries = new List<IOperation>();
        foreach (IOperation operation in handedOver.Root().Descendants())
        {
            if (operation is not ILocalReferenceOperation reference || operation == handedOver
                || !SymbolEqualityComparer.Default.Equals(reference.Local, handedOver.Local))
            {
                continue;
            }

            switch (reference.Parent)
            {
                case ISimpleAssignmentOperation assignment when assignment.Target == reference && assignment.Value.DescendantsAndSelf().Contains(creation):
                    break;
                case IPropertyReferenceOperation { Parent: { } parent } property when property.Instance == reference:
                    entries.Add(parent);
                    break;
                case IInvocationOperation { TargetMethod.Name: "Add" or "TryAdd" } call when call.Instance == reference:
                    entries.Add(call);
                    break;
                case IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { Name: "TryAdd", IsExtensionMethod: true } } call } argument when argument.Parameter?.Ordinal == 0:
                    entries.Add(call);
                    break;
                default:
                    return null;
            }
        }

        return entries;
    }

    private static IOperation? AccessedBy(IOperation instance)
    {
        IOperation? child = instance;
        while (child?.Parent is { } parent)
        {
            if (parent is IConditionalAccessOperation access && access.WhenNotNull == child)
                return access.Operation;
            child = parent;
        }

        return null;
    }
}
