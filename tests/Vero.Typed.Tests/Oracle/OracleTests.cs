using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using CsCheck;

namespace Vero.Typed.Tests.Oracle;

/// <summary>Generated users and events of every kind of value, made by generated code, with System.Text.Json over the same object as the oracle.</summary>
public class OracleTests
{
    private const int Iterations = 500;

    [Fact]
    public void Scalars_are_what_System_Text_Json_makes_of_them() => Agree(Generated.Scalars<Scalars>(), static (expected, actual) => SystemTextJson.Difference(expected, actual));

    [Fact]
    public void Scalars_as_strings_hold_what_System_Text_Json_makes_of_them() =>
        Agree(Generated.Scalars<ScalarsAsStrings>(), SystemTextJson.DifferenceAsStrings);

    [Fact]
    public void Parts_and_entries_are_what_System_Text_Json_makes_of_them() =>
        Agree(Generated.Parts<Parts>(), static (expected, actual) => SystemTextJson.Difference(expected, actual));

    [Fact]
    public void Parts_and_entries_as_strings_hold_what_System_Text_Json_makes_of_them() =>
        Agree(Generated.Parts<PartsAsStrings>(), SystemTextJson.DifferenceAsStrings);

    [Fact]
    public void Scalars_of_an_event_are_what_System_Text_Json_makes_of_them() => AgreeOnEvents(
        Generated.Events<ScalarsEvent>(Generated.Scalars<ScalarsEvent>(), static (happened, at) => happened.CreatedAt = at),
        "Scalars \"\u2603\"", static happened => happened.CreatedAt, static (expected, actual) => SystemTextJson.Difference(expected, actual));

    [Fact]
    public void Scalars_of_an_event_as_strings_hold_what_System_Text_Json_makes_of_them() => AgreeOnEvents(
        Generated.Events<ScalarsEventAsStrings>(Generated.Scalars<ScalarsEventAsStrings>(), static (happened, at) => happened.CreatedAt = at),
        "Scalars as strings", static happened => happened.CreatedAt, SystemTextJson.DifferenceAsStrings);

    [Fact]
    public void Parts_of_an_event_are_what_System_Text_Json_makes_of_them() => AgreeOnEvents(
        Generated.Events<PartsEvent>(Generated.Parts<PartsEvent>(), static (happened, at) => happened.CreatedAt = at),
        "Parts \"\u2603\"", static happened => happened.CreatedAt, static (expected, actual) => SystemTextJson.Difference(expected, actual));

    [Fact]
    public void Parts_of_an_event_as_strings_hold_what_System_Text_Json_makes_of_them() => AgreeOnEvents(
        Generated.Events<PartsEventAsStrings>(Generated.Parts<PartsEventAsStrings>(), static (happened, at) => happened.CreatedAt = at),
        "Parts as strings", static happened => happened.CreatedAt, SystemTextJson.DifferenceAsStrings);

