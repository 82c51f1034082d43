using System.Globalization;
using System.Text.Json;

namespace Vero.Typed.Tests;

/// <summary>Every overload of <c>Member</c>: exact text for chosen values, the text of System.Text.Json where it has one.</summary>
public class TraitTests
{
    [Theory]
    [InlineData("", "\"\"")]
    [InlineData("Ada", "\"Ada\"")]
    [InlineData("a\"b\\c/d", "\"a\\\"b\\\\c/d\"")]
    [InlineData("\b\t\n\f\r\0\u0001\u001f\u007f", "\"\\b\\t\\n\\f\\r\\u0000\\u0001\\u001F\u007f\"")]
    [InlineData("é中😀 <>&'+`", "\"é中😀 <>&'+`\"")]
    [InlineData("\u2028\ufeff\uffff", "\"\u2028\ufeff\uffff\"")]
    public void Text_is_escaped_as_little_as_RFC_8259_allows(string text, string expected)
    {
        Assert.Equal(expected, Body.Value((ref w) => w.Member(",\"v\":\""u8, text)));
        Assert.Equal(expected, RfcEscaping.Quoted(text));
    }

    [Theory]
    [InlineData('a', "\"a\"")]
    [InlineData('"', "\"\\\"\"")]
    [InlineData('\0', "\"\\u0000\"")]
    [InlineData('中', "\"中\"")]
    public void A_character_is_text(char character, string expected)
    {
        Assert.Equal(expected, Body.Value((ref w) => w.Member(",\"v\":\""u8, character)));
        Assert.Equal(expected, Body.Value((ref w) => w.Member(",\"v\":\""u8, (char?)character)));
    }

    [Fact]
    public void A_character_that_is_half_of_a_pair_is_the_replacement_character()
    {
        Assert.Equal("\"\uFFFD\"", Body.Value((ref w) => w.Member(",\"v\":\""u8, '\uD83D')));
        Assert.Equal("\"\uFFFD\"", Body.Value((ref w) => w.Member(",\"v\":\""u8, (char?)'\uDE00')));
    }

    [Theory]
    [InlineData(0L, "0")]
    [InlineData(-1L, "-1")]
    [InlineData(9007199254740993L, "9007199254740993")]
    [InlineData(long.MinValue, "-9223372036854775808")]
    [InlineData(long.MaxValue, "9223372036854775807")]
    public void A_whole_number_keeps_all_its_digits(long number, string expected)
    {
        Assert.Equal(expected, Body.Value((ref w) => w.Member(",\"v\":"u8, number)));
        Assert.Equal(expected, Body.Value((ref w) => w.Member(",\"v\":"u8, (long?)number)));
    }

    [Theory]
    [InlineData(0UL, "0")]
    [InlineData(ulong.MaxValue, "18446744073709551615")]
    public void A_natural_number_keeps_all_its_digits(ulong number, string expected)
    {
        Assert.Equal(expected, Body.Value((ref w) => w.Member(",\"v\":"u8, number)));
        Assert.Equal(expected, Body.Value((ref w) => w.Member(",\"v\":"u8, (ulong?)number)));
    }

    // Text, because an attribute argument cannot be a decimal.
    [Theory]
    [InlineData("0")]
    [InlineData("0.00")]
    [InlineData("1.10")]
    [InlineData("-1.10")]
    [InlineData("79228162514264337593543950335")]
    [InlineData("-79228162514264337593543950335")]
    [InlineData("0.0000000000000000000000000001")]
    [InlineData("-7.9228162514264337593543950335")]
    public void A_decimal_keeps_its_digits_and_its_trailing_zeros(string text)
    {
        decimal number = decimal.Parse(text, CultureInfo.InvariantCulture);
        Assert.Equal(text, Body.Value((ref w) => w.Member(",\"v\":"u8, number)));
        Assert.Equal(text, Body.Value((ref w) => w.Member(",\"v\":"u8, (decimal?)number)));
        Assert.Equal(text, JsonSerializer.Serialize(number));
    }

    [Theory]
    [InlineData(0.0, "0")]
    [InlineData(-0.0, "-0")]
    [InlineData(0.1, "0.1")]
    [InlineData(1e21, "1E+21")]
    [InlineData(double.Epsilon, "5E-324")]
    [InlineData(double.MaxValue, "1.7976931348623157E+308")]
    [InlineData(double.MinValue, "-1.7976931348623157E+308")]
    public void A_double_is_the_shortest_text_that_reads_back_equal(double number, string expected)
    {
        Assert.Equal(expected, Body.Value((ref w) => w.Member(",\"v\":"u8, number, "V")));
        Assert.Equal(expected, JsonSerializer.Serialize(number));
    }

