namespace Vero.Typed.Benchmarks.Serializer;

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

    public static Survey Survey { get; } = new()
    {
        Id = 90071992547,
        Answer01 = Answer(1),
        Answer02 = Answer(2),
        Answer03 = Answer(3),
        Answer04 = Answer(4),
        Answer05 = Answer(5),
        Answer06 = Answer(6),
        Answer07 = Answer(7),
        Answer08 = Answer(8),
        Answer09 = Answer(9),
        Answer10 = Answer(10),
        Answer11 = Answer(11),
        Answer12 = Answer(12),
        Answer13 = Answer(13),
        Answer14 = Answer(14),
        Answer15 = Answer(15),
        Answer16 = Answer(16),
        Answer17 = Answer(17),
        Answer18 = Answer(18),
        Answer19 = Answer(19),
        Answer20 = Answer(20),
        Answer21 = Answer(21),
        Answer22 = Answer(22),
        Answer23 = Answer(23),
        Answer24 = Answer(24),
        Answer25 = Answer(25),
        Answer26 = Answer(26),
        Answer27 = Answer(27),
        Answer28 = Answer(28),
        Answer29 = Answer(29),
        Answer30 = Answer(30),
        Answer31 = Answer(31),
        Answer32 = Answer(32),
        Answer33 = Answer(33),
        Answer34 = Answer(34),
        Answer35 = Answer(35),
        Answer36 = Answer(36),
        Answer37 = Answer(37),
        Answer38 = Answer(38),
        Answer39 = Answer(39),
        Answer40 = Answer(40),
        Answer41 = Answer(41),
        Answer42 = Answer(42),
        Answer43 = Answer(43),
        Answer44 = Answer(44),
        Answer45 = Answer(45),
        Answer46 = Answer(46),
        Answer47 = Answer(47),
        Answer48 = Answer(48),
        Answer49 = Answer(49),
        Answer50 = Answer(50),
    };

    public static Shopper Shopper { get; } = new()
    {
        Id = 48213,
        Email = "grace@example.com",
        Tags = ["newsletter", "early access", "returns", "gift cards", "outlet", "app", "store pickup", "reviews"],
        Sizes = [36, 37, 38, 40, 42, 44, 46, 48, 50, 52, 54, 56],
        Visits =
        [
            new DateTimeOffset(2026, 3, 1, 9, 31, 44, TimeSpan.FromHours(10)),
            new DateTimeOffset(2026, 4, 17, 18, 2, 5, TimeSpan.FromHours(10)),
            new DateTimeOffset(2026, 7, 30, 12, 0, 0, TimeSpan.FromHours(2)),
            new DateTimeOffset(2026, 11, 11, 23, 59, 59, TimeSpan.FromHours(11)),
        ],
        SpentByYear = new Dictionary<string, decimal> { ["2022"] = 120.50m, ["2023"] = 99m, ["2024"] = 0m, ["2025"] = 1380.25m, ["2026"] = 71.99m },
        Home = new Address { Street = "12 Collins Street", City = "Melbourne", Country = "AU" },
        Orders =
        [
            new Order { Number = 90071992547, Total = 71.99m, Items = ["linen shirt", "belt"] },
            new Order { Number = 90071992112, Total = 880m, Items = ["winter coat"] },
            new Order { Number = 90071991003, Total = 500.25m, Items = ["boots", "socks", "shoe cream", "laces"] },
        ],
    };

    private const int AnswerLength = 200;

    private static string Answer(int number) =>
        $"Answer {number}: the instruments arrived in time, were easy to set up, and did what we had hoped for. ".PadRight(AnswerLength, 'x');
}
