using System.Buffers;
using System.IO.Pipelines;

namespace Vero.Typed.Tests;

/// <summary>Growing, the remembered size, and every kind of destination.</summary>
public class BufferTests
{
    public static IEnumerable<int> Sizes
    {
        get
        {
            for (int size = 0; size <= 1_200; size++)
                yield return size;
            for (int power = 2_048; power <= 65_536; power *= 2)
            {
                for (int size = power - 64; size <= power + 16; size++)
                    yield return size;
            }

            for (int size = 1_201; size <= 70_000; size += 611)
                yield return size;
        }
    }

    [Fact]
    public void A_text_of_any_size_is_written_whole()
    {
        foreach (int size in Sizes)
        {
            string text = Pattern(size);
            string json = Body.Of((ref w) =>
            {
                w.Id("7", "Id");
                w.Member(",\"text\":\""u8, text);
            }).ToJson();
            Assert.Equal($$"""{"id":"7","text":"{{text}}"}""", json);
        }
    }

    [Fact]
    public void A_body_of_many_small_members_grows_at_any_place()
    {
        foreach (int size in Sizes.Where(s => s is < 1_200 or > 65_500 and < 65_600))
        {
            string padding = Pattern(size);
            Assert.Equal(
                $$$"""{"id":"7","data":{"p":"{{{padding}}}","l":-9223372036854775808,"g":"00000000-0000-0000-0000-000000000000","d":0.0000000000000000000000000001,"t":"2024-12-31T23:59:59.9999999-03:30","s":"-10675199.02:48:05.4775808","x":"\u0001","y":"中😀","z":-1.7976931348623157E+308,"vip":true,"timezone":-12}}""",
                Body.Of((ref w) =>
                {
                    w.Id("7", "Id");
                    int c = w.BeginChannels();
                    w.EndChannels(c);
                    int d = w.BeginData();
                    w.Member(",\"p\":\""u8, padding);
                    w.Member(",\"l\":"u8, long.MinValue);
                    w.Member(",\"g\":\""u8, Guid.Empty);
                    w.Member(",\"d\":"u8, 0.0000000000000000000000000001m);
                    w.Member(",\"t\":\""u8, new DateTimeOffset(2024, 12, 31, 23, 59, 59, new TimeSpan(-3, -30, 0)).AddTicks(9_999_999));
                    w.Member(",\"s\":\""u8, TimeSpan.MinValue);
                    w.Member(",\"x\":\""u8, '\u0001');
                    w.Member(",\"y\":\""u8, "中😀");
                    w.Member(",\"z\":"u8, double.MinValue, "Z");
                    w.Raw(",\"vip\":true"u8);
                    w.Timezone(-12, "Zone");
                    w.EndData(d);
                }).ToJson());
        }
    }

    [Fact]
    public void The_size_is_remembered_with_room_to_grow()
    {
        int hint = 0;
        int length = OfSize(1_000, ref hint);
        Assert.InRange(hint, length, length + (length / 4));

        // Sizes near it do not write the field again, which all threads share.
        int remembered = hint;
        OfSize(1_050, ref hint);
        Assert.Equal(remembered, hint);
        OfSize(500, ref hint);
        Assert.Equal(remembered, hint);
    }

    // Room for the worst case of escaping or encoding must not be asked for where it is not needed.
    [Theory]
    [InlineData("plain text", "")]
    [InlineData("plain text", "\n")]
    [InlineData("кириллица ", "")]
    [InlineData("漢字", "\"")]
    [InlineData("😀", "\\")]
    public void A_body_of_the_remembered_size_is_written_into_one_buffer(string piece, string last)
    {
        string text = string.Concat(Enumerable.Repeat(piece, 3_000)) + last;

        // Too large for the buffer that the thread keeps, so that all of them come from the pool, where they are counted.
        int hint = 5_000;
        Assert.InRange(Rented(ref hint), 2, 20);
        Assert.Equal(1, Rented(ref hint));

        int Rented(ref int hint)
        {
            using var buffers = new RentedBuffers();
            Body.Request(
                (ref w) =>
                {
                    w.Id("7", "Id");
                    w.Member(",\"text\":\""u8, text);
                },
                ref hint);
            return buffers.Count;
        }
    }

    [Fact]
    public void A_hint_that_is_far_off_is_put_right()
    {
        int hint = 20_000;
        int length = OfSize(100, ref hint);
        Assert.InRange(hint, length, length + (length / 4));

        length = OfSize(50_000, ref hint);
        Assert.InRange(hint, length, length + (length / 4));
    }

