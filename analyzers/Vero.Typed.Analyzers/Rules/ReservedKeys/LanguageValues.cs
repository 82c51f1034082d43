using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Vero.Typed.Analyzers.Parsing.Values;
using Vero.Typed.Analyzers.Rules.DataFlow;
using Vero.Typed.Analyzers.Symbols;

namespace Vero.Typed.Analyzers.Rules.ReservedKeys;

/// <summary>What is wrong with a value as a language tag.</summary>
internal sealed class LanguageValues(ValueSources sources)
{
    private const string NameOfCulture = "Name";

    /// <summary>The problem with one source of the value; null when it may well be a tag.</summary>
    public LanguageProblem? ProblemOf(ValueSource source, CancellationToken ct)
    {
        foreach (ValueSource step in sources.Chain(source, Lowered, ct))
        {
            IOperation value = step.Operation;
            if (ConstantText(value) is { } text)
                return ReservedConstants.LanguageProblem(text) is { } problem ? new LanguageProblem(step, value.Syntax, problem.Reason, problem.Replacement) : null;

            switch (value)
            {
                case IPropertyReferenceOperation property when Wrong(property.Property) is { } wrong:
                    return new LanguageProblem(step, NameSyntax.Of(value.Syntax), wrong.Reason, wrong.Replacement);
                case IInvocationOperation { TargetMethod: { Name: "ToString", Parameters.IsEmpty: true }, Instance: IPropertyReferenceOperation { Property: var number } }
                    when number is { Name: "LCID" or "KeyboardLayoutId", ContainingType: var type } && ValueTypes.IsCultureInfo(type):
                    return new LanguageProblem(step, value.Syntax, $"'{number.Name}' is a number that only Windows uses", null);
            }
        }

        return null;
    }

    // Upper and lower case are the same to BCP 47.
    private static IOperation? Lowered(IOperation text) => text is IInvocationOperation
    {
        TargetMethod: { ContainingType.SpecialType: SpecialType.System_String, Name: "ToLower" or "ToLowerInvariant" or "ToUpper" or "ToUpperInvariant" },
    } call
        ? call.Instance
        : null;

    private static string? ConstantText(IOperation value) => value switch
    {
        { ConstantValue: { HasValue: true, Value: string text } } => text,
        IFieldReferenceOperation { Field: { Name: nameof(string.Empty), ContainingType.SpecialType: SpecialType.System_String } } => "",
        _ => null,
    };

    private static (string Reason, string? Replacement)? Wrong(IPropertySymbol property)
    {
        if (ValueTypes.IsCultureInfo(property.ContainingType))
        {
            return property.Name switch
            {
                "DisplayName" or "EnglishName" or "NativeName" => ($"'{property.Name}' is a display name; use '{NameOfCulture}'", NameOfCulture),
                "ThreeLetterISOLanguageName" or "ThreeLetterWindowsLanguageName" => ($"'{property.Name}' is not a language tag; use '{NameOfCulture}'", NameOfCulture),
                _ => null,
            };
        }

        bool isRegion = property is { ContainingType: { Name: "RegionInfo", ContainingNamespace.Name: "Globalization" }, Type.SpecialType: SpecialType.System_String };
        return isRegion ? ($"'{property.Name}' of a RegionInfo is not a language", null) : null;
    }
}
