using System.Globalization;

#pragma warning disable VERO109 // What an entry of a dictionary does is tested here.

namespace Vero.Typed.Tests.Serialization;

/// <summary>Languages, phone numbers and dates: what Vero would take without a word and misread.</summary>
public class ReservedValueTests
{
    [Theory]
    [InlineData("en", "en")]
    [InlineData("en-AU", "en-AU")]
    [InlineData("zh-Hant-TW", "zh-Hant-TW")]
    [InlineData("es-419", "es-419")]
    [InlineData("de-CH-1996", "de-CH-1996")]
    [InlineData("sl-rozaj-biske", "sl-rozaj-biske")]
    [InlineData("en-u-ca-buddhist-x-any", "en-u-ca-buddhist-x-any")]
    [InlineData("gsw", "gsw")]
    [InlineData("zh-yue-HK", "zh-yue-HK")]
    [InlineData("en-GB-oed", "en-GB-oed")]
    [InlineData("en_US", "en-US")]
    [InlineData("zh_Hant_TW", "zh-Hant-TW")]
    [InlineData(" de-CH ", "de-CH")]
    [InlineData("\tpt_BR\n", "pt-BR")]
    [InlineData("", null)]
    [InlineData("  ", null)]
    [InlineData(null, null)]
    public void A_language_is_sent_as_a_tag(string? value, string? sent)
    {
        Assert.Equal(sent is null ? "" : $"\"language\":\"{sent}\"", Body.Data((ref w) => w.Language(",\"language\":\""u8, value, "Language")));
        Assert.Equal(Json(sent, "language"), new ReservedUser { Language = value }.ToIdentifyRequest().ToJson());
        Assert.Equal(Json(sent, "language"), new DataUser { More = { ["language"] = value } }.ToIdentifyRequest().ToJson());
        IdentifyRequest.Parse(new ReservedUser { Language = value }.ToIdentifyRequest().Utf8Json.Span);
    }

