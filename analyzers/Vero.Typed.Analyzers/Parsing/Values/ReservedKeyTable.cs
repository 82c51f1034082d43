using Microsoft.CodeAnalysis;
using Vero.Typed.Analyzers.Model;
using Vero.Typed.Analyzers.Symbols;

namespace Vero.Typed.Analyzers.Parsing.Values;

/// <summary>What may be under one reserved key.</summary>
/// <param name="Key">The key.</param>
/// <param name="Requirement">What its value must be, and what to expose for it.</param>
/// <param name="Word">What the plan calls its value.</param>
/// <param name="KindOf">How a member of a type is written; null when it cannot be.</param>
/// <param name="IsMeantBy">Whether a type can be meant for nothing else.</param>
internal sealed record ReservedKeyRow(string Key, string Requirement, PlanWord Word, Func<ITypeSymbol, TraitValueKind?> KindOf, Func<ITypeSymbol, bool> IsMeantBy);

/// <summary>The keys of <c>data</c> that Vero reserves, their types, and the spellings that are meant to be them.</summary>
internal static class ReservedKeyTable
{
    private static readonly ReservedKeyRow[] Rows = Array.ConvertAll(VeroContract.ReservedKeys, static key => key.Kind switch
    {
        ReservedKeyKind.Timezone => new ReservedKeyRow(
            key.Name,
            "a time zone offset: an integer of hours, a TimeSpan or a TimeZoneInfo",
            PlanWord.Hours,
            static type => ValueTypes.WithoutNullable(type) is var value && (ValueTypes.IsInteger(value) || ValueTypes.IsTimeZoneInfo(value) || ValueTypes.IsTimeSpan(value))
                ? TraitValueKind.Timezone
                : null,
            static type => ValueTypes.IsTimeZoneInfo(ValueTypes.WithoutNullable(type))),
        ReservedKeyKind.Language => new ReservedKeyRow(
            key.Name,
            "a language tag: a string or a CultureInfo",
            PlanWord.Language,
            static type => ValueTypes.IsString(type) || ValueTypes.IsCultureInfo(type) ? TraitValueKind.Language : null,
            static type => ValueTypes.IsCultureInfo(type)),
        ReservedKeyKind.UserAgent => new ReservedKeyRow(
            key.Name, "a string", PlanWord.String, static type => ValueTypes.IsString(type) ? TraitValueKind.Text : null, static _ => false),
        ReservedKeyKind.PhoneNumber => new ReservedKeyRow(
            key.Name, "a phone number in E.164: a string", PlanWord.Phone, static type => ValueTypes.IsString(type) ? TraitValueKind.PhoneNumber : null, static _ => false),
        _ => throw new ArgumentOutOfRangeException(key.Name),
    });

    private static readonly string[] Keys = Array.ConvertAll(VeroContract.ReservedKeys, static key => key.Name);

    public static bool Contains(string key) => VeroContract.FindReservedKey(key) is not null;

    /// <summary>Whether a key is reserved for users, or for events.</summary>
    public static bool Contains(string key, bool isEvent) => VeroContract.FindReservedKey(key) is { } reserved && (reserved.IsOfEvents || !isEvent);

    /// <summary>The dedicated attribute of a reserved key.</summary>
    public static VeroAttributeKind AttributeOf(string key) => VeroAttributes.ForKey(key).Kind;

    /// <summary>The dedicated attribute of a reserved key, as users write it.</summary>
    public static string AttributeFor(string key) => VeroAttributes.ForKey(key).Name;

    /// <summary>The only reserved key that a type can be meant for; null when that is not evident.</summary>
    public static string? OnlyFor(ITypeSymbol type) => Array.Find(Rows, row => row.IsMeantBy(type))?.Key;

    /// <summary>How a member of the type is written under a reserved key; null when it cannot be.</summary>
    public static TraitValueKind? KindOf(string key, ITypeSymbol type) => Row(key).KindOf(type);

    /// <summary>What the value under a reserved key must be, and what to expose for it.</summary>
    public static string Requirement(string key) => Row(key).Requirement;

    /// <summary>What the plan calls the value of a reserved key.</summary>
    public static PlanWord WordOf(string key) => Row(key).Word;

    /// <summary>The reserved key that a key is meant to be; null for every other one. A letter more (<c>languages</c>) is a word of its own.</summary>
    public static string? MisspeltBy(string key) => Misspelling.OneSlipFrom(key, Keys);

    private static ReservedKeyRow Row(string key) => Array.Find(Rows, row => row.Key == key) ?? throw new ArgumentOutOfRangeException(nameof(key));
}
