using System.Reflection;
using System.Text;
using CsCheck;

namespace Vero.Typed.Tests.Requests;

/// <summary>Bodies that come back from elsewhere.</summary>
public class ParseTests
{
    private const string Canary = "c4n4ry";

    private static readonly LibraryBuild[] OtherBuilds = [new("netstandard2.0"), new("net8.0")];

    public static TheoryData<string> Bodies =>
    [
        """{"id":"7"}""",
        """{"id":"7","email":"a@b"}""",
        """{"id":"7","email":null}""",
        """{"id":"7","email":""}""",
        """{"id":"7","channels":[{"type":"push","platform":"android","address":"t"},{"type":"push","platform":"ios","address":"t","more":[{}]}],"data":{"timezone":-7,"plan":null,"n":[1,[2,{"id":3}]]}}""",
        """{"id":"7","channels":[],"data":{}}""",
        """{"id":"7","channels":null,"data":null}""",
        """{"data":{"id":1,"email":2,"data":3,"auth_token":"a trait of this name"},"email":"a@b","id":"7"}""",
        " \r\n\t{ \"id\" : \"7\" ,\n \"phone_number\" : \"+614\" } \n",
        """{"\u0069d":"7","data":{"Id":1,"ID":2}}""",
        """{"id":"é中😀\uD83D\uDE00\"\\\/"}""",
        """{"id":"0","x":1e400,"y":-0.0,"z":123456789012345678901234567890}""",
        $$"""{"id":"{{new string('7', 254)}}"}""",
        $$"""{"id":"{{string.Concat(Enumerable.Repeat("😀", 254))}}"}""",
        $$"""{"id":"7","deep":{{new string('[', 63)}}{{new string(']', 63)}}}""",
    ];

