using Microsoft.CodeAnalysis;
using Vero.Typed.Analyzers.Model;
using Vero.Typed.Analyzers.Symbols;

namespace Vero.Typed.Analyzers.Parsing.Values;

/// <summary>What is known of one type of the framework.</summary>
/// <param name="Name">Its name with the namespace.</param>
/// <param name="Kind">How it is written; null when it cannot be.</param>
/// <param name="Advice">What to expose instead of it, the end of a message; null when it can be written.</param>
/// <param name="Path">What leads to the part of it that is written.</param>
/// <param name="Word">What the plan calls its text.</param>
internal sealed record FrameworkType(string Name, TraitValueKind? Kind, string? Advice = null, string Path = "", PlanWord Word = PlanWord.String)
{
    private readonly string[] _namespaces = Name.Split('.').Take(Name.Count(static c => c == '.')).ToArray();

    /// <summary>The name without the namespace.</summary>
    public string SimpleName { get; } = Name.Substring(Name.LastIndexOf('.') + 1);

    public bool Is(ITypeSymbol type) => ValueTypes.Is(type, SimpleName, _namespaces);
}

/// <summary>The types of the framework, one row for each: a new one is a row here and an overload of the writer.</summary>
internal static class FrameworkTypes
{
    private const string Long = "expose a long, or a string if it does not fit";
    private const string ItsText = "expose its text as a string";
    private const string WhatItReads = "read it and expose the content as a string or a byte[]";
    private const string UnknownHere = "the library for this target framework does not know it, so expose a string or target net8.0 or later";

    private static readonly FrameworkType[] Rows =
    [
        new("System.SByte", TraitValueKind.Integer),
        new("System.Int16", TraitValueKind.Integer),
        new("System.Int32", TraitValueKind.Integer),
        new("System.Int64", TraitValueKind.Integer),
        new("System.Byte", TraitValueKind.Integer),
        new("System.UInt16", TraitValueKind.Integer),
        new("System.UInt32", TraitValueKind.Integer),
        new("System.UInt64", TraitValueKind.Integer),
        new("System.Decimal", TraitValueKind.Number),
        new("System.Double", TraitValueKind.FloatingPoint),
        new("System.Single", TraitValueKind.FloatingPoint),
        new("System.Boolean", TraitValueKind.Boolean),
        new("System.String", TraitValueKind.Text),
        new("System.Char", TraitValueKind.Text),
        new("System.Guid", TraitValueKind.Text),
        new("System.Uri", TraitValueKind.Text),
        new("System.DateTime", TraitValueKind.Date, Word: PlanWord.DateTime),
        new("System.DateTimeOffset", TraitValueKind.Date, Word: PlanWord.DateTime),
        new("System.TimeSpan", TraitValueKind.Text),
        new("System.DateOnly", TraitValueKind.Date, UnknownHere, Word: PlanWord.Date),
        new("System.TimeOnly", TraitValueKind.Text, UnknownHere),
        new("System.Globalization.CultureInfo", TraitValueKind.Text),
        new("System.Net.Mail.MailAddress", TraitValueKind.Text, Path: "?.Address"),
        new("System.Text.Json.JsonElement", TraitValueKind.Json),
        new("System.Text.Json.Nodes.JsonNode", TraitValueKind.Json),
        new("System.IntPtr", null, Long),
        new("System.UIntPtr", null, Long),
        new("System.Int128", null, Long),
        new("System.UInt128", null, Long),
        new("System.Numerics.BigInteger", null, Long),
        new("System.Half", null, "expose a float"),
        new("System.TimeZoneInfo", null, "expose its Id"),
        new("System.Type", null, "expose its Name"),
        new("System.Exception", null, "expose its Message"),
        new("System.Lazy", null, "expose its Value"),
        new("System.Text.Json.JsonDocument", null, "expose its RootElement"),
        new("System.Text.StringBuilder", null, ItsText),
        new("System.IO.Stream", null, WhatItReads),
        new("System.IO.TextReader", null, WhatItReads),
    ];

    private static readonly ILookup<string, FrameworkType> BySimpleName = Rows.ToLookup(static row => row.SimpleName, StringComparer.Ordinal);

    /// <summary>The row of a type itself, not of a base; null when it has none.</summary>
    public static FrameworkType? Find(ITypeSymbol type)
    {
        foreach (FrameworkType row in BySimpleName[type.Name])
        {
            if (row.Is(type))
                return row;
        }

        return null;
    }

    /// <summary>How a value is written that has no parts; null when it cannot be.</summary>
    public static FrameworkType? FindWritable(ITypeSymbol type, KnownSymbols symbols)
    {
        ITypeSymbol value = ValueTypes.WithoutNullable(type);
        if (value.IsNativeIntegerType || Find(value) is not { Kind: { } kind } row)
            return value.BaseType is { } node && Find(node) is { Kind: TraitValueKind.Json } json && IsOfJson(value) ? json : null;

        // Types that only newer frameworks have can be written only where the library that is referenced has an overload for them.
        if (row.Advice is not null && !symbols.HasOverloadFor(value))
            return null;
        return kind == TraitValueKind.Json && !IsOfJson(value) ? null : row;
    }

    /// <summary>How a freeform trait of the type is written, if it has no parts; null when it cannot be.</summary>
    public static TraitValueKind? KindOf(ITypeSymbol type, KnownSymbols symbols)
    {
        ITypeSymbol value = ValueTypes.WithoutNullable(type);
        if (value is IArrayTypeSymbol { Rank: 1, ElementType.SpecialType: SpecialType.System_Byte })
            return TraitValueKind.Bytes;
        if (value.TypeKind == TypeKind.Enum)
            return EnumTypes.IsNamedAtRunTime(value) ? TraitValueKind.EnumAtRunTime : EnumTypes.IsSentByName(value) ? TraitValueKind.Enum : null;
        return FindWritable(value, symbols) is { Path.Length: 0, Kind: var kind } ? kind : null;
    }

    private static bool IsOfJson(ITypeSymbol type) => type.ContainingAssembly?.Name == "System.Text.Json";
}
