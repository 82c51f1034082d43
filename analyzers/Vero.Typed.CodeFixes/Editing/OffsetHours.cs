using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Vero.Typed.Analyzers.Symbols;

namespace Vero.Typed.CodeFixes.Editing;

/// <summary>Turns a part of a timezone's offset that is not its hours into the hours of now.</summary>
internal static class OffsetHours
{
    private const string BaseUtcOffset = nameof(TimeZoneInfo.BaseUtcOffset);

    /// <summary>Corrects the property whose name is reported.</summary>
    /// <returns>The title of the repair; null when there is none.</returns>
    public static string? Correct(FixScene scene, SourceEdits edits)
    {
        if (scene.Node is not IdentifierNameSyntax name || PropertyAt(name, scene) is not { } property)
            return null;

        if (IsBaseUtcOffset(property))
        {
            AskForNow(name, scene, edits);
            return "Ask for the offset of now with 'GetUtcOffset'";
        }

        bool isPartOfOffset = ValueTypes.IsTimeSpan(property.ContainingType) || property is { Name: "TotalOffsetMinutes", ContainingType.Name: nameof(DateTimeOffset) };
        return isPartOfOffset && RoundDown(name, property, scene, edits) ? "Send the hours of the offset, rounded down" : null;
    }

    private static bool RoundDown(IdentifierNameSyntax name, IPropertySymbol property, FixScene scene, SourceEdits edits)
    {
        // Of -offset, the part that is less than an hour goes the other way.
        if (name.Parent is not MemberAccessExpressionSyntax access || access.Parent is PrefixUnaryExpressionSyntax)
            return false;

        string? conversion = property.Type.SpecialType switch
        {
            SpecialType.System_Double => "",
            SpecialType.System_Int32 => "(int)",
            SpecialType.System_Int64 => "(long)",
            _ => null,
        };
        bool isReadFurther = access.Parent is MemberAccessExpressionSyntax or ConditionalAccessExpressionSyntax;
        if (conversion is null || (conversion.Length > 0 && isReadFurther))
            return false;

        string math = TypeNames.At("System", nameof(Math), access.SpanStart, scene.Model);
        edits.Insert(access.SyntaxTree, access.SpanStart, $"{conversion}{math}.{nameof(Math.Floor)}(");
        if (access.Expression is MemberAccessExpressionSyntax { Name: IdentifierNameSyntax offset } && PropertyAt(offset, scene) is { } source && IsBaseUtcOffset(source))
            AskForNow(offset, scene, edits);
        string hours = nameof(TimeSpan.TotalHours);
        edits.Replace(name, ValueTypes.IsTimeSpan(property.ContainingType) ? hours : $"{nameof(DateTimeOffset.Offset)}.{hours}");
        edits.Insert(access.SyntaxTree, access.Span.End, ")");
        return true;
    }

    private static void AskForNow(IdentifierNameSyntax name, FixScene scene, SourceEdits edits)
    {
        string time = TypeNames.At("System", nameof(DateTimeOffset), name.SpanStart, scene.Model);
        edits.Replace(name, $"{nameof(TimeZoneInfo.GetUtcOffset)}({time}.UtcNow)");
    }

    private static IPropertySymbol? PropertyAt(IdentifierNameSyntax name, FixScene scene) =>
        scene.Model.GetSymbolInfo(name, scene.CancellationToken).Symbol as IPropertySymbol;

    private static bool IsBaseUtcOffset(IPropertySymbol property) => property.Name == BaseUtcOffset && ValueTypes.IsTimeZoneInfo(property.ContainingType);
}
