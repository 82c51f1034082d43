namespace Vero.Typed.Analyzers.Model;

/// <summary>What all annotated members have: how they are read and what messages call them.</summary>
internal abstract record MemberModel
{
    /// <summary>The member's name as messages show it.</summary>
    public required string MemberName { get; init; }

    /// <summary>The expression that reads the value: <c>this.@event</c>, <c>((global::Shop.Base)user).Name?.Value</c>.</summary>
    public required string Access { get; init; }
}

internal sealed record IdModel : MemberModel
{
    public required bool AllowDefault { get; init; }
}

internal sealed record EmailModel : MemberModel;

internal sealed record ChannelModel : MemberModel
{
    /// <summary>The JSON up to the opening quote of the address; null when the member says type and platform itself.</summary>
    public required string? LeadingJson { get; init; }

    public required bool IsCollection { get; init; }
}

internal sealed record TraitModel : MemberModel
{
    /// <summary>
    /// Comma, key, colon, and the opening quote where the value is text: as it is sent, not as C# writes it.
    /// </summary>
    public required string LeadingJson { get; init; }

    /// <summary>Comma, key and colon; empty where an entry of a dictionary has written them.</summary>
    public required string KeyJson { get; init; }

    /// <summary>What is written where the value writes nothing because it is null; null when that is left out.</summary>
    public required string? NullJson { get; init; }

    public required TraitValueKind Kind { get; init; }

    /// <summary>Whether a boolean or an enum can be null; the other kinds leave that to the writer's overloads.</summary>
    public required bool CanBeNull { get; init; }

    /// <summary>Such as <c>(long)</c>, where the enum is compared by number because its names cannot be mentioned; else empty.</summary>
    public required string EnumCast { get; init; }

    /// <summary>The values of an enum, each once.</summary>
    public required EquatableArray<EnumValueModel> EnumValues { get; init; }

    /// <summary>The name of the method that writes a value with parts; else empty.</summary>
    public required string Method { get; init; }

    /// <summary>What messages call the member of an object, such as <c>Address.Latitude</c>, where its value may be refused.</summary>
    public required string? Within { get; init; }

    /// <summary>Whether the member of an object can be null and is left out then. Nothing that is emitted depends on it but the preview.</summary>
    public bool IsOptional { get; init; }
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

    /// <summary>The reserved key, range check included.</summary>
    Timezone,

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

    /// <summary>By one of the methods of the file.</summary>
    Method,
}

/// <summary>A dictionary whose entries go into <c>data</c>.</summary>
internal sealed record EntriesModel : MemberModel
{
    /// <summary>The pattern that the dictionary matches when there is one to enumerate, such as <c>{ IsDefault: false }</c>.</summary>
    public required string Pattern { get; init; }

    /// <summary>Such as <c>(global::System.Collections.Generic.IEnumerable&lt;...&gt;)</c>, where the type's own enumerator is another one; else empty.</summary>
    public required string EnumerableCast { get; init; }

    /// <summary>The value of an entry, behind its key.</summary>
    public required TraitModel Value { get; init; }
}

/// <param name="Pattern">The constant as C# writes it.</param>
/// <param name="Json">The value as it is sent, quotes included.</param>
internal sealed record EnumValueModel(string Pattern, string Json);
