using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Vero.Typed.Analyzers.Parsing.Values;

/// <summary>Constants of attributes as they are sent.</summary>
internal static class ConstantText
{
    /// <summary>The JSON of a constant, or the C# of a floating-point number; null when it cannot be sent.</summary>
    public static string? Of(TypedConstant constant) => constant switch
    {
        { Kind: TypedConstantKind.Enum, Type: INamedTypeSymbol type, Value: { } number } => NameOf(type, number),
        { Kind: not TypedConstantKind.Primitive } => null,
        { Value: string text } => Quoted(text),
        { Value: char character } => Quoted(character.ToString()),
        { Value: bool yes } => yes ? "true" : "false",
        { Value: double number } => double.IsNaN(number) || double.IsInfinity(number) ? null : constant.ToCSharpString() + "D",
        { Value: float number } => float.IsNaN(number) || float.IsInfinity(number) ? null : constant.ToCSharpString() + "F",
        { Value: IFormattable number } => number.ToString(null, CultureInfo.InvariantCulture),
        _ => null,
    };

    /// <summary>The number of an enum's value.</summary>
    public static string Number(TypedConstant constant) => Convert.ToString(constant.Value, CultureInfo.InvariantCulture)!;

    private static string? NameOf(INamedTypeSymbol type, object number) => EnumTypes.NameOf(type, number) is { } name ? Quoted(name) : null;

    private static string Quoted(string text) => $"\"{JsonText.Escape(text)}\"";
}