    /// <summary>The body, what is wrong, and the byte at which it is.</summary>
    public static TheoryData<string, string, int> Faults => new()
    {
        { "", BodyProblems.NotJson, 0 },
        { "  ", BodyProblems.NotJson, 2 },
        { Canary, BodyProblems.NotJson, 0 },
        { "{\"id\":\"7\"", BodyProblems.NotJson, 9 },
        { "{\"id\":\"7\",}", BodyProblems.NotJson, 10 },
        { "{\"id\":\"7\"}x", BodyProblems.NotJson, 10 },
        { "{\"id\":\"7\"}{\"id\":\"7\"}", BodyProblems.NotJson, 10 },
        { "{\"id\":\"7\"} // c4n4ry", BodyProblems.NotJson, 11 },
        { "{'id':'7'}", BodyProblems.NotJson, 1 },
        { "{\"id\":\"7\",\"data\":{\"a\":tru}}", BodyProblems.NotJson, 25 },
        { "{\"id\":\"7\",\n\"data\":{\"é\":\n\n  nan}}", BodyProblems.NotJson, 29 },
        { "{\"id\":\"7\",\"data\":{\"a\":\"\u0001\"}}", BodyProblems.NotJson, 23 },
        { "{\"id\":\"7\",\"data\":{\"a\":01}}", BodyProblems.NotJson, 23 },
        { "{\"id\":\"7\",\"data\":{\"a\":NaN}}", BodyProblems.NotJson, 22 },
        { "[]", BodyProblems.NotAnObject, 0 },
        { " \"c4n4ry\"", BodyProblems.NotAnObject, 1 },
        { "null", BodyProblems.NotAnObject, 0 },
        { "\uFEFF{\"id\":\"7\"}", BodyProblems.ByteOrderMark, 0 },
        { "{}", BodyProblems.IdMissing, 0 },
        { "{\"Id\":\"7\",\"data\":{\"id\":\"7\"}}", BodyProblems.IdMissing, 0 },
        { "{\"id\":7}", BodyProblems.IdNotString, 6 },
        { "{\"id\":null}", BodyProblems.IdNotString, 6 },
        { "{\"id\":[\"7\"]}", BodyProblems.IdNotString, 6 },
        { "{\"id\":\"\"}", ValueProblems.IdMissing, 6 },
        { "{\"id\":\" \\u00a0\"}", ValueProblems.IdMissing, 6 },
        { $$"""{"id":"{{new string('7', 255)}}"}""", ValueProblems.TooLong, 6 },
        { "{\"id\":\"7\",\"email\":7}", BodyProblems.EmailNotString, 18 },
        { "{\"id\":\"7\",\"email\":\"c4n4ry\"}", ValueProblems.EmailMalformed, 18 },
        { "{\"id\":\"7\",\"email\":\"c4n4ry@b@c\"}", ValueProblems.EmailMalformed, 18 },
        { "{\"id\":\"7\",\"email\":\"c4n4ry @b\"}", ValueProblems.EmailMalformed, 18 },
        { $$"""{"id":"7","email":"{{new string('a', 253)}}@b"}""", ValueProblems.TooLong, 18 },
        { "{\"id\":\"7\",\"data\":[]}", BodyProblems.DataNotObject, 17 },
        { "{\"id\":\"7\",\"data\":\"c4n4ry\"}", BodyProblems.DataNotObject, 17 },
        { "{\"id\":\"7\",\"channels\":{}}", BodyProblems.ChannelsNotArray, 21 },
        { "{\"id\":\"7\",\"channels\":[\"c4n4ry\"]}", BodyProblems.ChannelsNotArray, 22 },
        { "{\"id\":\"7\",\"channels\":[[]]}", BodyProblems.ChannelsNotArray, 22 },
        { "{\"id\":\"7\",\"channels\":[null]}", BodyProblems.ChannelsNotArray, 22 },
        { "{\"id\":\"7\",\"channels\":[{}]}", ValueProblems.ChannelIncomplete, 22 },
        { "{\"id\":\"7\",\"channels\":[{\"type\":\"push\",\"platform\":\"ios\"}]}", ValueProblems.ChannelIncomplete, 22 },
        { "{\"id\":\"7\",\"channels\":[{\"type\":\"push\",\"platform\":\"ios\",\"address\":\" \"}]}", ValueProblems.ChannelIncomplete, 64 },
        { "{\"id\":\"7\",\"channels\":[{\"type\":\"push\",\"platform\":7,\"address\":\"t\"}]}", ValueProblems.ChannelIncomplete, 48 },
        { "{\"id\":\"7\",\"data\":{\"timezone\":\"Bern\"}}", ValueProblems.TimezoneNotInteger, 29 },
        { "{\"id\":\"7\",\"data\":{\"timezone\":null}}", ValueProblems.TimezoneNotInteger, 29 },
        { "{\"id\":\"7\",\"data\":{\"timezone\":5.5}}", ValueProblems.TimezoneNotInteger, 29 },
        { "{\"id\":\"7\",\"data\":{\"timezone\":600}}", ValueProblems.TimezoneRange, 29 },
        { "{\"id\":\"7\",\"data\":{\"timezone\":-13}}", ValueProblems.TimezoneRange, 29 },
        { "{\"id\":\"7\",\"data\":{\"\\u0074imezone\":600}}", ValueProblems.TimezoneRange, 34 },
        { "{\"id\":\"7\",\"data\":{\"language\":5}}", "the value of \"language\"" + ValueProblems.MustBeString, 29 },
        { "{\"id\":\"7\",\"data\":{\"language\":null}}", "the value of \"language\"" + ValueProblems.MustBeString, 29 },
        { "{\"id\":\"7\",\"data\":{\"userAgent\":[]}}", "the value of \"userAgent\"" + ValueProblems.MustBeString, 30 },
        { "{\"id\":\"7\",\"data\":{\"language\":\"English\"}}", ValueProblems.Language, 29 },
        { "{\"id\":\"7\",\"data\":{\"language\":\"en_US\"}}", ValueProblems.Language, 29 },
        { "{\"id\":\"7\",\"data\":{\"language\":\"\"}}", ValueProblems.Language, 29 },
        { "{\"id\":\"7\",\"data\":{\"phone_number\":\"0301234567\"}}", ValueProblems.PhoneNumber, 33 },
        { "{\"id\":\"7\",\"data\":{\"phone_number\":\"+49 301234567\"}}", ValueProblems.PhoneNumber, 33 },
        { "{\"id\":\"7\",\"data\":{\"phone_number\":49301234567}}", "the value of \"phone_number\"" + ValueProblems.MustBeString, 33 },
        { "{\"id\":\"7\",\"data\":{\"\":1}}", BodyProblems.KeyBlank, 18 },
        { "{\"id\":\"7\",\"data\":{\"a\":1,\" \\u00a0\":2}}", BodyProblems.KeyBlank, 24 },
        { "{\"Auth_Token\":\"c4n4ry\",\"id\":\"7\"}", BodyProblems.Credential, 14 },
        { "{\"id\":\"7\",\"TRACKING_API_KEY\":\"c4n4ry\"}", BodyProblems.Credential, 29 },
        { "{\"id\":\"7\",\"channels\":[{\"type\":\"push\",\"platform\":\"ios\",\"address\":\"t\",\"Auth_token\":\"c4n4ry\"}]}", BodyProblems.Credential, 81 },
        { "{\"id\":\"\\ufeff7\"}", ValueProblems.IdInvisible, 6 },
        { "{\"id\":\"7\",\"email\":\"c4n4ry@b\\u200b\"}", ValueProblems.EmailInvisible, 18 },
        { "{\"id\":\"7\",\"id\":\"8\"}", BodyProblems.DuplicateKey, 10 },
        { "{\"id\":\"7\",\"\\u0069\\u0064\":\"8\"}", BodyProblems.DuplicateKey, 10 },
        { "{\"id\":\"7\",\"data\":{\"a\":1,\"b\":{\"a\":1},\"a\":2}}", BodyProblems.DuplicateKey, 36 },
        { "{\"id\":\"7\",\"channels\":[{\"type\":\"a\",\"type\":\"b\"}]}", BodyProblems.DuplicateKey, 34 },
        { "{\"id\":\"7\",\"data\":{\"a\":[[{\"é\":1,\"\\u00e9\":1}]]}}", BodyProblems.DuplicateKey, 32 },
        { "{\"auth_token\":\"c4n4ry\",\"id\":\"7\"}", BodyProblems.Credential, 14 },
        { "{\"id\":\"7\",\"tracking_api_key\":\"c4n4ry\"}", BodyProblems.Credential, 29 },
        { "{\"id\":\"\\ud83d\"}", BodyProblems.LoneSurrogate, 6 },
        { "{\"id\":\"7\",\"data\":{\"a\":\"\\ude00\\ud83d\"}}", BodyProblems.LoneSurrogate, 22 },
        { "{\"id\":\"7\",\"data\":{\"\\ud83d\":1}}", BodyProblems.LoneSurrogate, 18 },
        { $$"""{"id":"7","deep":{{new string('[', 64)}}{{new string(']', 64)}}}""", BodyProblems.TooDeep, 80 },
        { $$"""{"id":"7","deep":{{string.Concat(Enumerable.Repeat("{\"a\":", 100_000))}}""", BodyProblems.TooDeep, 332 },
    };