    [Theory]
    [InlineData(0f, "0")]
    [InlineData(-0f, "-0")]
    [InlineData(0.1f, "0.1")]
    [InlineData(float.Epsilon, "1E-45")]
    [InlineData(float.MaxValue, "3.4028235E+38")]
    [InlineData(float.MinValue, "-3.4028235E+38")]
    public void A_float_is_not_widened_to_a_double(float number, string expected)
    {
        Assert.Equal(expected, Body.Value((ref w) => w.Member(",\"v\":"u8, number, "V")));
        Assert.Equal(expected, JsonSerializer.Serialize(number));
    }

    public static TheoryData<double> NotNumbers => [double.NaN, double.PositiveInfinity, double.NegativeInfinity];

    [Theory]
    [MemberData(nameof(NotNumbers))]
    public void NaN_and_infinities_are_refused(double number)
    {
        string asDouble = Body.RefusedTrait("Ratio", (ref w) => w.Member(",\"v\":"u8, number, "Ratio")).Message;
        string asFloat = Body.RefusedTrait("Ratio", (ref w) => w.Member(",\"v\":"u8, (float)number, "Ratio")).Message;

        // The words are the same for all three, so the message does not tell which it was.
        Assert.Equal("Shop.Customer.Ratio: " + ValueProblems.NotANumber, asDouble);
        Assert.Equal(asDouble, asFloat);
    }

    [Fact]
    public void A_Guid_is_text_with_hyphens_in_lower_case()
    {
        var guid = new Guid("0F8FAD5B-D9CB-469F-A165-70867728950E");
        Assert.Equal("\"0f8fad5b-d9cb-469f-a165-70867728950e\"", Body.Value((ref w) => w.Member(",\"v\":\""u8, guid)));
        Assert.Equal("\"00000000-0000-0000-0000-000000000000\"", Body.Value((ref w) => w.Member(",\"v\":\""u8, Guid.Empty)));
    }

    public static TheoryData<string> Addresses =>
        ["https://example.com", "HTTPS://Example.COM:443/a b/../c?x=\"1\"", "https://bücher.example/ü", "https://example.com/%7Eu", "mailto:a@b"];

    [Theory]
    [MemberData(nameof(Addresses))]
    public void An_address_is_its_original_string(string address)
    {
        var uri = new Uri(address);
        Assert.Equal(RfcEscaping.Quoted(address), Body.Value((ref w) => w.Member(",\"v\":\""u8, uri)));
        Assert.Equal(address, JsonSerializer.Deserialize<string>(JsonSerializer.Serialize(uri)));
    }

    [Fact]
    public void A_relative_address_is_sent_as_it_is()
    {
        Assert.Equal("\"/a?b\"", Body.Value((ref w) => w.Member(",\"v\":\""u8, new Uri("/a?b", UriKind.Relative))));
    }

    public static TheoryData<DateTime, string> DateTimes => new()
    {
        { new DateTime(2024, 1, 2, 3, 4, 5, DateTimeKind.Utc), "\"2024-01-02T03:04:05Z\"" },
        { new DateTime(2024, 1, 2, 3, 4, 5, DateTimeKind.Unspecified), "\"2024-01-02T03:04:05\"" },
        { new DateTime(2024, 1, 2, 3, 4, 5, 120, DateTimeKind.Utc), "\"2024-01-02T03:04:05.12Z\"" },
        { new DateTime(2024, 1, 2, 3, 4, 5, DateTimeKind.Unspecified).AddTicks(1), "\"2024-01-02T03:04:05.0000001\"" },
        { new DateTime(2024, 1, 2, 3, 4, 5, DateTimeKind.Utc).AddTicks(1_000_000), "\"2024-01-02T03:04:05.1Z\"" },
        { DateTime.MinValue, "\"0001-01-01T00:00:00\"" },
        { DateTime.MaxValue, "\"9999-12-31T23:59:59.9999999\"" },
        { DateTime.SpecifyKind(DateTime.MaxValue, DateTimeKind.Utc), "\"9999-12-31T23:59:59.9999999Z\"" },
    };