    [Theory]
    [InlineData("English")]
    [InlineData("c4n4ry")]
    [InlineData("e")]
    [InlineData("en-")]
    [InlineData("-en")]
    [InlineData("en--US")]
    [InlineData("en US")]
    [InlineData("en-US.UTF-8")]
    [InlineData("en_US.UTF-8")]
    [InlineData("en-a")]
    [InlineData("en-a-bb-a-cc")]
    [InlineData("en-US-US")]
    [InlineData("en-abcdefghi")]
    [InlineData("i-klingon")]
    [InlineData("x-private")]
    [InlineData("1033")]
    [InlineData("français")]
    [InlineData("дe")]
    [InlineData("en\u200B")]
    [InlineData("en,de;q=0.5")]
    public void What_is_no_language_is_refused(string value)
    {
        Assert.Equal("Shop.Customer.Language: " + ValueProblems.Language, Body.RefusedTrait("Language", (ref w) => w.Language(",\"language\":\""u8, value, "Language"), "c4n4ry").Message);
        Assert.EndsWith("DataUser.More: " + ValueProblems.Language, Assert.Throws<VeroSerializationException>(() => new DataUser { More = { ["language"] = value } }.ToIdentifyRequest()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_culture_is_sent_as_a_tag_or_not_at_all()
    {
        foreach ((CultureInfo culture, string sent) in ((CultureInfo, string)[])[
            (new CultureInfo("en-AU"), "en-AU"), (new CultureInfo("de-u-co-phonebk"), "de"), (new CultureInfo("es-ES_tradnl"), "es-ES"), (new CultureInfo("zh-Hans"), "zh-Hans")])
        {
            Assert.Equal($"\"language\":\"{sent}\"", Body.Data((ref w) => w.Language(",\"language\":\""u8, culture, "Culture")));
            Assert.Equal($"\"v\":\"{sent}\"", Body.Data((ref w) => w.Member(",\"v\":\""u8, culture)));
            Assert.Equal($"\"v\":\"{sent}\"", Body.Data((ref w) => w.RunTimeValue(",\"v\":"u8, culture, "More")));
            Assert.Equal(Json(sent, "language"), new DataUser { More = { ["language"] = culture } }.ToIdentifyRequest().ToJson());
        }

        Assert.Equal("", Body.Data((ref w) => w.Language(",\"language\":\""u8, CultureInfo.InvariantCulture, "Culture")));
        Assert.Equal("", Body.Data((ref w) => w.Language(",\"language\":\""u8, (CultureInfo?)null, "Culture")));
    }

    [Theory]
    [InlineData("+61491570156", "+61491570156")]
    [InlineData("+1 (555) 010-9999", "+15550109999")]
    [InlineData(" +49 30/1234.567 ", "+49301234567")]
    [InlineData("+49\u00A030\u20111234567", "+49301234567")]
    [InlineData("(+49) 301234567", "+49301234567")]
    [InlineData("+123456789012345", "+123456789012345")]
    [InlineData("+6834002", "+6834002")]
    [InlineData("", null)]
    [InlineData(" - ", null)]
    [InlineData(null, null)]
    public void A_phone_number_is_sent_in_E164(string? value, string? sent)
    {
        Assert.Equal(sent is null ? "" : $"\"phone_number\":\"{sent}\"", Body.Data((ref w) => w.PhoneNumber(",\"phone_number\":\""u8, value, "Phone")));
        Assert.Equal(Json(sent, "phone_number"), new ReservedUser { Phone = value }.ToIdentifyRequest().ToJson());
        Assert.Equal(Json(sent, "phone_number"), new DataUser { More = { ["phone_number"] = value } }.ToIdentifyRequest().ToJson());
        IdentifyRequest.Parse(new ReservedUser { Phone = value }.ToIdentifyRequest().Utf8Json.Span);
    }

    [Theory]
    [InlineData("0491570156")]
    [InlineData("491570156")]
    [InlineData("0061491570156")]
    [InlineData("+")]
    [InlineData("+0491570156")]
    [InlineData("+1234567890123456")]
    [InlineData("+12345")]
    [InlineData("++61491570156")]
    [InlineData("61+491570156")]
    [InlineData("+44 (0)20 7946 0958")]
    [InlineData("+1-800-FLOWERS")]
    [InlineData("+61491570156 ext. 3")]
    [InlineData("tel:+61491570156")]
    [InlineData("+61491570156;+61491570157")]
    [InlineData("+٦١٤٩١٥٧٠١٥٦")]
    [InlineData("＋61491570156")]
    [InlineData("c4n4ry")]
    public void A_number_that_Vero_never_delivers_to_is_refused(string value)
    {
        Assert.Equal("Shop.Customer.Phone: " + ValueProblems.PhoneNumber, Body.RefusedTrait("Phone", (ref w) => w.PhoneNumber(",\"phone_number\":\""u8, value, "Phone"), "c4n4ry").Message);
        Assert.EndsWith("ReservedUser.Phone: " + ValueProblems.PhoneNumber, Assert.Throws<VeroSerializationException>(() => new ReservedUser { Phone = value }.ToIdentifyRequest()).Message, StringComparison.Ordinal);
        Assert.EndsWith("DataUser.More: " + ValueProblems.PhoneNumber, Assert.Throws<VeroSerializationException>(() => new DataUser { More = { ["phone_number"] = value } }.ToIdentifyRequest()).Message, StringComparison.Ordinal);
    }

    // Entries that are shortened or taken back must leave what stands around them.
    [Fact]
    public void Entries_beside_a_corrected_one_stay_as_they_are()
    {
        Assert.Equal(
            """{"id":"7","data":{"a":"x","language":"en-US","phone_number":"+49301234567","timezone":3,"b":[1,"y"]}}""",
            new DataUser { More = { ["a"] = "x", ["language"] = Unknown(" en_US "), ["phone_number"] = "+49 (30) 123-4567", ["timezone"] = 3, ["b"] = new object[] { 1, "y" } } }.ToIdentifyRequest().ToJson());
        Assert.Equal("""{"id":"7","data":{"b":1}}""", new DataUser { More = { ["language"] = Unknown(" "), ["phone_number"] = "", ["b"] = 1 } }.ToIdentifyRequest().ToJson());
        Assert.Equal("""{"id":"7","data":{"language":"en-US"}}""", new DataUser { More = { ["language"] = Unknown("en\u005FUS") } }.ToIdentifyRequest().ToJson());
        Assert.EndsWith("the value of \"phone_number\"" + ValueProblems.MustBeString, Assert.Throws<VeroSerializationException>(() => new DataUser { More = { ["phone_number"] = Unknown(49301234567) } }.ToIdentifyRequest()).Message, StringComparison.Ordinal);
        Assert.EndsWith("the value of \"language\"" + ValueProblems.MustBeString, Assert.Throws<VeroSerializationException>(() => new DataUser { More = { ["language"] = Unknown(new[] { "en" }) } }.ToIdentifyRequest()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_date_that_was_never_set_is_left_out()
    {
        Assert.Equal("""{"id":"7"}""", new DatedUser().ToIdentifyRequest().ToJson());
        Assert.Equal("""{"id":"7"}""", new DatedUser { Time = new DateTime(0, DateTimeKind.Utc), MaybeTime = default(DateTime), MaybeInstant = default(DateTimeOffset), MaybeDay = default(DateOnly) }.ToIdentifyRequest().ToJson());
        Assert.Equal(
            """{"id":"7","data":{"time":"0001-01-01T00:00:00.0000001","instant":"0001-01-01T00:00:00.0000001+00:00","day":"0001-01-02"}}""",
            new DatedUser { Time = new DateTime(1), Instant = new DateTimeOffset(1, TimeSpan.Zero), Day = new DateOnly(1, 1, 2) }.ToIdentifyRequest().ToJson());
        Assert.Equal("""{"id":"7","data":{"days":["2026-01-02",null],"by_name":{"a":null},"part":{}}}""", new DatedUser { Days = [new DateOnly(2026, 1, 2), default], ByName = new() { ["a"] = default }, Part = new DatedPart() }.ToIdentifyRequest().ToJson());
    }

    [Fact]
    public void Wherever_its_midnight_is()
    {
        foreach (int hours in (int[])[-12, -5, 0, 5, 14])
        {
            TimeSpan offset = TimeSpan.FromHours(hours);
            DateTimeOffset date = hours > 0 ? default(DateTimeOffset).ToOffset(offset) : new DateTimeOffset(default(DateTime), offset);
            Assert.Equal("""{"id":"7"}""", new DatedUser { Instant = date, MaybeInstant = date }.ToIdentifyRequest().ToJson());
            Assert.Equal("""{"id":"7","data":{"b":[null]}}""", new DataUser { More = { ["a"] = date, ["b"] = new[] { date } } }.ToIdentifyRequest().ToJson());
            Assert.Equal("Shop.Customer.At: " + ValueProblems.DateNotSet, Body.RefusedTrait("At", (ref w) => w.CreatedAt(",\"v\":\""u8, date, "At")).Message);
        }
    }

    [Fact]
    public void WriteDefault_sends_it_and_WriteNull_sends_a_null() => Assert.Equal(
        """{"id":"7","data":{"time":"0001-01-01T00:00:00","maybe":"0001-01-01T00:00:00+00:00","day":"0001-01-01","cleared":null}}""",
        new WholeDatesUser { Maybe = default(DateTimeOffset) }.ToIdentifyRequest().ToJson());

    [Fact]
    public void Among_entries_too()
    {
        Assert.Equal("""{"id":"7","data":{"items":[null,null]}}""", new DataUser { More = { ["a"] = default(DateTime), ["b"] = default(DateTimeOffset), ["c"] = default(DateOnly), ["items"] = new object[] { default(DateTime), default(DateOnly) } } }.ToIdentifyRequest().ToJson());
        Assert.Equal("""{"id":"7","data":{"b":"2026-01-02T00:00:00"}}""", new DatesByName().ToIdentifyRequest().ToJson());
    }

    // Vero sends messages to the number of a profile, not to that of an event.
    [Fact]
    public void In_an_event_a_phone_number_is_a_key_like_any_other()
    {
        Assert.Contains("\"data\":{\"phone_number\":\"030 123\",\"a\":1}", new Called(7, "030 123", new() { ["a"] = 1 }).ToTrackRequest().ToJson(), StringComparison.Ordinal);
        Assert.Contains(ValueProblems.Language, Assert.Throws<VeroSerializationException>(() => new Called(7, "", new() { ["language"] = Unknown("English") }).ToTrackRequest()).Message, StringComparison.Ordinal);
        Assert.Equal("030 123", System.Text.Json.Nodes.JsonNode.Parse(VeroRequest.ParseEnvelope(new Called(7, "030 123", []).ToTrackRequest().ToEnvelope()).ToJson())!["data"]!["phone_number"]!.GetValue<string>());
    }

    [Fact]
    public void Times_of_day_and_durations_of_zero_are_values() => Assert.Equal(
        """{"id":"7","data":{"a":"00:00:00","b":"00:00:00"}}""", new DataUser { More = { ["a"] = default(TimeOnly), ["b"] = TimeSpan.Zero } }.ToIdentifyRequest().ToJson());

    // So that no rule sees the constant.
    private static object Unknown(object value) => value;

    private static string Json(string? sent, string key) => sent is null ? """{"id":"7"}""" : $$$"""{"id":"7","data":{"{{{key}}}":"{{{sent}}}"}}""";
}

internal sealed class ReservedUser
{
    [VeroId]
    public int Id => 7;

    [VeroLanguage]
    public string? Language { get; set; }

    [VeroPhoneNumber]
    public string? Phone { get; set; }
}

internal sealed class DataUser
{
    [VeroId]
    public int Id => 7;

    [VeroData]
    public Dictionary<string, object?> More { get; } = [];
}

internal sealed class DatedUser
{
    [VeroId]
    public int Id => 7;

    [VeroTrait]
    public DateTime Time { get; set; }

    [VeroTrait]
    public DateTime? MaybeTime { get; set; }

    [VeroTrait]
    public DateTimeOffset Instant { get; set; }

    [VeroTrait]
    public DateTimeOffset? MaybeInstant { get; set; }

    [VeroTrait]
    public DateOnly Day { get; set; }

    [VeroTrait]
    public DateOnly? MaybeDay { get; set; }

    [VeroTrait]
    public List<DateOnly>? Days { get; set; }

    [VeroTrait]
    public Dictionary<string, DateTime>? ByName { get; set; }

    [VeroTrait]
    public DatedPart? Part { get; set; }
}

internal sealed class DatedPart
{
    [VeroTrait]
    public DateTime Since { get; set; }
}

internal sealed class WholeDatesUser
{
    [VeroId]
    public int Id => 7;

    [VeroTrait(WriteDefault = true)]
    public DateTime Time { get; set; }

    [VeroTrait(WriteDefault = true)]
    public DateTimeOffset? Maybe { get; set; }

    [VeroTrait(WriteDefault = true)]
    public DateOnly Day { get; set; }

    [VeroTrait(WriteNull = true)]
    public DateTime Cleared { get; set; }
}

internal sealed class DatesByName
{
    [VeroId]
    public int Id => 7;

    [VeroData]
    public Dictionary<string, DateTime> More { get; } = new() { ["a"] = default, ["b"] = new DateTime(2026, 1, 2) };
}

[VeroEvent("Called")]
internal sealed record Called([VeroId] int CustomerId, [VeroTrait] string PhoneNumber, [VeroData] Dictionary<string, object?> More);