    public static TheoryData<string, int> TextsThatAreNoUnicode => new()
    {
        { "{\"id\":\"\uD83D\"}", 7 },
        { "{\"id\":\"é😀\uDE00\"}", 13 },
        { "\uDE00", 0 },
    };

    /// <summary>Bytes that are no UTF-8, and the first of them that is wrong.</summary>
    public static TheoryData<byte[], int> BytesThatAreNoUtf8 => new()
    {
        { [.. "{\"id\":\""u8, 0xFF, .. "\"}"u8], 7 },
        { [.. "{\"id\":\""u8, 0xC0, 0x80, .. "\"}"u8], 7 },
        { [.. "{\"id\":\"é"u8, 0xED, 0xA0, 0x80, .. "\"}"u8], 9 },
        { [.. "{\"id\":\"7\"}"u8, 0xC3], 10 },
        { [0xFF, 0xFE, (byte)'{', 0], 0 },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public void A_body_is_kept_byte_for_byte(string json)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(json);

        Assert.Equal(bytes, IdentifyRequest.Parse(json).Utf8Json.ToArray());
        Assert.Equal(bytes, IdentifyRequest.Parse(bytes).Utf8Json.ToArray());
        Assert.All(OtherBuilds, build => Assert.Equal(json, ParseIn(build, json)));
    }