    [Theory]
    [MemberData(nameof(DateTimes))]
    public void A_point_in_time_says_its_kind_and_no_more_fraction_than_it_has(DateTime time, string expected)
    {
        Assert.Equal(expected, Body.Value((ref w) => w.Member(",\"v\":\""u8, time)));
        Assert.Equal(expected, JsonSerializer.Serialize(time));
    }

    public static TheoryData<DateTimeOffset, string> Instants => new()
    {
        { new DateTimeOffset(2024, 1, 2, 3, 4, 5, new TimeSpan(5, 30, 0)), "\"2024-01-02T03:04:05+05:30\"" },
        { new DateTimeOffset(2024, 1, 2, 3, 4, 5, 120, TimeSpan.Zero), "\"2024-01-02T03:04:05.12+00:00\"" },
        { new DateTimeOffset(2024, 1, 2, 3, 4, 5, 123, 456, new TimeSpan(-3, -30, 0)).AddTicks(7), "\"2024-01-02T03:04:05.1234567-03:30\"" },
        { DateTimeOffset.MinValue, "\"0001-01-01T00:00:00+00:00\"" },
        { DateTimeOffset.MaxValue, "\"9999-12-31T23:59:59.9999999+00:00\"" },
    };

    [Theory]
    [MemberData(nameof(Instants))]
    public void An_instant_keeps_its_offset(DateTimeOffset instant, string expected)
    {
        Assert.Equal(expected, Body.Value((ref w) => w.Member(",\"v\":\""u8, instant)));
        Assert.Equal(expected, JsonSerializer.Serialize(instant));
    }

    public static TheoryData<TimeSpan, string> Durations => new()
    {
        { TimeSpan.Zero, "\"00:00:00\"" },
        { new TimeSpan(1, 2, 3, 4, 5), "\"1.02:03:04.0050000\"" },
        { new TimeSpan(-1), "\"-00:00:00.0000001\"" },
        { TimeSpan.MinValue, "\"-10675199.02:48:05.4775808\"" },
        { TimeSpan.MaxValue, "\"10675199.02:48:05.4775807\"" },
    };

    [Theory]
    [MemberData(nameof(Durations))]
    public void A_duration_is_days_hours_minutes_seconds_and_fraction(TimeSpan duration, string expected)
    {
        Assert.Equal(expected, Body.Value((ref w) => w.Member(",\"v\":\""u8, duration)));
        Assert.Equal(expected, JsonSerializer.Serialize(duration));
    }

    public static TheoryData<DateOnly, string> Dates => new()
    {
        { new DateOnly(2024, 1, 2), "\"2024-01-02\"" },
        { DateOnly.MinValue, "\"0001-01-01\"" },
        { DateOnly.MaxValue, "\"9999-12-31\"" },
    };

    [Theory]
    [MemberData(nameof(Dates))]
    public void A_date_is_year_month_day(DateOnly date, string expected)
    {
        Assert.Equal(expected, Body.Value((ref w) => w.Member(",\"v\":\""u8, date)));
        Assert.Equal(expected, JsonSerializer.Serialize(date));
    }

    public static TheoryData<TimeOnly, string> TimesOfDay => new()
    {
        { new TimeOnly(3, 4, 5), "\"03:04:05\"" },
        { new TimeOnly(3, 4, 5, 120), "\"03:04:05.1200000\"" },
        { TimeOnly.MinValue, "\"00:00:00\"" },
        { TimeOnly.MaxValue, "\"23:59:59.9999999\"" },
    };

    [Theory]
    [MemberData(nameof(TimesOfDay))]
    public void A_time_of_day_is_hours_minutes_seconds_and_fraction(TimeOnly time, string expected)
    {
        Assert.Equal(expected, Body.Value((ref w) => w.Member(",\"v\":\""u8, time)));
        Assert.Equal(expected, JsonSerializer.Serialize(time));
    }

    [Theory]
    [InlineData("en-AU")]
    [InlineData("de")]
    [InlineData("zh-Hant-TW")]
    public void A_culture_is_its_name(string name)
    {
        Assert.Equal($"\"{name}\"", Body.Value((ref w) => w.Member(",\"v\":\""u8, CultureInfo.GetCultureInfo(name))));
    }

