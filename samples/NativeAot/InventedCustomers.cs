using System.Globalization;
using Vero.Typed;

namespace NativeAot;

/// <summary>Who is sent.</summary>
internal static class InventedCustomers
{
    public static Customer Ada(CampaignOptions? campaign = null) => new(nickname: "Countess")
    {
        Id = new CustomerId(Guid.Parse("0198f2a4-6d1c-7c3e-9a55-0f2b7c4d8e10")),
        Email = "ada@example.com",
        FirstName = "Ada \"the first\" 👩🏽‍💻",
        IsVip = true,
        Visits = 42,
        LifetimeValue = 1249.50m,
        Score = 0.87,
        Plan = Plan.Pro,
        Interests = Interests.Garden | Interests.Kitchen,
        SignedUpAt = new DateTimeOffset(2026, 3, 1, 9, 30, 0, TimeSpan.FromHours(10)),
        Birthday = new DateOnly(1995, 12, 10),
        LongestVisit = TimeSpan.FromMinutes(75),
        ReferredBy = Guid.Parse("0198f2a4-0000-7000-8000-000000000001"),
        Homepage = new Uri("https://example.com/ada"),
        CampaignName = campaign?.Name,
        Tags = campaign?.Tags ?? [],
        Home = new Address("Brisbane", "AU", Street: "1 Queen Street"),
        Orders =
        [
            new Order { PlacedOn = new DateOnly(2026, 3, 2), Total = 19.90m },
            new Order { PlacedOn = new DateOnly(2026, 4, 9), Total = 1229.60m, DeliveredTo = new Address("Zürich", "CH") },
        ],
        PointsByShop = new Dictionary<string, int> { ["Brisbane"] = 120, ["Zürich"] = 7 },
        Answers = new Dictionary<string, object?> { ["found_us_by"] = "a friend", ["would_recommend"] = 9, ["may_be_called"] = false },
        TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Australia/Brisbane"),
        Language = CultureInfo.GetCultureInfo("en-AU"),
        Browser = "ExampleBrowser/1.0",
        AndroidToken = "fcm-7c1e",
        OtherDevices = [new VeroChannel("push", "ios", "apns-b2e9")],
        PasswordHash = "never sent",
    };

    public static Subscriber Grace { get; } = new(1906, "grace@example.com", SubscribedOn: new DateOnly(2026, 12, 9), IssuesRead: 7);
}
