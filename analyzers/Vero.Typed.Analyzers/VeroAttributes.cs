namespace Vero.Typed.Analyzers;

/// <summary>What is known of one attribute.</summary>
/// <param name="Kind">Which one it is.</param>
/// <param name="Name">The name as users write it, such as <c>VeroId</c>.</param>
/// <param name="Place">What it is written on.</param>
/// <param name="Operations">Where it counts: on users, on events, or on both.</param>
/// <param name="Key">The key of <c>data</c> that it writes; null where it writes none, or one that depends on the member.</param>
/// <param name="IsPart">Whether it also counts in a value inside of a user or event: id, email and channels have places of their own in the body.</param>
internal sealed record VeroAttributeRow(VeroAttributeKind Kind, string Name, AttributePlace Place, Operations Operations, string? Key = null, bool IsPart = false)
{
    /// <summary>The name of the class.</summary>
    public string ClassName => Name + VeroAttributes.Suffix;

    /// <summary>Whether it counts on an event, or on a user.</summary>
    public bool CountsOn(bool isEvent) => Operations.HasFlag(isEvent ? Operations.Track : Operations.Identify);
}

/// <summary>The attributes, one row for each: what is not in this table is none of ours.</summary>
internal static class VeroAttributes
{
    public const string Suffix = "Attribute";

    private static readonly VeroAttributeRow[] Rows =
    [
        new(VeroAttributeKind.Id, "VeroId", AttributePlace.Member, Operations.Both),
        new(VeroAttributeKind.Email, "VeroEmail", AttributePlace.Member, Operations.Both),
        new(VeroAttributeKind.Trait, "VeroTrait", AttributePlace.Member, Operations.Both, IsPart: true),
        new(VeroAttributeKind.Timezone, "VeroTimezone", AttributePlace.Member, Operations.Identify, KeyOf(ReservedKeyKind.Timezone)),
        new(VeroAttributeKind.Language, "VeroLanguage", AttributePlace.Member, Operations.Identify, KeyOf(ReservedKeyKind.Language)),
        new(VeroAttributeKind.UserAgent, "VeroUserAgent", AttributePlace.Member, Operations.Identify, KeyOf(ReservedKeyKind.UserAgent)),
        new(VeroAttributeKind.PhoneNumber, "VeroPhoneNumber", AttributePlace.Member, Operations.Identify, KeyOf(ReservedKeyKind.PhoneNumber)),
        new(VeroAttributeKind.Channel, "VeroChannel", AttributePlace.Member, Operations.Identify),
        new(VeroAttributeKind.Data, "VeroData", AttributePlace.Member, Operations.Both, IsPart: true),
        new(VeroAttributeKind.Event, "VeroEvent", AttributePlace.TypeOrAssembly, Operations.Track),
        new(VeroAttributeKind.CreatedAt, "VeroCreatedAt", AttributePlace.Member, Operations.Track),
        new(VeroAttributeKind.Serialization, "VeroSerialization", AttributePlace.TypeOrAssembly, Operations.Both),
        new(VeroAttributeKind.Map, "VeroMap", AttributePlace.Map, Operations.Both),
        new(VeroAttributeKind.Converter, "VeroConverter", AttributePlace.Elsewhere, Operations.Both),
        new(VeroAttributeKind.Converters, "VeroConverters", AttributePlace.Elsewhere, Operations.Both),
    ];

    private static readonly Dictionary<string, VeroAttributeRow> ByClassName = Rows.ToDictionary(static row => row.ClassName, StringComparer.Ordinal);

    private static readonly HashSet<string> WrittenNames = new(Rows.SelectMany(static row => new[] { row.Name, row.ClassName }), StringComparer.Ordinal);

    public static IReadOnlyList<VeroAttributeRow> All => Rows;

    public static VeroAttributeRow Of(VeroAttributeKind kind) => Array.Find(Rows, row => row.Kind == kind) ?? throw new ArgumentOutOfRangeException(nameof(kind));

    /// <summary>The attribute whose class has a name; null when none has.</summary>
    public static VeroAttributeRow? Find(string className) => ByClassName.TryGetValue(className, out VeroAttributeRow? row) ? row : null;

    /// <summary>The attribute that is written by a name, with or without its suffix; null when none is.</summary>
    public static VeroAttributeRow? FindWritten(string name) => Find(name) ?? Find(name + Suffix);

    /// <summary>Whether an attribute is written by this name, with or without its suffix.</summary>
    public static bool IsWrittenAs(string name) => WrittenNames.Contains(name);

    /// <summary>The attribute that a reserved key has for itself.</summary>
    public static VeroAttributeRow ForKey(string reservedKey) =>
        Array.Find(Rows, row => row.Key == reservedKey) ?? throw new ArgumentOutOfRangeException(nameof(reservedKey));

    private static string KeyOf(ReservedKeyKind kind) => Array.Find(VeroContract.ReservedKeys, key => key.Kind == kind)?.Name ?? throw new ArgumentOutOfRangeException(nameof(kind));
}