    [Fact]
    public void Id_and_email_are_read_wherever_they_stand_and_however_they_are_escaped()
    {
        IdentifyRequest request = IdentifyRequest.Parse("""{"data":{"id":"x"},"\u0065mail":"a\u0040b","\u0069d":"\u0037é"}""");

        Assert.Equal("7é", request.UserId);
        Assert.Equal("a@b", request.Email);
        Assert.Null(IdentifyRequest.Parse("""{"id":"7","email":null}""").Email);
        Assert.Null(IdentifyRequest.Parse("""{"id":"7","email":""}""").Email);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    [InlineData("undefined")]
    public void What_AllowDefault_writes_comes_back(string id) => Assert.Equal(id, IdentifyRequest.Parse($$"""{"id":"{{id}}"}""").UserId);

    // Clearing the names of an object once took as long as the largest object of its depth.
    [Fact]
    public void Small_objects_take_no_longer_after_a_large_one()
    {
        string large = "{" + string.Join(',', Enumerable.Range(0, 50_000).Select(static i => $"\"{i}\":1")) + "}";
        string small = string.Join(',', Enumerable.Repeat("{\"a\":1}", 45_000));
        long before = Time($$$"""{"id":"7","data":{"x":[{{{small}}},{{{large}}}]}}""");
        long after = Time($$$"""{"id":"7","data":{"x":[{{{large}}},{{{small}}}]}}""");
        Assert.True(after < 10 * before, $"{after} ticks after a large object, {before} before it");

        static long Time(string body)
        {
            IdentifyRequest.Parse(body);
            long start = System.Diagnostics.Stopwatch.GetTimestamp();
            IdentifyRequest.Parse(body);
            return System.Diagnostics.Stopwatch.GetTimestamp() - start;
        }
    }

    [Fact]
    public void Every_body_that_is_written_here_comes_back()
    {
        Gen.Select(Inputs.Id, Inputs.Text, Inputs.Decimal, Inputs.Moment).Sample(
            (id, text, number, time) =>
            {
                IdentifyRequest request = Body.Request((ref w) =>
                {
                    w.Id(id, "Id");
                    w.Email("zoë@example.com", "Email");
                    int d = w.BeginData();
                    w.Member(",\"text\":\""u8, text);
                    w.Member(",\"number\":"u8, number);
                    w.Member(",\"time\":\""u8, time);
                    w.EndData(d);
                });
                IdentifyRequest parsed = IdentifyRequest.Parse(request.ToJson());
                Assert.Equal(request, parsed);
                Assert.Equal(request, IdentifyRequest.Parse(request.Utf8Json.Span));
                Assert.Equal(request.UserId, parsed.UserId);
            },
            iter: 3_000);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public void What_is_no_body_is_refused_with_the_reason_and_the_place(string json, string problem, int offset)
    {
        var exception = Assert.Throws<FormatException>(() => IdentifyRequest.Parse(json));

        Assert.StartsWith($"Not a valid identify request: {problem}", exception.Message, StringComparison.Ordinal);
        Assert.EndsWith($" (at byte {offset}).", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, exception.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.Null(exception.InnerException);
        Assert.Equal(exception.Message, Assert.Throws<FormatException>(() => IdentifyRequest.Parse(Encoding.UTF8.GetBytes(json))).Message);
        Assert.All(OtherBuilds, build => Assert.Equal(exception.Message, ParseIn(build, json)));
    }

    [Theory]
    [MemberData(nameof(TextsThatAreNoUnicode))]
    public void Text_that_is_no_Unicode_is_refused(string json, int offset)
    {
        string expected = $"Not a valid identify request: {BodyProblems.NotUtf16} (at byte {offset}).";

        Assert.Equal(expected, Assert.Throws<FormatException>(() => IdentifyRequest.Parse(json)).Message);
        Assert.All(OtherBuilds, build => Assert.Equal(expected, ParseIn(build, json)));
    }

    [Theory]
    [MemberData(nameof(BytesThatAreNoUtf8))]
    public void Bytes_that_are_no_UTF_8_are_refused(byte[] json, int offset) => Assert.Equal(
        $"Not a valid identify request: {BodyProblems.NotUtf8} (at byte {offset}).",
        Assert.Throws<FormatException>(() => IdentifyRequest.Parse(json)).Message);

    [Fact]
    public void A_byte_order_mark_is_refused_in_bytes_too() =>
        Assert.Contains(BodyProblems.ByteOrderMark, Assert.Throws<FormatException>(() => IdentifyRequest.Parse([0xEF, 0xBB, 0xBF, .. "{\"id\":\"7\"}"u8])).Message, StringComparison.Ordinal);

    [Fact]
    public void No_text_is_an_argument_exception() => Assert.Throws<ArgumentNullException>("json", () => IdentifyRequest.Parse((string)null!));

    [Fact]
    public void Memory_that_the_caller_changes_afterwards_does_not_matter()
    {
        byte[] bytes = "{\"id\":\"7\"}"u8.ToArray();
        IdentifyRequest request = IdentifyRequest.Parse(bytes);

        bytes[7] = (byte)'8';

        Assert.Equal("7", request.UserId);
    }

    [Fact]
    public void Whatever_is_cut_off_or_changed_is_a_body_or_a_FormatException()
    {
        byte[] body = Encoding.UTF8.GetBytes("""{"id":"é7","email":"a@b","channels":[{"type":"p\u00e9","platform":"x","address":"y"}],"data":{"a":[1,{"b":null}],"c":-1.5e3}}""");
        int parsed = 0;
        for (int length = 0; length <= body.Length; length++)
            parsed += IsBody(body.AsSpan(0, length).ToArray()) ? 1 : 0;
        Assert.Equal(1, parsed);

        Gen.Select(Gen.Int[0, body.Length - 1], Gen.Byte, Gen.Int[0, body.Length - 1], Gen.Byte).Sample(
            (i, a, j, b) =>
            {
                byte[] changed = [.. body];
                changed[i] = a;
                changed[j] = b;
                if (IsBody(changed))
                    Assert.NotEqual("", IdentifyRequest.Parse(changed).UserId);
            },
            iter: 20_000);
    }

    private static bool IsBody(byte[] bytes)
    {
        try
        {
            IdentifyRequest.Parse(bytes);
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    /// <summary>The body that another build makes of it, or the message of its exception.</summary>
    private static string ParseIn(LibraryBuild build, string json)
    {
        Type type = build.Library.GetType("Vero.Typed.IdentifyRequest", throwOnError: true)!;
        try
        {
            object request = type.GetMethod("Parse", [typeof(string)])!.Invoke(null, [json])!;
            return (string)type.GetMethod("ToJson")!.Invoke(request, null)!;
        }
        catch (TargetInvocationException exception) when (exception.InnerException is FormatException format)
        {
            return format.Message;
        }
    }
}
