using System.Globalization;

namespace Quickstart;

/// <summary>Makes a customer of a row. An empty cell is "not known" and becomes null.</summary>
internal static class CustomerMapping
{
    /// <exception cref="UnreadableCellException">A cell cannot be read.</exception>
    public static Customer ToCustomer(this FileRow row) => new()
    {
        Id = row.Cells["customer_id"],
        Email = row.Text("email"),
        FirstName = row.Text("first_name"),
        LastName = row.Text("last_name"),
        Plan = row.Value("plan", static (string text, out Plan plan) => Enum.TryParse(text, out plan), "is no plan"),
        SignUpDate = row.Value(
            "signed_up_on",
            static (string text, out DateOnly date) =>
                DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date),
            "is no date like 2026-01-31"),
        LifetimeValue = row.Value(
            "lifetime_value",
            static (string text, out decimal amount) => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out amount),
            "is no amount"),
        Score = row.Value(
            "score",
            static (string text, out double score) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out score),
            "is no number"),
        WantsNewsletter = row.Value(
            "newsletter",
            static (string text, out bool wanted) => (wanted = text == "yes") || text == "no",
            "is neither yes nor no"),
        About = row.Text("about"),
        TimeZone = row.TimeZone("time_zone"),
        Language = row.Language("language"),
        UserAgent = row.Text("user_agent"),
        AndroidToken = row.Text("android_token"),
        IosTokens = row.Text("ios_tokens")?.Split(';') ?? [],
        Note = row.Text("note"),
    };

    private static CultureInfo? Language(this FileRow row, string column)
    {
        try
        {
            return row.Text(column) is { } tag ? CultureInfo.GetCultureInfo(tag) : null;
        }
        catch (CultureNotFoundException)
        {
            throw new UnreadableCellException(column, "is no language tag like en-AU");
        }
    }

    // Either the name of a zone (Asia/Kolkata) or hours east of GMT (+5:30).
    private static TimeZoneInfo? TimeZone(this FileRow row, string column)
    {
        if (row.Text(column) is not { } text)
            return null;
        if (!UtcOffsetText.TryRead(text, out TimeSpan offset))
            return TimeZoneInfo.TryFindSystemTimeZoneById(text, out TimeZoneInfo? zone)
                ? zone
                : throw new UnreadableCellException(column, "is no known time zone");
        return offset.Duration() <= TimeSpan.FromHours(14)
            ? TimeZoneInfo.CreateCustomTimeZone(text, offset, displayName: null, standardDisplayName: null)
            : throw new UnreadableCellException(column, "is more than 14 hours from GMT");
    }
}
