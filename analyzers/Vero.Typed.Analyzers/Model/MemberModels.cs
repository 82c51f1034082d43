namespace Vero.Typed.Analyzers.Model;

/// <summary>What all annotated members have: how they are read and what messages and the preview call them.</summary>
internal abstract record MemberModel
{
    /// <summary>The member's name as messages show it.</summary>
    public required string MemberName { get; init; }

    /// <summary>The expression that reads the value: <c>this.@event</c>, <c>((global::Shop.Base)user).Name?.Value</c>.</summary>
    public required string Access { get; init; }

    /// <summary>The member as the preview names it: with its type, where that is a base.</summary>
    public required string Source { get; init; }

    /// <summary>Whether its declaration says that it may be null, so that it is left out then.</summary>
    public required bool IsOptional { get; init; }
}

internal sealed record IdModel : MemberModel
{
    public required bool AllowDefault { get; init; }

    /// <summary>What comes before the id, as text; empty when nothing does.</summary>
    public required string Prefix { get; init; }

    /// <summary>Whether the id is text, whose length is not known.</summary>
    public required bool IsText { get; init; }
}

internal sealed record EmailModel : MemberModel;

internal sealed record ChannelModel : MemberModel
{
    /// <summary>Such as <c>push</c>; null when the member says it itself.</summary>
    public required string? Type { get; init; }

    /// <summary>Such as <c>android</c>; null when the member says it itself.</summary>
    public required string? Platform { get; init; }

    public required bool IsCollection { get; init; }

    /// <summary>Whether it is an ImmutableArray that may never have been assigned, and then throws when it is read.</summary>
    public required bool MayBeDefault { get; init; }

    /// <summary>The collections that lead to the addresses, from the outside in; empty when the member is the address or a collection of them.</summary>
    public required EquatableArray<LoopModel> Loops { get; init; }
}

internal sealed record TraitModel : MemberModel
{
    /// <summary>Empty for an item of an array and the value of an entry.</summary>
    public required string Key { get; init; }

    public required TraitValueKind Kind { get; init; }

    /// <summary>Whether a null is sent as one.</summary>
    public required bool WritesNull { get; init; }

    /// <summary>Whether the value can be null, however its declaration is annotated.</summary>
    public required bool CanBeNull { get; init; }

    /// <summary>Such as <c>(long)</c>, where the enum is compared by number because its names cannot be mentioned; else empty.</summary>
    public required string EnumCast { get; init; }

    /// <summary>The values of an enum, each once; of one that is named at run time every name.</summary>
    public required EquatableArray<EnumValueModel> EnumValues { get; init; }

    /// <summary>Which method writes the value, where one does.</summary>
    public required int Method { get; init; }

    /// <summary>What messages call the member of an object, such as <c>Address.Latitude</c>; null where it stands in a user or event, or cannot fail.</summary>
    public required string? Within { get; init; }
}

internal enum TraitValueKind
{
    /// <summary>Text and everything that is written in quotes.</summary>
    Text,

    /// <summary>Integers and decimals.</summary>
    Integer,
    Number,

    /// <summary>double and float, which may be no number.</summary>
    FloatingPoint,
    Boolean,
    Enum,

    /// <summary>An enum of another assembly whose values have several names, flags or not: which one is sent is known when it is written.</summary>
    EnumAtRunTime,

    /// <summary>Several names of an enum in one text, by one of the methods of the file.</summary>
    Flags,

    /// <summary>Dates and points in time: one that was never set is left out.</summary>
    Date,

    /// <summary>The reserved key, range check included.</summary>
    Timezone,

    /// <summary>The reserved key, checked as a tag.</summary>
    Language,

    /// <summary>The reserved key, checked as E.164.</summary>
    PhoneNumber,

    /// <summary>byte[], as Base64 text.</summary>
    Bytes,

    /// <summary>JsonElement and JsonNode.</summary>
    Json,

    /// <summary>Text that holds JSON.</summary>
    JsonText,

    /// <summary>The reserved key, from the id of a time zone.</summary>
    TimezoneId,

    /// <summary>JSON that is known when the code is made.</summary>
    Constant,

    /// <summary>An object whose type is looked at when it is written.</summary>
    RunTime,

    /// <summary>An object, an array or a dictionary, by one of the methods of the file.</summary>
    Method,
}

/// <summary>A dictionary whose entries go into <c>data</c>.</summary>
internal sealed record EntriesModel : MemberModel
{
    /// <summary>The pattern that the dictionary matches when there is one to enumerate, such as <c>{ IsDefault: false }</c>.</summary>
    public required string Pattern { get; init; }

    /// <summary>Such as <c>(global::System.Collections.Generic.IEnumerable&lt;...&gt;)</c>, where the type's own enumerator is another one; else empty.</summary>
    public required string EnumerableCast { get; init; }

    /// <summary>The key of an entry as text, such as <c>__entry.Key</c>.</summary>
    public required string KeyAccess { get; init; }

    /// <inheritdoc cref="TraitModel.Within"/>
    public required string? Within { get; init; }

    /// <summary>The value of an entry, behind its key.</summary>
    public required TraitModel Value { get; init; }
}

/// <param name="Pattern">The constant as C# writes it.</param>
/// <param name="Name">The name that is sent.</param>
internal sealed record EnumValueModel(string Pattern, string Name);