    [Fact]
    public void The_invariant_culture_has_no_name_and_is_left_out()
    {
        Assert.Equal("", Body.Data((ref w) => w.Member(",\"v\":\""u8, CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Null_of_every_type_is_left_out()
    {
        Assert.Equal("\"last\":\"x\"", Body.Data((ref w) =>
        {
            w.Member(",\"v\":\""u8, (string?)null);
            w.Member(",\"v\":\""u8, (char?)null);
            w.Member(",\"v\":\""u8, (Uri?)null);
            w.Member(",\"v\":\""u8, (CultureInfo?)null);
            w.Member(",\"v\":"u8, (long?)null);
            w.Member(",\"v\":"u8, (ulong?)null);
            w.Member(",\"v\":"u8, (decimal?)null);
            w.Member(",\"v\":"u8, (double?)null, "V");
            w.Member(",\"v\":"u8, (float?)null, "V");
            w.Member(",\"v\":\""u8, (Guid?)null);
            w.Member(",\"v\":\""u8, (DateTime?)null);
            w.Member(",\"v\":\""u8, (DateTimeOffset?)null);
            w.Member(",\"v\":\""u8, (TimeSpan?)null);
            w.Member(",\"v\":\""u8, (DateOnly?)null);
            w.Member(",\"v\":\""u8, (TimeOnly?)null);
            w.Timezone((long?)null, "V");
            w.Timezone((ulong?)null, "V");
            w.Timezone((TimeSpan?)null, "V");
            w.Timezone((TimeZoneInfo?)null, "V");
            w.Member(",\"last\":\""u8, "x");
        }));
    }

    [Fact]
    public void False_zero_and_empty_text_are_values()
    {
        Assert.Equal("\"text\":\"\",\"vip\":false,\"visits\":0,\"balance\":0,\"since\":\"00:00:00\"", Body.Data((ref w) =>
        {
            w.Member(",\"text\":\""u8, "");
            w.Raw(",\"vip\":false"u8);
            w.Member(",\"visits\":"u8, 0L);
            w.Member(",\"balance\":"u8, 0m);
            w.Member(",\"since\":\""u8, TimeSpan.Zero);
        }));
    }

    // What the compiler chooses for each integer type is part of the contract with generated code.
    [Fact]
    public void Every_integer_type_finds_its_overload()
    {
        Assert.Equal(
            "\"a\":-128,\"b\":255,\"c\":-32768,\"d\":65535,\"e\":-2147483648,\"f\":4294967295,\"g\":-9223372036854775808,\"h\":18446744073709551615,\"i\":-1,\"j\":1",
            Body.Data((ref w) =>
            {
                w.Member(",\"a\":"u8, sbyte.MinValue);
                w.Member(",\"b\":"u8, byte.MaxValue);
                w.Member(",\"c\":"u8, short.MinValue);
                w.Member(",\"d\":"u8, ushort.MaxValue);
                w.Member(",\"e\":"u8, int.MinValue);
                w.Member(",\"f\":"u8, uint.MaxValue);
                w.Member(",\"g\":"u8, long.MinValue);
                w.Member(",\"h\":"u8, ulong.MaxValue);
                w.Member(",\"i\":"u8, (nint)(-1));
                w.Member(",\"j\":"u8, (nuint)1);
            }));
    }

    [Fact]
    public void Every_nullable_integer_type_finds_its_overload()
    {
        Assert.Equal(
            "\"a\":-128,\"b\":255,\"c\":-32768,\"d\":65535,\"e\":-2147483648,\"f\":4294967295,\"g\":-9223372036854775808,\"h\":18446744073709551615,\"i\":-1,\"j\":1",
            Body.Data((ref w) =>
            {
                w.Member(",\"a\":"u8, (sbyte?)sbyte.MinValue);
                w.Member(",\"b\":"u8, (byte?)byte.MaxValue);
                w.Member(",\"c\":"u8, (short?)short.MinValue);
                w.Member(",\"d\":"u8, (ushort?)ushort.MaxValue);
                w.Member(",\"e\":"u8, (int?)int.MinValue);
                w.Member(",\"f\":"u8, (uint?)uint.MaxValue);
                w.Member(",\"g\":"u8, (long?)long.MinValue);
                w.Member(",\"h\":"u8, (ulong?)ulong.MaxValue);
                w.Member(",\"i\":"u8, (nint?)(-1));
                w.Member(",\"j\":"u8, (nuint?)1);
            }));
    }

    [Fact]
    public void An_undefined_enum_value_gives_an_exception_that_names_type_and_member()
    {
        VeroSerializationException e = Body.RefusedTrait("Plan", (ref w) => throw w.UndefinedEnumValue("Plan"));
        Assert.Equal("Shop.Customer.Plan: " + ValueProblems.UndefinedEnumValue, e.Message);
    }
}
