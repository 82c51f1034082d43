using CsCheck;

namespace Vero.Typed.Tests.Requests;

/// <summary>Generated requests.</summary>
internal static class AnyRequest
{
    private static readonly Gen<string> Word = Inputs.Piece.Array[0, 5].Select(string.Concat);

    private static readonly Gen<string> Tag = Inputs.Id.Select(static id => id[..Math.Min(id.Length, 20)] + "t").Where(static tag => VeroContract.CheckTag(tag) == TagFault.None);

    private static readonly Gen<string> Key = Gen.OneOf(Gen.OneOf("a", "b", "c", "d", "\"é😀", "A"), Word.Select(static word => "k" + word));

    private static readonly Gen<object?> Value = Gen.OneOf(
        Word.Select(static text => (object?)text),
        Inputs.Decimal.Select(static number => (object?)number),
        Gen.Bool.Select(static yes => (object?)yes),
        Gen.Const((object?)null),
        Gen.Int.Array[0, 3].Select(static items => (object?)items),
        Gen.Select(Word, Gen.Int, static (key, number) => (object?)new Dictionary<string, int> { [key] = number }));

    private static readonly Gen<VeroChannel> Channel = Gen.Select(
        Gen.OneOf("push", "web"), Gen.OneOf("ios", "android"), Gen.OneOf("t1", "t2", "t3"), static (type, platform, address) => new VeroChannel(type, platform: platform, address: address));

    private static readonly Gen<string?> Email = Gen.OneOf(Gen.Const((string?)null), Gen.OneOf("a@b", "zoë@example.com").Select(static email => (string?)email));

    /// <summary>Identify requests of one user, whose keys and channels meet often.</summary>
    public static Gen<IdentifyRequest> IdentifyOf(string id) => Gen.Select(
        Email, Channel.Array[0, 3], Gen.Select(Key, Value).Array[0, 5], Gen.Bool, Gen.Bool, (email, channels, data, hasChannels, hasData) => Body.Request((ref w) =>
        {
            w.Id(id, "Id");
            w.Email(email, "Email");
            if (hasChannels)
            {
                int c = w.BeginChannels();
                w.Channels(channels.Distinct(), "Channels");
                w.EndChannels(c);
            }

            if (!hasData)
                return;
            int d = w.BeginData();
            foreach ((string key, object? value) in data.DistinctBy(static entry => string.Concat(entry.Item1.EnumerateRunes())))
            {
                int at = w.DataKey(key, "Data");
                w.RunTimeValue(default, value, "Data");
                w.NullIfNothing(at, "null"u8);
            }

            w.EndData(d);
        }));

    public static readonly Gen<VeroRequest> Any = Inputs.Id.SelectMany(id => Gen.OneOf(
        IdentifyOf(id).Select(static request => (VeroRequest)request),
        Gen.Const((VeroRequest)TrackRequest.Parse($$$"""{"identity":{"id":{{{System.Text.Json.JsonSerializer.Serialize(id)}}}},"event_name":"Placed order","data":{"id":1}}""")),
        Gen.Const((VeroRequest)new UnsubscribeRequest(new VeroIdentity(id))),
        Gen.Const((VeroRequest)new ResubscribeRequest(new VeroIdentity(id))),
        Gen.Const((VeroRequest)new DeleteUserRequest(new VeroIdentity(id))),
        Inputs.Id.Where(other => other != id).Select(other => (VeroRequest)new AliasRequest(new VeroIdentity(id), new VeroIdentity(other))),
        Tag.Array[1, 6].Select(tags => (VeroRequest)Tags(id, [.. tags.Distinct()]))));

    private static EditTagsRequest Tags(string id, string[] tags) => new(new VeroIdentity(id), tags.Take(tags.Length / 2), tags.Skip(tags.Length / 2));
}