    // The control: what only events have is compared as well.
    [Fact]
    public void A_planted_difference_of_an_event_is_found()
    {
        var happened = new ScalarsEvent { Text = "canary", Email = "zoe@example.com", CreatedAt = new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.FromHours(1)) };
        JsonElement expected = SystemTextJson.EventBody(happened, "Scalars \"\u2603\"", happened.CreatedAt);
        string json = happened.ToTrackRequest().ToJson();
        Assert.Null(SystemTextJson.Difference(expected, JsonElement.Parse(json)));
        foreach ((string right, string wrong) in ((string, string)[])
            [("canary", "canarx"), ("zoe@", "zoa@"), ("09:00:00+01:00", "09:00:00+02:00"), ("event_name\":\"Scalars", "event_name\":\"scalars"), ("\"id\":\"7\"", "\"id\":7")])
        {
            Assert.Contains(right, json, StringComparison.Ordinal);
            Assert.NotNull(SystemTextJson.Difference(expected, JsonElement.Parse(json.Replace(right, wrong, StringComparison.Ordinal))));
        }
    }

    // The control: one byte of a number, of a text or of a key is planted wrong, and each is found.
    [Fact]
    public void A_planted_difference_is_found()
    {
        var user = new Scalars { Text = "canary", Int64 = 1234567, Yes = true, Decimal = 1.10m, Zone = 3 };
        JsonElement expected = SystemTextJson.UserBody(user);
        string json = user.ToIdentifyRequest().ToJson();
        Assert.Null(SystemTextJson.Difference(expected, JsonElement.Parse(json)));
        foreach ((string right, string wrong) in ((string, string)[])
            [("canary", "canarx"), ("1234567", "1234568"), ("\"yes\":true", "\"yes\":false"), (":1.10", ":1.1"), ("int64", "int46"), ("\"id\":\"7\"", "\"id\":7")])
        {
            Assert.Contains(right, json, StringComparison.Ordinal);
            Assert.NotNull(SystemTextJson.Difference(expected, JsonElement.Parse(json.Replace(right, wrong, StringComparison.Ordinal))));
        }

        Assert.NotNull(SystemTextJson.DifferenceAsStrings(expected, JsonElement.Parse(json)));
        string strings = new ScalarsAsStrings { Text = "canary", Int64 = 1234567, Yes = true, Decimal = 1.10m, Zone = 3 }.ToIdentifyRequest().ToJson();
        Assert.Null(SystemTextJson.DifferenceAsStrings(expected, JsonElement.Parse(strings)));
        Assert.NotNull(SystemTextJson.DifferenceAsStrings(expected, JsonElement.Parse(strings.Replace("1234567", "1234568", StringComparison.Ordinal))));
        Assert.NotNull(SystemTextJson.DifferenceAsStrings(expected, JsonElement.Parse(strings.Replace("\"timezone\":3", "\"timezone\":\"3\"", StringComparison.Ordinal))));
    }

    // The control of the generators: what the tests above are about does occur.
    [Fact]
    public void The_generated_customers_have_awkward_values_in_them()
    {
        string[] wanted = ["\uFFFD", "\\u00", "\\\"", "\u2028", "\uFEFF", "\uFFFF", ":null", "null,", "[]", "{}", ":\"\"", "E-", "E+", ":-", "Read, Admin", "pro \u2603", "0001-01-03", "9999-12-31"];
        var missing = new HashSet<string>(wanted) { "astral" };
        Gen.Select(Generated.Parts<Parts>(), Generated.Scalars<Scalars>()).Sample(
            (parts, scalars) =>
            {
                string json = parts.ToIdentifyRequest().ToJson() + scalars.ToIdentifyRequest().ToJson();
                missing.RemoveWhere(text => json.Contains(text, StringComparison.Ordinal));
                if (json.Any(char.IsSurrogate))
                    missing.Remove("astral");
            },
            iter: 300,
            threads: 1);
        Assert.Empty(missing);
    }

    [Theory]
    [InlineData("""{"a":1,"a":2}""")]
    [InlineData("""{"a":{"b":1,"\u0062":2}}""")]
    [InlineData("""{"a":1}{}""")]
    [InlineData("""{"a":1""")]
    [InlineData("""{"a":"\ud800"}""")]
    [InlineData("[]")]
    [InlineData("")]
    public void What_is_not_one_object_with_every_key_once_is_found(string json)
    {
        Assert.NotNull(StrictJson.Fault(Encoding.UTF8.GetBytes(json)));
        Assert.Null(StrictJson.Fault("""{"a":{"b":"c"},"b":[{"a":1},{"a":1}]}"""u8));
        Assert.NotNull(StrictJson.Fault([.. "{\"a\":\""u8, 0xED, 0xA0, 0x80, .. "\"}"u8]));
    }

    [Fact]
    public void Many_threads_at_once_make_the_same_bodies() => Gen.Select(Generated.Parts<Parts>().Array[4], Generated.Scalars<ScalarsAsStrings>().Array[4]).Sample(
        (parts, scalars) =>
        {
            IVeroUser[] users = [.. parts, .. scalars];
            byte[][] expected = Array.ConvertAll(users, user => user.ToIdentifyRequest().Utf8Json.ToArray());
            Parallel.For(0, 160, new ParallelOptions { MaxDegreeOfParallelism = 16 }, i =>
            {
                int which = i * 7 % users.Length;
                var destination = new ArrayBufferWriter<byte>();
                users[which].WriteIdentifyRequest(destination);
                Assert.True(destination.WrittenSpan.SequenceEqual(expected[which]));
                Assert.True(users[which].ToIdentifyRequest().Utf8Json.Span.SequenceEqual(expected[which]));
            });
        },
        iter: 10,
        threads: 1);

    private static void Agree<T>(Gen<T> users, Func<JsonElement, JsonElement, string?> difference)
        where T : OracleMembers, IVeroUser =>
        Agree(users, SystemTextJson.UserBody, static user => user.ToIdentifyRequest(), static (user, destination) => user.WriteIdentifyRequest(destination), difference);

    private static void AgreeOnEvents<T>(Gen<T> events, string name, Func<T, DateTimeOffset?> createdAt, Func<JsonElement, JsonElement, string?> difference)
        where T : OracleMembers, IVeroUserEvent
    {
        Agree(
            events,
            happened => SystemTextJson.EventBody(happened, name, createdAt(happened)),
            static happened => happened.ToTrackRequest(),
            static (happened, destination) => happened.WriteTrackRequest(destination),
            difference);
        Agree(
            events,
            happened => SystemTextJson.EventBody(happened, name, createdAt(happened)),
            static happened => happened.ToTrackRequest(new VeroIdentity(happened.Id, happened.Email)),
            static (happened, destination) => happened.WriteTrackRequest(destination, new VeroIdentity(happened.Id, happened.Email)),
            difference);
    }

    private static void Agree<T>(
        Gen<T> objects,
        Func<T, JsonElement> expected,
        Func<T, VeroRequest> toRequest,
        Action<T, IBufferWriter<byte>> write,
        Func<JsonElement, JsonElement, string?> difference) => Gen.Select(objects, Generated.CultureName).Sample(
        (sample, culture) =>
        {
            CultureInfo before = CultureInfo.CurrentCulture;
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            try
            {
                ReadOnlyMemory<byte> body = toRequest(sample).Utf8Json;
                Assert.Null(StrictJson.Fault(body.Span));
                Assert.Null(difference(expected(sample), JsonElement.Parse(body.Span)));

                var destination = new ExactDestination();
                write(sample, destination);
                Assert.True(destination.Written.SequenceEqual(body.Span), "the destination got another body than the request");
            }
            finally
            {
                CultureInfo.CurrentCulture = before;
            }
        },
        iter: Iterations,
        print: sample => $"{sample.Item2}: {expected(sample.Item1).GetRawText()}");
}
