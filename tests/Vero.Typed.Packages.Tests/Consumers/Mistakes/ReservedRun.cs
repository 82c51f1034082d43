using System.Globalization;
using Vero.Typed;

namespace Shop.Reserved;

internal static class ReservedRun
{
    // Without daylight saving, so that the requests are the same all year.
    private static readonly TimeZoneInfo Brisbane = TimeZoneInfo.CreateCustomTimeZone("Brisbane", TimeSpan.FromHours(10), null, null);

    public static IEnumerable<IdentifyRequest> Requests() =>
    [
        new Subscriber { Id = 1, Culture = CultureInfo.InvariantCulture, Browser = "curl" }.ToIdentifyRequest(),
        new Visitor(2, Brisbane).ToIdentifyRequest(),
        Reader.Of(Brisbane).ToIdentifyRequest(),
        Reader.Of(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.FromMinutes(-210)), new CultureInfo("fr-CA")).ToIdentifyRequest(),
        Reader.Import().ToIdentifyRequest(),
        new Called(6, "+61 491 570 006").ToIdentifyRequest(),
    ];
}
