using System.Collections.ObjectModel;

namespace Vero.Typed.Tests;

public class ChannelBodyTests
{
    private const string Incomplete = "Shop.Customer.Device: " + ValueProblems.ChannelIncomplete;

    [Fact]
    public void An_address_is_one_entry()
    {
        Assert.Equal("""{"type":"push","platform":"android","address":"t1"}""", Channels((ref w) => Push(ref w, "t1")));
    }

    [Fact]
    public void A_null_address_is_left_out()
    {
        Assert.Equal("", Channels((ref w) => Push(ref w, null)));
        Assert.Equal("""{"type":"push","platform":"android","address":"t1"}""", Channels((ref w) =>
        {
            Push(ref w, null);
            Push(ref w, "t1");
            Push(ref w, null);
        }));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("\u3000\n")]
    public void An_empty_or_blank_address_is_refused(string address)
    {
        Assert.Equal(Incomplete, Refused((ref w) => Push(ref w, address)));
        Assert.Equal(Incomplete, Refused((ref w) => PushAll(ref w, ["c4n4ry", address])));
    }

    [Fact]
    public void Each_address_of_a_collection_is_an_entry_and_a_null_among_them_is_none()
    {
        IEnumerable<string?>[] collections =
        [
            new[] { "a", null, "b" },
            new List<string?> { "a", null, "b" },
            new HashSet<string?> { "a", null, "b" },
            new ReadOnlyCollection<string?>(["a", null, "b"]),
            new LinkedList<string?>(["a", null, "b"]),
            Lazy(),
        ];
        foreach (IEnumerable<string?> addresses in collections)
        {
            Assert.Equal(
                """{"type":"push","platform":"android","address":"a"},{"type":"push","platform":"android","address":"b"}""",
                Channels((ref w) => PushAll(ref w, addresses)));
        }
    }

    [Fact]
    public void A_null_or_empty_collection_is_left_out()
    {
        Assert.Equal("", Channels((ref w) =>
        {
            PushAll(ref w, null);
            PushAll(ref w, []);
            PushAll(ref w, new List<string?>());
            PushAll(ref w, Enumerable.Empty<string>());
            PushAll(ref w, [null, null]);
            w.Channels(null, "Device");
            w.Channels([], "Device");
            w.Channels(new List<VeroChannel?>(), "Device");
            w.Channels(Enumerable.Empty<VeroChannel>(), "Device");
            w.Channels([null], "Device");
            w.Channel(null, "Device");
        }));
    }

    [Fact]
    public void A_channel_says_its_type_address_and_platform()
    {
        Assert.Equal(
            """{"type":"push","platform":"ios","address":"t1"}""",
            Channels((ref w) => w.Channel(new VeroChannel(type: "push", address: "t1", platform: "ios"), "Device")));
    }

    [Fact]
    public void Each_channel_of_a_collection_is_an_entry_and_a_null_among_them_is_none()
    {
        VeroChannel?[] channels = [new("push", "ios", "a"), null, new("push", "web", "b")];
        const string Expected = """{"type":"push","platform":"ios","address":"a"},{"type":"push","platform":"web","address":"b"}""";

        Assert.Equal(Expected, Channels((ref w) => w.Channels(channels, "Device")));
        Assert.Equal(Expected, Channels((ref w) => w.Channels(new List<VeroChannel?>(channels), "Device")));
        Assert.Equal(Expected, Channels((ref w) => w.Channels(channels.Where(_ => true), "Device")));
    }

    public static TheoryData<string?, string?, string?> IncompleteChannels()
    {
        var data = new TheoryData<string?, string?, string?>();
        foreach (string? nothing in (string?[])[null, "", " ", "\t\u00A0"])
        {
            data.Add(nothing, "c4n4ry", "ios");
            data.Add("push", nothing, "c4n4ry");
            data.Add("c4n4ry", "t1", nothing);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(IncompleteChannels))]
    public void An_incomplete_channel_is_refused(string? type, string? address, string? platform)
    {
        var channel = new VeroChannel(type!, platform!, address!);
        Assert.Equal(Incomplete, Refused((ref w) => w.Channel(channel, "Device")));
        Assert.Equal(Incomplete, Refused((ref w) => w.Channels([new("push", "ios", "c4n4ry"), channel], "Device")));
        Assert.Equal(Incomplete, Refused((ref w) => w.Channels(new List<VeroChannel> { channel }, "Device")));
        Assert.Equal(Incomplete, Refused((ref w) => w.Channels(new[] { channel }.Where(_ => true), "Device")));
    }

    [Fact]
    public void Channels_of_several_members_share_one_array()
    {
        Assert.Equal(
            """{"type":"push","platform":"android","address":"a"},{"type":"push","platform":"ios","address":"b"},{"type":"push","platform":"android","address":"c"}""",
            Channels((ref w) =>
            {
                Push(ref w, "a");
                w.Channel(new VeroChannel("push", "ios", "b"), "Device");
                PushAll(ref w, ["c"]);
            }));
    }

    [Fact]
    public void A_channel_equals_another_with_the_same_parts()
    {
        var channel = new VeroChannel("push", "ios", "a");
        Assert.True(channel.Equals(new VeroChannel("push", "ios", "a")));
        Assert.True(channel.Equals((object)new VeroChannel("push", "ios", "a")));
        Assert.Equal(channel.GetHashCode(), new VeroChannel("push", "ios", "a").GetHashCode());
        Assert.False(channel.Equals(new VeroChannel("Push", "ios", "a")));
        Assert.False(channel.Equals(new VeroChannel("push", "ios", "A")));
        Assert.False(channel.Equals(new VeroChannel("push", "iOS", "a")));
        Assert.False(channel.Equals(null));
        Assert.False(channel.Equals("push"));
    }

    [Fact]
    public void The_text_of_a_channel_does_not_hold_the_address()
    {
        Assert.Equal("push (ios)", new VeroChannel("push", "ios", "c4n4ry").ToString());
    }

    private static IEnumerable<string?> Lazy()
    {
        yield return "a";
        yield return null;
        yield return "b";
    }

    private static void Push(ref VeroJsonWriter w, string? address) =>
        w.Channel(",{\"type\":\"push\",\"platform\":\"android\",\"address\":\""u8, address, "Device");

    private static void PushAll(ref VeroJsonWriter w, IEnumerable<string?>? addresses) =>
        w.Channels(",{\"type\":\"push\",\"platform\":\"android\",\"address\":\""u8, addresses, "Device");

    private static string Channels(WriteBody write)
    {
        string json = Body.Of((ref w) =>
        {
            w.Id("7", "Id");
            int c = w.BeginChannels();
            write(ref w);
            w.EndChannels(c);
        }).ToJson();

        if (json == """{"id":"7"}""")
            return "";
        Assert.StartsWith("""{"id":"7","channels":[{""", json, StringComparison.Ordinal);
        Assert.EndsWith("}]}", json, StringComparison.Ordinal);
        return json["""{"id":"7","channels":[""".Length..^2];
    }

    private static string Refused(WriteBody write) => Body.Refused(
        "Device",
        (ref w) =>
        {
            w.Id("7", "Id");
            int c = w.BeginChannels();
            write(ref w);
            w.EndChannels(c);
        },
        "c4n4ry").Message;
}
