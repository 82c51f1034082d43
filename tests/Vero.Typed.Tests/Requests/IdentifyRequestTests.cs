using System.Text;
using CsCheck;

namespace Vero.Typed.Tests.Requests;

public class IdentifyRequestTests
{
    [Fact]
    public void Id_and_email_are_decoded()
    {
        IdentifyRequest request = Of("a\"\\é中😀/", "o'brien+é😀\"@example.com");
        Assert.Equal("a\"\\é中😀/", request.UserId);
        Assert.Equal("o'brien+é😀\"@example.com", request.Email);
    }

    [Fact]
    public void Every_id_and_email_come_back()
    {
        Gen.Select(Inputs.Id, Inputs.Id).Sample(
            (id, email) =>
            {
                email = string.Concat(email.EnumerateRunes().Where(rune => rune.Value != '@' && !Rune.IsWhiteSpace(rune)).Take(60)) + "a@b";
                IdentifyRequest request = Of(id, email);
                Assert.Equal(id, request.UserId);
                Assert.Equal(email, request.Email);
            },
            iter: 3_000);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Without_an_email_there_is_none(string? email)
    {
        Assert.Null(Of("7", email).Email);
    }

    [Fact]
    public void Keys_called_id_and_email_in_data_and_in_text_are_not_taken_for_them()
    {
        IdentifyRequest request = Body.Of((ref w) =>
        {
            w.Id("\"id\":\"fake\",\"email\":\"fake\"", "Id");
            int c = w.BeginChannels();
            w.Channel(new VeroChannel("email", "id", "\"email\":\"fake\""), "Channel");
            w.EndChannels(c);
            int d = w.BeginData();
            w.Member(",\"id\":\""u8, "inner");
            w.Member(",\"email\":\""u8, "inner@example.com");
            w.EndData(d);
        });
        Assert.Equal("\"id\":\"fake\",\"email\":\"fake\"", request.UserId);
        Assert.Null(request.Email);
    }

    [Fact]
    public void The_email_is_found_wherever_it_stands()
    {
        IdentifyRequest request = Body.Of((ref w) =>
        {
            w.Raw("{\"first\":[{\"email\":\"x\"}],\"n\":1,\"b\":true,\"o\":{\"id\":\"x\"}"u8);
            w.Email("ada@example.com", "Email");
            w.Raw(",\"id\":\"7\""u8);
        });
        Assert.Equal("7", request.UserId);
        Assert.Equal("ada@example.com", request.Email);
    }

    [Fact]
    public void Bytes_and_text_are_the_same_body()
    {
        IdentifyRequest request = Of("é😀", "a@b");
        Assert.Equal("""{"id":"é😀","email":"a@b"}""", request.ToJson());
        Assert.Equal(Encoding.UTF8.GetBytes(request.ToJson()), request.Utf8Json.ToArray());
    }

    [Fact]
    public void Requests_are_equal_when_their_bytes_are()
    {
        IdentifyRequest request = Of("7", "a@b");
        IdentifyRequest same = Of("7", "a@b");
        Assert.NotSame(request, same);
        Assert.True(request.Equals(same));
        Assert.True(request.Equals((object)same));
        Assert.Equal(request.GetHashCode(), same.GetHashCode());
        Assert.Single(new HashSet<IdentifyRequest> { request, same });

        Assert.False(request.Equals(Of("8", "a@b")));
        Assert.False(request.Equals(Of("7", "a@bc")));
        Assert.False(request.Equals(Of("7", null)));
        Assert.False(request.Equals(null));
        Assert.False(request.Equals((object?)null));
        Assert.False(request.Equals((object)"7"));
        Assert.NotEqual(request.GetHashCode(), Of("8", "a@b").GetHashCode());
    }

    [Fact]
    public void The_text_for_logs_holds_the_size_and_no_data()
    {
        Assert.Equal("identify (36 bytes)", Of("c4n4ry", "c4n4ry@b.c").ToString());
    }

    [Fact]
    public void Later_bodies_do_not_change_an_earlier_one()
    {
        IdentifyRequest[] requests = [.. Enumerable.Range(0, 200).Select(i => Of($"id{i}", $"a{i}@b"))];
        for (int i = 0; i < requests.Length; i++)
            Assert.Equal($$"""{"id":"id{{i}}","email":"a{{i}}@b"}""", requests[i].ToJson());
    }

    private static IdentifyRequest Of(string id, string? email) => Body.Of((ref w) =>
    {
        w.Id(id, "Id");
        w.Email(email, "Email");
    });
}
