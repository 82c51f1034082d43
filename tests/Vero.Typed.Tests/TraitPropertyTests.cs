using System.Text.Json;
using CsCheck;

namespace Vero.Typed.Tests;

/// <summary>Generated values of every type, with System.Text.Json as the oracle: the same text, or for text the same after parsing.</summary>
public class TraitPropertyTests
{
    private const int Iterations = 5_000;

    [Fact]
    public void Text_reads_back_as_System_Text_Json_reads_its_own()
    {
        Inputs.Text.Sample(
            text =>
            {
                string json = Body.Value((ref w) => w.Member(",\"v\":\""u8, text));
                Assert.Equal(RfcEscaping.Quoted(text), json);
                Assert.Equal(JsonSerializer.Deserialize<string>(JsonSerializer.SerializeToUtf8Bytes(text)), JsonSerializer.Deserialize<string>(json));
            },
            iter: Iterations);
    }

    [Fact]
    public void A_whole_body_reads_back_as_that_of_the_same_object()
    {
        Gen.Select(Inputs.Id, Inputs.Text, Inputs.Text, Inputs.Text).Sample(
            (id, second, third, token) =>
            {
                string? address = string.IsNullOrWhiteSpace(token) ? null : token;
                IdentifyRequest request = Body.Of((ref w) =>
                {
                    w.Id(id, "Id");
                    w.Email("ada@example.com", "Email");
                    int c = w.BeginChannels();
                    w.Channel(",{\"type\":\"push\",\"platform\":\"android\",\"address\":\""u8, address, "Token");
                    w.EndChannels(c);
                    int d = w.BeginData();
                    w.Member(",\"second\":\""u8, second);
                    w.Member(",\"third\":\""u8, third);
                    w.EndData(d);
                });

                object expected = address is null
                    ? new { id, email = "ada@example.com", data = new { second, third } }
                    : new { id, email = "ada@example.com", channels = new[] { new { type = "push", platform = "android", address } }, data = new { second, third } };
                using JsonDocument ours = Body.Parse(request.Utf8Json);
                using JsonDocument theirs = JsonDocument.Parse(JsonSerializer.SerializeToUtf8Bytes(expected));
                Assert.True(JsonElement.DeepEquals(ours.RootElement, theirs.RootElement));
                Assert.Equal(ours.RootElement.EnumerateObject().Select(p => p.Name), theirs.RootElement.EnumerateObject().Select(p => p.Name));
                Assert.Equal(ours.RootElement.GetProperty("id").GetString(), request.UserId);
            },
            iter: Iterations);
    }

    [Fact]
    public void Whole_numbers_are_written_as_System_Text_Json_writes_them() =>
        SameText(Inputs.Long, static (ref w, value) => w.Member(",\"v\":"u8, value));

    [Fact]
    public void Natural_numbers_are_written_as_System_Text_Json_writes_them() =>
        SameText(Inputs.ULong, static (ref w, value) => w.Member(",\"v\":"u8, value));

    [Fact]
    public void Decimals_are_written_as_System_Text_Json_writes_them() =>
        SameText(Inputs.Decimal, static (ref w, value) => w.Member(",\"v\":"u8, value));

    [Fact]
    public void Doubles_are_written_as_System_Text_Json_writes_them() =>
        SameText(Inputs.Double, static (ref w, value) => w.Member(",\"v\":"u8, value, "V"));

    // Short ones go another way than long ones: every number of digits, every place of the point, and the neighbours.
    [Fact]
    public void Short_and_long_fractions_are_written_as_System_Text_Json_writes_them()
    {
        foreach (ulong digits in Digits())
        {
            for (byte scale = 0; scale <= 28; scale++)
            {
                foreach (bool isNegative in (bool[])[false, true])
                {
                    var number = new decimal((int)digits, (int)(digits >> 32), 0, isNegative, scale);
                    Assert.Equal(JsonSerializer.Serialize(number), Body.Value((ref w) => w.Member(",\"v\":"u8, number)));

                    double nearest = (double)number;
                    foreach (double ratio in (double[])[nearest, Math.BitIncrement(nearest), Math.BitDecrement(nearest)])
                        Assert.Equal(JsonSerializer.Serialize(ratio), Body.Value((ref w) => w.Member(",\"v\":"u8, ratio, "Ratio")));
                }
            }
        }
    }

    private static IEnumerable<ulong> Digits()
    {
        yield return 0;
        for (ulong power = 1; ; power *= 10)
        {
            yield return power - 1;
            yield return power;
            yield return power + 1;
            yield return power / 3 * 2;
            if (power == 10_000_000_000_000_000_000)
                yield break;
        }
    }

    [Fact]
    public void Floats_are_written_as_System_Text_Json_writes_them() =>
        SameText(Inputs.Float, static (ref w, value) => w.Member(",\"v\":"u8, value, "V"));

    [Fact]
    public void Guids_are_written_as_System_Text_Json_writes_them() =>
        SameText(Gen.Guid, static (ref w, value) => w.Member(",\"v\":\""u8, value));

    [Fact]
    public void Points_in_time_are_written_as_System_Text_Json_writes_them() =>
        SameText(Inputs.Moment, static (ref w, value) => w.Member(",\"v\":\""u8, value));

    [Fact]
    public void Instants_are_written_as_System_Text_Json_writes_them() =>
        SameText(Inputs.Instant, static (ref w, value) => w.Member(",\"v\":\""u8, value));

    [Fact]
    public void Durations_are_written_as_System_Text_Json_writes_them() =>
        SameText(Inputs.Duration, static (ref w, value) => w.Member(",\"v\":\""u8, value));

    [Fact]
    public void Dates_are_written_as_System_Text_Json_writes_them() =>
        SameText(Inputs.Moment.Select(DateOnly.FromDateTime), static (ref w, value) => w.Member(",\"v\":\""u8, value));

    [Fact]
    public void Times_of_day_are_written_as_System_Text_Json_writes_them() =>
        SameText(Inputs.Moment.Select(TimeOnly.FromDateTime), static (ref w, value) => w.Member(",\"v\":\""u8, value));

    private delegate void WriteValue<T>(ref VeroJsonWriter w, T value);

    private static void SameText<T>(Gen<T> values, WriteValue<T> write) => values.Sample(
        value => Assert.Equal(JsonSerializer.Serialize(value), Body.Value((ref w) => write(ref w, value))),
        iter: Iterations);
}
