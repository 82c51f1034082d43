using System.Buffers;
using System.Globalization;

namespace Vero.Typed.Tests;

/// <summary>A request is its object and its exact body, and a reused destination costs nothing at all.</summary>
public class AllocationTests
{
    private const int Calls = 50;

    // Header, method table, the operation and one reference; header, method table and length in front of the bytes.
    private const int RequestObject = 32;
    private const int ArrayOverhead = 24;

    private static readonly string[] Tokens = ["t1", "t2"];
    private static readonly List<VeroChannel> Devices = [new("push", "web", "t3")];
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.CreateCustomTimeZone("Test/Half", new TimeSpan(5, 30, 0), "Half", "Half");
    private static readonly CultureInfo Culture = CultureInfo.GetCultureInfo("en-AU");
    private static readonly Uri Address = new("https://example.com");

    private static int _hint;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(3_000)]
    public void A_request_allocates_itself_and_its_exact_body(int size)
    {
        string text = new('x', size);
        int length = Request(text).Utf8Json.Length;
        long perCall = RequestObject + ((ArrayOverhead + length + 7) / 8 * 8);

        Assert.Equal(Calls * perCall, Least(() =>
        {
            for (int i = 0; i < Calls; i++)
                Request(text);
        }));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3_000)]
    public void Writing_into_a_reused_destination_allocates_nothing(int size)
    {
        string text = new('x', size);
        var destination = new ArrayBufferWriter<byte>(16_384);

        Assert.Equal(0, Least(() =>
        {
            for (int i = 0; i < Calls; i++)
            {
                destination.ResetWrittenCount();
                Into(destination, text);
            }
        }));
        Assert.Equal(Request(text).Utf8Json.ToArray(), destination.WrittenSpan.ToArray());
    }

    [Fact]
    public void The_measurement_sees_a_single_object()
    {
        const int SmallestObject = 24;
        Assert.Equal(Calls * SmallestObject, Least(static () =>
        {
            for (int i = 0; i < Calls; i++)
                GC.KeepAlive(new object());
        }));
    }

    private static IdentifyRequest Request(string text)
    {
        var w = new VeroJsonWriter("Shop.Customer", _hint);
        Write(ref w, text);
        w.Raw("}"u8);
        return w.ToIdentifyRequest(ref _hint);
    }

    private static void Into(IBufferWriter<byte> destination, string text)
    {
        var w = new VeroJsonWriter("Shop.Customer", destination, _hint);
        Write(ref w, text);
        w.Raw("}"u8);
        w.Complete(ref _hint);
    }

    private static void Write(ref VeroJsonWriter w, string text)
    {
        w.Id(42L, false, "Id");
        w.Email("ada@example.com", "Email");
        int c = w.BeginChannels();
        w.Channels(",{\"type\":\"push\",\"platform\":\"android\",\"address\":\""u8, Tokens, "Tokens");
        w.Channels(Devices, "Devices");
        w.EndChannels(c);
        int d = w.BeginData();
        w.Member(",\"text\":\""u8, text);
        w.Member(",\"awkward\":\""u8, "\"é中😀\u0001");
        w.Member(",\"character\":\""u8, 'x');
        w.Member(",\"url\":\""u8, Address);
        w.Member(",\"visits\":"u8, (long?)7);
        w.Member(",\"views\":"u8, (ulong?)7);
        w.Member(",\"price\":"u8, 12.50m);
        w.Member(",\"ratio\":"u8, 0.1, "Ratio");
        w.Member(",\"share\":"u8, 0.1f, "Share");
        w.Member(",\"guid\":\""u8, Guid.Empty);
        w.Member(",\"time\":\""u8, new DateTime(2024, 1, 2, 3, 4, 5, DateTimeKind.Utc));
        w.Member(",\"instant\":\""u8, new DateTimeOffset(2024, 1, 2, 3, 4, 5, TimeSpan.Zero));
        w.Member(",\"duration\":\""u8, TimeSpan.FromSeconds(1));
        w.Member(",\"date\":\""u8, new DateOnly(2024, 1, 2));
        w.Member(",\"of_day\":\""u8, new TimeOnly(3, 4, 5));
        w.Member(",\"language\":\""u8, Culture);
        w.Timezone(Zone, "Zone");
        w.EndData(d);
    }

    // The least of many rounds: a collection in between empties the thread's pool of buffers, and that round pays for it.
    private static long Least(Action round)
    {
        long least = long.MaxValue;
        for (int i = 0; i < 100; i++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            round();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