    [Theory]
    [InlineData(int.MinValue)]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(255)]
    [InlineData(257)]
    [InlineData(10_000_000)]
    public void A_wrong_hint_changes_no_byte(int wrong)
    {
        foreach (int size in (int[])[0, 200, 240, 260, 5_000])
        {
            string expected = $$"""{"id":"7","text":"{{Pattern(size)}}"}""";
            int hint = wrong;
            Assert.Equal(expected, Body.Request(WriteOfSize(size), ref hint).ToJson());

            hint = wrong;
            var exact = new ExactDestination();
            Body.Into(exact, WriteOfSize(size), ref hint);
            Assert.Equal(expected, System.Text.Encoding.UTF8.GetString(exact.Written));
        }
    }

    [Fact]
    public void A_destination_that_gives_more_than_is_asked_for_gets_the_same_bytes()
    {
        foreach (int extra in (int[])[1, 7, 100, 5_000])
        {
            foreach (int size in (int[])[0, 100, 228, 229, 230, 255, 256, 300, 3_000, 6_000])
            {
                var destination = new GenerousDestination(extra);
                Body.Into(destination, WriteOfSize(size));
                Body.Into(destination, WriteOfSize(3));
                Assert.Equal(
                    $$"""{"id":"7","text":"{{Pattern(size)}}"}{"id":"7","text":"{{Pattern(3)}}"}""",
                    System.Text.Encoding.UTF8.GetString(destination.Written));
            }
        }
    }

    [Fact]
    public async Task A_pipe_gets_the_same_bytes_one_body_after_the_other()
    {
        int[] sizes = [0, 200, 4_000, 4_096, 5_000, 70_000, 1];
        var pipe = new Pipe(new PipeOptions(pauseWriterThreshold: 0));
        foreach (int size in sizes)
            Body.Into(pipe.Writer, WriteOfSize(size));
        await pipe.Writer.CompleteAsync();

        using var read = new MemoryStream();
        await pipe.Reader.CopyToAsync(read, TestContext.Current.CancellationToken);
        Assert.Equal(
            string.Concat(sizes.Select(size => $$"""{"id":"7","text":"{{Pattern(size)}}"}""")),
            System.Text.Encoding.UTF8.GetString(read.ToArray()));
    }

    [Fact]
    public void Nothing_reaches_a_destination_when_it_throws_half_way()
    {
        foreach (int size in (int[])[0, 200, 300, 5_000])
        {
            var destination = new ArrayBufferWriter<byte>();
            Body.Into(destination, WriteOfSize(1));
            int before = destination.WrittenCount;
            Assert.Throws<VeroSerializationException>(() => Body.Into(destination, (ref w) =>
            {
                w.Id("8", "Id");
                w.Member(",\"text\":\""u8, Pattern(size));
                w.Member(",\"ratio\":"u8, double.NaN, "Ratio");
            }));
            Assert.Equal(before, destination.WrittenCount);

            Body.Into(destination, WriteOfSize(2));
            Assert.Equal(
                """{"id":"7","text":"a"}{"id":"7","text":"ab"}""",
                System.Text.Encoding.UTF8.GetString(destination.WrittenSpan));
        }
    }

    [Fact]
    public void A_body_may_be_written_into_the_same_destination_in_the_middle_of_another()
    {
        foreach (int size in (int[])[1, 100, 300, 5_000])
        {
            var destination = new ArrayBufferWriter<byte>();
            Body.Into(destination, (ref w) =>
            {
                w.Id("outer", "Id");
                w.Member(",\"before\":\""u8, Pattern(size));
                Body.Into(destination, WriteOfSize(size));
                w.Member(",\"after\":\""u8, Pattern(size));
            });

            // The one that is complete first comes first, and neither has anything of the other.
            Assert.Equal(
                $$"""{"id":"7","text":"{{Pattern(size)}}"}{"id":"outer","before":"{{Pattern(size)}}","after":"{{Pattern(size)}}"}""",
                System.Text.Encoding.UTF8.GetString(destination.WrittenSpan));
        }
    }

    [Fact]
    public void A_missing_destination_is_refused()
    {
        Assert.Equal("writer", Assert.Throws<ArgumentNullException>(() => Body.Into(null!, WriteOfSize(1))).ParamName);
    }

    private static string Pattern(int size) => string.Create(size, 0, static (span, _) =>
    {
        for (int i = 0; i < span.Length; i++)
            span[i] = (char)('a' + (i % 23));
    });

    private static WriteBody WriteOfSize(int size) => (ref w) =>
    {
        w.Id("7", "Id");
        w.Member(",\"text\":\""u8, Pattern(size));
    };

    private static int OfSize(int size, ref int hint) => Body.Request(WriteOfSize(size), ref hint).Utf8Json.Length;
}
