using System.Runtime.Serialization;
using System.Text.Json.Serialization;

namespace Vero.Typed.Tests.Oracle;

public enum Plan
{
    Free,

    [JsonStringEnumMemberName("pro \u2603")]
    Pro,

    [JsonStringEnumMemberName("big \"<one>\"")]
    Enterprise = -5,
}

public enum Tier
{
    [EnumMember(Value = "tier \"zero\"")]
    Zero,

    One,
}

[Flags]
public enum Rights : byte
{
    None = 0,
    Read = 1,
    Write = 2,
    ReadWrite = 3,
    Admin = 128,
}

public readonly record struct Level(int Value);

public readonly record struct Key(Guid Value);

public sealed record Nickname(string? Value);

public readonly record struct Point([VeroTrait] double X, [VeroTrait] double? Y);

public record Place([VeroTrait] string? City, [VeroTrait(WriteNull = true)] [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Zip)
{
    [VeroTrait("at!")]
    [JsonPropertyName("at!")]
    public Point? Where { get; init; }
}

public sealed record Home([VeroTrait] Place? Around, [VeroTrait] IReadOnlyList<Point>? Path, [VeroTrait] string? Street) : Place(Street, null);
