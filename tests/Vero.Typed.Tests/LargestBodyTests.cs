using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Vero.Typed.Tests;

/// <summary>A body has at most 1 MiB, whatever it is made of and whichever way it is made.</summary>
public partial class LargestBodyTests
{
    private const int Largest = 1_048_576;
    private static readonly string Problem = ValueProblems.BodyTooLarge;

    // The most that a body may take while it is written, as a multiple of the largest one: it is doubled, and reserved for the worst case.
    private const int MostMemory = 8 * Largest;

    private static readonly LibraryBuild[] OtherBuilds = [new("netstandard2.0"), new("net8.0")];

    /// <summary>Texts that take other ways, or need more bytes than they have units.</summary>
    public static TheoryData<string> Pieces => ["x", "\"", "\n", "\u0001", "é", "中", "😀", "\uD83D", "plain text, then \"quoted\", then 中文"];

    [Theory]
    [MemberData(nameof(Pieces))]
    public void A_text_is_written_up_to_the_last_byte_that_fits(string piece)
    {
        int room = Largest - """{"id":"7","text":""}""".Length;
        string text = TextOfSize(room, piece);

        IdentifyRequest request = Body.Of((ref w) => Text(ref w, text));

        Assert.Equal(Largest, request.Utf8Json.Length);
        Refused((ref w) => Text(ref w, text + "x"));
        Refused((ref w) => Text(ref w, "x" + text));
    }

    [Fact]
    public void Every_size_near_the_limit_is_judged_right_however_the_body_is_composed()
    {
        // The last bytes are written by each of the ways that reserve more than they need.
        static WriteBody Composed(string text) => (ref w) =>
        {
            Text(ref w, text);
            w.Member(",\"g\":\""u8, Guid.Empty);
            w.Member(",\"n\":"u8, 7L);
            w.Member(",\"e\":\""u8, "é\n");
            w.Base64(",\"b\":\""u8, [1]);
            w.Member(",\"d\":"u8, 1.5, "D");
            w.Timezone(10, "Zone");
        };

        int rest = Body.Request(Composed("")).Utf8Json.Length;
        for (int size = Largest - 3; size <= Largest + rest; size++)
        {
            WriteBody write = Composed(new string('x', size - rest));
            if (size <= Largest)
                Assert.Equal(size, Body.Request(write).Utf8Json.Length);
            else
                Refused(write);
        }
    }

    [Fact]
    public void What_the_user_hands_over_in_one_piece_is_refused_without_taking_memory_for_it()
    {
        string huge = new('x', 20_000_000);
        string escaped = "\"" + huge;
        string astral = string.Concat(Enumerable.Repeat("😀", 5_000_000));
        byte[] bytes = new byte[10_000_000];
        JsonElement element = JsonElement.Parse($"\"{huge}\"");
        JsonNode node = JsonValue.Create(huge);
        WriteBody[] bodies =
        [
            (ref w) => w.Member(",\"t\":\""u8, huge),
            (ref w) => w.Member(",\"t\":\""u8, astral),
            (ref w) => w.Member(",\"t\":\""u8, escaped),
            (ref w) => w.Base64(",\"t\":\""u8, bytes),
            (ref w) => w.Json(",\"t\":"u8, element, "Json"),
            (ref w) => w.Json(",\"t\":"u8, node, "Json"),
            (ref w) => w.RunTimeValue(",\"t\":"u8, huge, "Value"),
            (ref w) => w.DataKey(huge, "More"),
        ];
        foreach (WriteBody write in bodies)
        {
            RefusedInLittleMemory((ref w) =>
            {
                w.Id("7", "Id");
                write(ref w);
            });
        }
    }

