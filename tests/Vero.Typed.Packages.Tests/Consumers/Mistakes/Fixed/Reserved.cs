using System.Globalization;
using Vero.Typed;

namespace Shop.Reserved;

/// <summary>VERO101 to VERO103: reserved keys that are not said by their attributes.</summary>
public sealed class Subscriber
{
    [VeroId]
    public required int Id { get; init; }

    [VeroLanguage] // copied
    public CultureInfo? Culture { get; init; }

    [Obsolete("Use the zone."), VeroTimezone]
    public int Hours { get; init; }

    [VeroUserAgent]
    public string? Browser { get; init; }
}

/// <summary>VERO007: a zone is the timezone.</summary>
public sealed record Visitor([VeroId] int Id, [VeroTimezone] TimeZoneInfo Zone);

/// <summary>VERO120: a time zone cannot be null.</summary>
public sealed record Caller([VeroId] int Id, [VeroTimezone] int? Zone);

/// <summary>VERO109: the phone number has an attribute.</summary>
public sealed record Called([VeroId] int Id, [VeroPhoneNumber] string? PhoneNumber);

/// <summary>VERO105 to VERO107 and VERO121.</summary>
public sealed class Reader
{
    [VeroId]
    public required int Id { get; init; }

    [VeroTimezone]
    public int Hours { get; set; }

    [VeroLanguage]
    public string Language { get; set; } = "en-AU"; // most of them

    [VeroData]
    public Dictionary<string, object?> More { get; } = new() { ["userAgent"] = "curl" };

    public static Reader Of(TimeZoneInfo zone) => new() { Id = 3, Hours = zone.GetUtcOffset(DateTimeOffset.UtcNow).Hours };

    public static Reader Of(DateTimeOffset signedUp, CultureInfo culture) => new()
    {
        Id = 4,
        Hours = (int)Math.Floor(signedUp.Offset.TotalHours),
        Language = culture.Name,
    };

    public static Import Import() => new(5) { Data = { ["timezone"] = 10, ["language"] = "de-AT" } };
}

public sealed record Import([property: VeroId] int Id)
{
    [VeroData]
    public Dictionary<string, object?> Data { get; } = [];
}
