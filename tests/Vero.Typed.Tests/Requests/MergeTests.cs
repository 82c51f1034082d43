using System.Text.Json.Nodes;
using CsCheck;

namespace Vero.Typed.Tests.Requests;

/// <summary>Two identify requests of one user as one.</summary>
public class MergeTests
{
    [Theory]
    [InlineData("""{"id":"7"}""", """{"id":"7"}""", """{"id":"7"}""")]
    [InlineData("""{"id":"7","data":{"a":1,"b":2}}""", """{"id":"7","data":{"c":3,"a":4}}""", """{"id":"7","data":{"a":4,"b":2,"c":3}}""")]
    [InlineData("""{"id":"7","data":{"a":1}}""", """{"id":"7","data":{"a":null}}""", """{"id":"7","data":{"a":null}}""")]
    [InlineData("""{"id":"7","data":{"a":null}}""", """{"id":"7","data":{"a":1}}""", """{"id":"7","data":{"a":1}}""")]
    [InlineData("""{"id":"7","data":{"a":{"x":1},"b":[1]}}""", """{"id":"7","data":{"a":{"y":2},"b":[2]}}""", """{"id":"7","data":{"a":{"y":2},"b":[2]}}""")]
    [InlineData("""{"id":"7","data":{"a":1.50}}""", """{"id":"7","data":{"b":1e400,"c":"\u0041\/é"}}""", """{"id":"7","data":{"a":1.50,"b":1e400,"c":"\u0041\/é"}}""")]
    [InlineData("""{"id":"7","data":{"\u0061":1}}""", """{"id":"7","data":{"a":2}}""", """{"id":"7","data":{"a":2}}""")]
    [InlineData("""{"id":"7","data":{"a":1}}""", """{"id":"7","data":{"A":2}}""", """{"id":"7","data":{"a":1,"A":2}}""")]
    [InlineData("""{"id":"7","data":{"a":1}}""", """{"id":"7","data":null}""", """{"id":"7","data":{"a":1}}""")]
    [InlineData("""{"id":"7"}""", """{"id":"7","data":{}}""", """{"id":"7","data":{}}""")]
    [InlineData("""{"id":"7","email":"a@b"}""", """{"id":"7"}""", """{"id":"7","email":"a@b"}""")]
    [InlineData("""{"id":"7","email":"a@b"}""", """{"id":"7","email":null}""", """{"id":"7","email":"a@b"}""")]
    [InlineData("""{"id":"7","email":"a@b"}""", """{"id":"7","email":""}""", """{"id":"7","email":"a@b"}""")]
    [InlineData("""{"id":"7","email":"a@b"}""", """{"id":"7","email":"c@d"}""", """{"id":"7","email":"c@d"}""")]
    [InlineData("""{"id":"7","data":{"a":1}}""", """{"id":"7","email":"c@d"}""", """{"id":"7","email":"c@d","data":{"a":1}}""")]
    [InlineData("""{"data":{"a": 1} ,"id" : "7"}""", """ {"id":"7"}""", """{"id":"7","data":{"a":1}}""")]
    [InlineData("""{"id":"\u0037"}""", """{"id":"7"}""", """{"id":"7"}""")]
    [InlineData("""{"id":"7","phone_number":"+1"}""", """{"id":"7","data":{"a":1}}""", """{"id":"7","data":{"a":1},"phone_number":"+1"}""")]
    [InlineData("""{"id":"7","x":{"a":1}}""", """{"id":"7","x":[2]}""", """{"id":"7","x":[2]}""")]
    [InlineData(
        """{"id":"7","channels":[{"type":"push","platform":"ios","address":"t1"},{"type":"push","platform":"ios","address":"t2"}]}""",
        """{"id":"7","channels":[{"address":"t2","platform":"ios","type":"push"},{"type":"push","platform":"web","address":"t1"}]}""",
        """{"id":"7","channels":[{"type":"push","platform":"ios","address":"t1"},{"address":"t2","platform":"ios","type":"push"},{"type":"push","platform":"web","address":"t1"}]}""")]
    [InlineData(
        """{"id":"7","channels":[{"type":"a","platform":"bc","address":"d"}]}""",
        """{"id":"7","channels":[{"type":"ab","platform":"c","address":"d"}]}""",
        """{"id":"7","channels":[{"type":"a","platform":"bc","address":"d"},{"type":"ab","platform":"c","address":"d"}]}""")]
    [InlineData("""{"id":"7","channels":[]}""", """{"id":"7","channels":null}""", """{"id":"7","channels":[]}""")]
    public void The_newer_request_wins_key_by_key(string older, string newer, string merged)
    {
        IdentifyRequest result = IdentifyRequest.Parse(older).Merge(IdentifyRequest.Parse(newer));
        Assert.Equal(merged, result.ToJson());
        Assert.Equal(result, IdentifyRequest.Parse(result.Utf8Json.Span));
    }