    [Fact]
    public void A_sequence_without_end_is_refused_in_place_of_an_OutOfMemoryException()
    {
        int ended = 0;
        IEnumerable<T> Endless<T>(Func<int, T> item)
        {
            try
            {
                for (int i = 0; ; i++)
                    yield return item(i);
            }
            finally
            {
                ended++;
            }
        }

        IVeroUser[] customers =
        [
            new Customer { Tokens = Endless(static i => $"token-{i}") },
            new Customer { Channels = Endless(static i => new VeroChannel("push", "web", $"token-{i}")) },
            new Customer { Tags = Endless(static i => $"tag-{i}") },
            new Customer { Numbers = Endless(static i => i) },
            new Customer { Flags = Endless(static _ => true) },
            new Customer { Nothing = Endless(static _ => (string?)null) },
            new Customer { Homes = Endless(static _ => new Address()) },
            new Customer { ByName = Endless(static i => KeyValuePair.Create($"key-{i}", 1)) },
            new Customer { More = Endless(static i => KeyValuePair.Create($"key-{i}", (object?)i)) },
            new Customer { More = [KeyValuePair.Create("list", (object?)Endless(static _ => (object?)null))] },
            new CustomerOfTexts { Numbers = Endless(static i => i) },
        ];
        for (int i = 0; i < customers.Length; i++)
        {
            IVeroUser customer = customers[i];
            var destination = new UntouchedDestination();
            long before = GC.GetAllocatedBytesForCurrentThread();

            var exception = Assert.Throws<VeroSerializationException>(customer.ToIdentifyRequest);

            // Of the sequence itself: a few strings for each item.
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100L * Largest);
            Assert.Equal($"Vero.Typed.Tests.LargestBodyTests.{customer.GetType().Name}: {Problem}", exception.Message);
            Assert.Throws<VeroSerializationException>(() => customer.WriteIdentifyRequest(destination));
            Assert.Equal(2 * (i + 1), ended);
        }
    }

    [Fact]
    public void Text_of_JSON_that_grows_when_it_is_escaped_counts_with_its_escapes()
    {
        string[] quotes = [.. Enumerable.Repeat("\"", 150_000)];

        Assert.InRange(new Customer { Tags = quotes }.ToIdentifyRequest().Utf8Json.Length, Largest / 2, Largest);
        Assert.Throws<VeroSerializationException>(new CustomerOfTexts { Tags = quotes }.ToIdentifyRequest);
    }

    [Fact]
    public void After_a_refusal_nothing_of_it_shows_up_and_small_bodies_take_no_large_buffer()
    {
        Refused((ref w) => Text(ref w, new string('#', 2 * Largest)));

        using var buffers = new RentedBuffers();
        for (int i = 0; i < 10; i++)
            Assert.Equal("""{"id":"7","text":"é"}""", Body.Request(static (ref w) => Text(ref w, "é")).ToJson());
        Assert.InRange(buffers.Count, 0, 1);
    }

    [Fact]
    public void A_remembered_size_that_is_beyond_the_limit_does_not_raise_it()
    {
        int hint = 10 * Largest;

        var exception = Assert.Throws<VeroSerializationException>(() => Body.Request(static (ref w) => Text(ref w, new string('x', 2 * Largest)), ref hint));

        Assert.Equal(10 * Largest, hint);
        Assert.Equal($"{Body.TypeName}: {Problem}", exception.Message);
    }

    [Fact]
    public void A_body_that_comes_back_may_be_as_large_as_one_that_is_made_and_no_larger()
    {
        string largest = $$"""{"id":"7","t":"{{TextOfSize(Largest - 17, "é")}}"}""";
        Assert.Equal(Largest, Encoding.UTF8.GetByteCount(largest));
        const string Message = "Not a valid identify request: " + BodyProblems.TooLarge + " (at byte 1048576).";

        Assert.Equal(Largest, IdentifyRequest.Parse(largest).Utf8Json.Length);
        Assert.Equal(Largest, IdentifyRequest.Parse(Encoding.UTF8.GetBytes(largest)).Utf8Json.Length);
        Assert.Equal(Largest, JsonSerializer.Deserialize<IdentifyRequest>(largest)!.Utf8Json.Length);
        foreach (string larger in (string[])[largest + " ", new string('x', Largest + 1), new string(' ', 3 * Largest)])
        {
            byte[] bytes = Encoding.UTF8.GetBytes(larger);
            Assert.Equal(Message, Assert.Throws<FormatException>(() => IdentifyRequest.Parse(larger)).Message);
            Assert.Equal(Message, Assert.Throws<FormatException>(() => IdentifyRequest.Parse(bytes)).Message);
        }

        string inner = largest.Replace("\"t\":", "\"t\" :", StringComparison.Ordinal);
        Assert.Equal(Message, Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<IdentifyRequest>(inner)).Message);
        Assert.Equal(Message, Assert.Throws<FormatException>(() => new VeroRequestTypeConverter<IdentifyRequest>().ConvertFromInvariantString(inner)).Message);
    }

    [Fact]
    public void Other_builds_have_the_same_limit()
    {
        int rest = NetStandardDomain.Bodies.Text("7", null, "", 'c', null, null).Length;
        foreach (string piece in (string[])["x", "é", "\""])
        {
            foreach (int more in (int[])[-1, 0, 1, 2])
            {
                string text = TextOfSize(Largest - rest + more, piece);
                LibraryBuild.Outcome expected = LibraryBuild.Outcome.Of(() => NetStandardDomain.Bodies.Text("7", null, text, 'c', null, null));
                Assert.Equal(more > 0, expected.Text == $"Shop.Customer: {Problem}");
                Assert.All(OtherBuilds, build => Assert.Equal(expected, build.Call(nameof(NetStandardDomain.Bodies.Text), "7", null, text, 'c', null, null)));
            }
        }
    }

    private static string TextOfSize(int size, string piece)
    {
        int sizeOfPiece = Encoding.UTF8.GetByteCount(RfcEscaping.Quoted(piece)) - 2;
        return string.Concat(Enumerable.Repeat(piece, size / sizeOfPiece)) + new string('x', size % sizeOfPiece);
    }

    private static void Text(ref VeroJsonWriter w, string text)
    {
        w.Id("7", "Id");
        w.Member(",\"text\":\""u8, text);
    }

    private static void Refused(WriteBody write)
    {
        var destination = new UntouchedDestination();
        Assert.Throws<VeroSerializationException>(() => Body.Into(destination, write));

        var exception = Assert.Throws<VeroSerializationException>(() => Body.Request(write));

        Assert.Equal($"{Body.TypeName}: {Problem}", exception.Message);
        Assert.Equal((Body.TypeName, ""), (exception.TypeName, exception.MemberName));
        Assert.False(exception.IsTransient);
        Assert.Null(exception.InnerException);
    }

    private static void RefusedInLittleMemory(WriteBody write)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        Refused(write);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostMemory);
    }

    /// <summary>Must not even be asked for memory.</summary>
    private sealed class UntouchedDestination : IBufferWriter<byte>
    {
        public void Advance(int count) => throw new NotSupportedException();

        public Memory<byte> GetMemory(int sizeHint = 0) => throw new NotSupportedException();

        public Span<byte> GetSpan(int sizeHint = 0) => throw new NotSupportedException();
    }

    private sealed partial class Customer
    {
        [VeroId] public int Id => 7;

        [VeroChannel("push", "android")] public IEnumerable<string>? Tokens { get; init; }

        [VeroChannel] public IEnumerable<VeroChannel>? Channels { get; init; }

        [VeroTrait] public IEnumerable<string>? Tags { get; init; }

        [VeroTrait] public IEnumerable<int>? Numbers { get; init; }

        [VeroTrait] public IEnumerable<bool>? Flags { get; init; }

        [VeroTrait] public IEnumerable<string?>? Nothing { get; init; }

        [VeroTrait] public IEnumerable<Address>? Homes { get; init; }

        [VeroTrait] public IEnumerable<KeyValuePair<string, int>>? ByName { get; init; }

        [VeroData] public IEnumerable<KeyValuePair<string, object?>>? More { get; init; }
    }

    [VeroSerialization(FreeformValues = FreeformValues.Strings)]
    private sealed partial class CustomerOfTexts
    {
        [VeroId] public int Id => 7;

        [VeroTrait] public IEnumerable<int>? Numbers { get; init; }

        [VeroTrait] public IEnumerable<string>? Tags { get; init; }
    }

    private sealed class Address
    {
        [VeroTrait] public string City => "Bern";
    }
}
