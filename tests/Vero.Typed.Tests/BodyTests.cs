using System.Collections.Concurrent;

namespace Vero.Typed.Tests;

/// <summary>The body as a whole: what is left out, order, other bodies in the middle, many threads.</summary>
public class BodyTests
{
    [Fact]
    public void A_full_body_has_its_parts_in_order()
    {
        Assert.Equal(
            """{"id":"42","email":"ada@example.com","channels":[{"type":"push","platform":"android","address":"t1"}],"data":{"first_name":"Ada","vip":true,"timezone":1}}""",
            Full("42", "ada@example.com", "t1", "Ada", true, 1).ToJson());
    }

    [Fact]
    public void Only_the_id_is_needed()
    {
        Assert.Equal("""{"id":"42"}""", Full("42", null, null, null, null, null).ToJson());
    }

    // Every combination of parts that are there and parts that are not: no comma too many or too few.
    [Fact]
    public void Every_combination_of_parts_is_one_valid_object()
    {
        for (int parts = 0; parts < 32; parts++)
        {
            string? email = (parts & 1) == 0 ? null : "a@b";
            string? token = (parts & 2) == 0 ? null : "t";
            string? name = (parts & 4) == 0 ? null : "n";
            bool? vip = (parts & 8) == 0 ? null : false;
            int? zone = (parts & 16) == 0 ? null : 0;

            string expected = "{\"id\":\"7\""
                + (email is null ? "" : ",\"email\":\"a@b\"")
                + (token is null ? "" : ",\"channels\":[{\"type\":\"push\",\"platform\":\"android\",\"address\":\"t\"}]")
                + (name is null && vip is null && zone is null
                    ? ""
                    : ",\"data\":{" + string.Join(",", new[] { name is null ? null : "\"first_name\":\"n\"", vip is null ? null : "\"vip\":false", zone is null ? null : "\"timezone\":0" }.Where(p => p is not null)) + "}")
                + "}";
            Assert.Equal(expected, Full("7", email, token, name, vip, zone).ToJson());
        }
    }

    [Fact]
    public void What_a_getter_throws_comes_out_unchanged()
    {
        var thrown = new InvalidTimeZoneException("from the getter");
        Assert.Same(thrown, Assert.Throws<InvalidTimeZoneException>(() => Body.Of((ref w) =>
        {
            w.Id("7", "Id");
            w.Member(",\"x\":\""u8, Getter());
        })));

        string Getter() => throw thrown;
    }

    [Fact]
    public void An_exception_half_way_leaves_nothing_in_later_bodies()
    {
        const string Canary = "c4n4ry";
        int hint = 0;
        for (int size = 0; size < 3_000; size += 37)
        {
            string secret = string.Concat(Enumerable.Repeat(Canary, size));
            Assert.Throws<VeroSerializationException>(() => Body.Request((ref w) =>
            {
                w.Id("7", "Id");
                w.Member(",\"secret\":\""u8, secret);
                w.Member(",\"ratio\":"u8, double.NaN, "Ratio");
            }));
            Body.Request(
                (ref w) =>
                {
                    w.Id("7", "Id");
                    w.Member(",\"secret\":\""u8, secret);
                },
                ref hint);

            Assert.Equal("""{"id":"8","name":"n"}""", Body.Request((ref w) =>
            {
                w.Id("8", "Id");
                w.Member(",\"name\":\""u8, "n");
            }).ToJson());
        }
    }

    [Fact]
    public void A_getter_may_make_another_body_in_the_middle()
    {
        string inner = "";
        string outer = Body.Of((ref w) =>
        {
            w.Id("outer", "Id");
            int d = w.BeginData();
            w.Member(",\"before\":\""u8, new string('b', 300));
            w.Member(",\"in_the_middle\":\""u8, MakeAnother());
            w.Member(",\"after\":\""u8, new string('a', 300));
            w.EndData(d);
        }).ToJson();

        Assert.Equal($$$"""{"id":"outer","data":{"before":"{{{new string('b', 300)}}}","in_the_middle":"made","after":"{{{new string('a', 300)}}}"}}""", outer);
        Assert.Equal($$"""{"id":"inner","name":"{{new string('i', 500)}}"}""", inner);

        string MakeAnother()
        {
            inner = Body.Of((ref w) =>
            {
                w.Id("inner", "Id");
                w.Member(",\"name\":\""u8, new string('i', 500));
            }).ToJson();
            return "made";
        }
    }

    [Fact]
    public void Many_threads_at_once_make_each_its_own_body()
    {
        int hint = 0;
        var wrong = new ConcurrentBag<string>();
        Parallel.For(0, 20_000, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
        {
            string name = new((char)('a' + (i % 26)), i % 1_500);
            string json = Body.Request(
                (ref w) =>
                {
                    w.Id(i + 1L, false, "Id");
                    w.Member(",\"name\":\""u8, name);
                },
                ref hint).ToJson();
            if (json != $$"""{"id":"{{i + 1}}","name":"{{name}}"}""")
                wrong.Add(json);
        });

        Assert.Empty(wrong);
    }

    private static IdentifyRequest Full(string id, string? email, string? token, string? firstName, bool? vip, int? zone) => Body.Of((ref w) =>
    {
        w.Id(id, "Id");
        w.Email(email, "Email");
        int c = w.BeginChannels();
        w.Channel(",{\"type\":\"push\",\"platform\":\"android\",\"address\":\""u8, token, "Token");
        w.EndChannels(c);
        int d = w.BeginData();
        w.Member(",\"first_name\":\""u8, firstName);
        if (vip is { } isVip)
            w.Raw(isVip ? ",\"vip\":true"u8 : ",\"vip\":false"u8);
        w.Timezone(zone, "Zone");
        w.EndData(d);
    });
}