    [Fact]
    public void A_merge_is_what_the_model_says() => Gen.Select(AnyRequest.IdentifyOf("7"), AnyRequest.IdentifyOf("7")).Sample(
        static (older, newer) =>
        {
            IdentifyRequest merged = older.Merge(newer);
            Assert.True(JsonNode.DeepEquals(Model(older, newer), JsonNode.Parse(merged.ToJson())), merged.ToJson());
            Assert.Equal(merged, IdentifyRequest.Parse(merged.Utf8Json.Span));
        },
        iter: 3_000);

    [Fact]
    public void Merging_is_associative_and_the_same_twice_is_the_same_once() =>
        Gen.Select(AnyRequest.IdentifyOf("7"), AnyRequest.IdentifyOf("7"), AnyRequest.IdentifyOf("7")).Sample(
            static (a, b, c) =>
            {
                Assert.Equal(a.Merge(b).Merge(c), a.Merge(b.Merge(c)));
                Assert.Equal(a.Merge(b), a.Merge(b).Merge(b));
                Assert.Equal(a, a.Merge(a));
            },
            iter: 2_000);

    [Fact]
    public void Requests_of_two_users_are_not_merged_and_not_shown()
    {
        IdentifyRequest request = IdentifyRequest.Parse("""{"id":"c4n4ry1"}""");
        IdentifyRequest other = IdentifyRequest.Parse("""{"id":"c4n4ry2"}""");
        foreach (Action merge in (Action[])[() => request.Merge(other), () => request.TryMerge(other, out _)])
        {
            ArgumentException exception = Assert.Throws<ArgumentException>("newer", merge);
            Assert.StartsWith(ValueProblems.MergeOfTwoUsers, exception.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("c4n4ry", exception.ToString(), StringComparison.Ordinal);
        }

        Assert.Throws<ArgumentNullException>("newer", () => request.Merge(null!));
        Assert.Throws<ArgumentNullException>("newer", () => request.TryMerge(null!, out _));
    }

    [Fact]
    public void What_would_be_too_large_stays_separate()
    {
        string half = new('x', VeroContract.MaxBodyBytes / 2);
        IdentifyRequest older = IdentifyRequest.Parse($$$"""{"id":"7","data":{"a":"{{{half}}}"}}""");
        IdentifyRequest newer = IdentifyRequest.Parse($$$"""{"id":"7","data":{"b":"{{{half}}}"}}""");

        Assert.False(older.TryMerge(newer, out IdentifyRequest? merged));
        Assert.Null(merged);
        Assert.Equal("Vero.Typed.IdentifyRequest: " + ValueProblems.MergedTooLarge, Assert.Throws<VeroSerializationException>(() => older.Merge(newer)).Message);

        // The limit is exact: the overhead of {"id":"7","data":{"a":"","b":""}} is 33 bytes.
        IdentifyRequest fitting = IdentifyRequest.Parse($$$"""{"id":"7","data":{"b":"{{{half[33..]}}}"}}""");
        Assert.True(older.TryMerge(fitting, out merged));
        Assert.Equal(VeroContract.MaxBodyBytes, merged.Utf8Json.Length);
        Assert.False(older.TryMerge(IdentifyRequest.Parse($$$"""{"id":"7","data":{"b":"{{{half[32..]}}}"}}"""), out _));
        Assert.Equal(merged, merged.Merge(fitting));
    }

    [Fact]
    public void Many_keys_take_no_time_even_where_all_are_new()
    {
        IdentifyRequest older = Many("a");
        IdentifyRequest newer = Many("b");
        Assert.Equal(60_000, JsonNode.Parse(older.Merge(newer).ToJson())!["data"]!.AsObject().Count);
    }

    private static IdentifyRequest Many(string prefix) => IdentifyRequest.Parse(
        "{\"id\":\"7\",\"data\":{" + string.Join(',', Enumerable.Range(0, 30_000).Select(i => $"\"{prefix}{i}\":{i}")) + "}}");

    // What Vero would hold after both, on trees.
    private static JsonObject Model(IdentifyRequest older, IdentifyRequest newer)
    {
        JsonObject first = JsonNode.Parse(older.ToJson())!.AsObject();
        JsonObject second = JsonNode.Parse(newer.ToJson())!.AsObject();
        foreach ((string key, JsonNode? value) in second)
        {
            if (key == "channels" && first["channels"] is JsonArray channels)
            {
                foreach (JsonNode? channel in value!.AsArray().Where(channel => !channels.Any(known => JsonNode.DeepEquals(known, channel))).ToArray())
                    channels.Add(channel!.DeepClone());
            }
            else if (key == "data" && first["data"] is JsonObject data)
            {
                foreach ((string name, JsonNode? trait) in value!.AsObject())
                    data[name] = trait?.DeepClone();
            }
            else
            {
                first[key] = value?.DeepClone();
            }
        }

        return first;
    }
}
