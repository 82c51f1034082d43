namespace Vero.Typed.Benchmarks;

/// <summary>Invented people.</summary>
internal static class Customers
{
    public static Lead Small { get; } = new() { Id = 48213, Email = "grace@example.com", FirstName = "Grace", Vip = true };

    public static Customer Typical { get; } = new()
    {
        Id = new Guid("3f2b8c1e-5a7d-4e90-8b6f-1c2d3e4f5a6b"),
        Email = "margaret.lindqvist@example.com",
        AndroidToken = "dGhpcyBpcyBhIHRva2VuIG9mIGEgZGV2aWNlIHRoYXQgZG9lcyBub3QgZXhpc3Q",
        FirstName = "Margaret",
        LastName = "Lindqvist",
        Company = "Northern Light Instruments Ltd",
        City = "Melbourne",
        Notes = "Prefers to be called in the afternoon, and never on Fridays",
        Referrer = "https://www.example.com/blog/how-we-measure-light",
        Plan = Plan.Pro,
        Vip = true,
        Visits = 1842,
        LastOrder = 90071992547,
        Balance = 1204.50m,
        Score = 0.8725,
        SignedUpAt = new DateTimeOffset(2023, 4, 17, 9, 31, 44, 120, TimeSpan.FromHours(10)),
        Language = "en-AU",
        Timezone = 10,
    };

    public static Customer NonAscii { get; } = new()
    {
        Id = Typical.Id,
        Email = "маргарита@пример.рф",
        AndroidToken = Typical.AndroidToken,
        FirstName = "Маргарита",
        LastName = "Линдквист",
        Company = "Северное сияние, приборы 🌌",
        City = "Новосибирск",
        Notes = "午後に電話してください。金曜日は不可。Ευχαριστώ πολύ 😀",
        Referrer = "https://пример.рф/блог/как-мы-измеряем-свет",
        Plan = Plan.Enterprise,
        Vip = false,
        Visits = 7,
        Balance = 99.90m,
        Score = 0.5,
        SignedUpAt = Typical.SignedUpAt,
        Language = "ru-RU",
        Timezone = 7,
    };

    public static Customer EscapeHeavy { get; } = new()
    {
        Id = Typical.Id,
        Email = "o'brien+offers@example.com",
        AndroidToken = Typical.AndroidToken,
        FirstName = "Conor \"Con\"",
        LastName = "O'Brien",
        Company = "Smith & Sons <Holdings>",
        City = "Dún Laoghaire",
        Notes = "Said: \"call back\\later\"\r\n\t- and 'soon' <b>please</b> & thanks\r\n\t- \"twice\"",
        Referrer = "https://www.example.com/?a=1&b=\"2\"&c='3'&d=<4>+5",
        Plan = Plan.Free,
        Vip = false,
        Visits = 12,
        Balance = 0m,
        Score = 1,
        SignedUpAt = Typical.SignedUpAt,
        Language = "en-IE",
        Timezone = 0,
    };
}
