using System.Globalization;
using System.Text.Json;
using NodaTime;
using Vero.Typed.Sandbox;

namespace Quickstart;

/// <summary>
/// What must have arrived for a row, worked out from its cells alone: it shares nothing with <see cref="Customer"/>, its mapping and
/// the generated code, so that a mistake there cannot hide here.
/// </summary>
internal sealed record ExpectedProfile(
    string Id, string? Email, IReadOnlyList<SandboxChannel> Channels, IReadOnlyDictionary<string, JsonElement> Data)
{
    /// <param name="row">A row that can be sent.</param>
    /// <param name="sentAt">When it was sent: the offset of a time zone depends on it.</param>
    public static ExpectedProfile Of(FileRow row, Instant sentAt)
    {
        var data = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach ((string column, string cell) in row.Cells)
        {
            if (cell.Length > 0 && Property(column, cell, sentAt) is { } property)
                data.Add(property.Key, property.Value);
        }

        string email = row.Cells["email"];
        return new ExpectedProfile(row.Cells["customer_id"], email.Length > 0 ? email : null, Devices(row), data);
    }

    private static (string Key, JsonElement Value)? Property(string column, string cell, Instant sentAt) => column switch
    {
        "first_name" or "last_name" or "plan" or "signed_up_on" or "about" or "language" => (column, Json(cell)),
        "user_agent" => ("userAgent", Json(cell)),
        "lifetime_value" or "score" => (column, Json(decimal.Parse(cell, NumberStyles.Float, CultureInfo.InvariantCulture))),
        "newsletter" => (column, Json(cell == "yes")),
        "time_zone" => ("timezone", Json(HoursEastOfGmt(cell, sentAt))),
        "customer_id" or "email" or "android_token" or "ios_tokens" or "note" => null,
        _ => throw new InvalidDataException($"Nobody said what becomes of the column {column}."),
    };

    private static List<SandboxChannel> Devices(FileRow row)
    {
        var devices = new List<SandboxChannel>();
        foreach ((string column, string platform) in new[] { ("android_token", "android"), ("ios_tokens", "ios") })
        {
            if (row.Cells[column] is { Length: > 0 } tokens)
                devices.AddRange(tokens.Split(';').Select(token => new SandboxChannel("push", token, platform)));
        }

        return devices;
    }

    // NodaTime has rules of its own for every zone, daylight saving included; TimeZoneInfo is what is being checked.
    private static int HoursEastOfGmt(string cell, Instant sentAt)
    {
        double seconds = DateTimeZoneProviders.Tzdb.GetZoneOrNull(cell) is { } zone
            ? zone.GetUtcOffset(sentAt).Seconds
            : StatedSeconds(cell);
        return (int)Math.Floor(seconds / NodaConstants.SecondsPerHour);
    }

    private static double StatedSeconds(string cell)
    {
        string pattern = cell.Contains(':', StringComparison.Ordinal) ? "-H:mm" : "-H";
        return NodaTime.Text.OffsetPattern.CreateWithInvariantCulture(pattern).Parse(cell.TrimStart('+')).Value.Seconds;
    }

    private static JsonElement Json<T>(T value) => JsonSerializer.SerializeToElement(value);
}
