namespace Vero.Typed.Tests.Requests;

/// <summary>The requests that are made from an identity.</summary>
public class OperationRequestTests
{
    private const string Canary = "c4n4ry";

    private static readonly VeroIdentity User = new("a\"é😀", "ada@example.com");

    /// <summary>Each kind of request, made for a user, with the name of its type.</summary>
    private static readonly (string Type, Func<VeroIdentity, VeroRequest> Make)[] Kinds =
    [
        ("AliasRequest", user => new AliasRequest(user, new VeroIdentity("new"))),
        ("UnsubscribeRequest", user => new UnsubscribeRequest(user)),
        ("ResubscribeRequest", user => new ResubscribeRequest(user)),
        ("DeleteUserRequest", user => new DeleteUserRequest(user)),
        ("EditTagsRequest", user => new EditTagsRequest(user, ["vip"])),
    ];

    [Fact]
    public void The_bodies_are_those_that_Vero_documents()
    {
        Same("alias", VeroOperation.Alias, """{"id":"a\"é😀","new_id":"new"}""", new AliasRequest(User, new VeroIdentity("new", "is@not.sent")));
        Same("unsubscribe", VeroOperation.Unsubscribe, """{"id":"a\"é😀"}""", new UnsubscribeRequest(User));
        Same("resubscribe", VeroOperation.Resubscribe, """{"id":"a\"é😀"}""", new ResubscribeRequest(User));
        Same("delete_user", VeroOperation.DeleteUser, """{"id":"a\"é😀"}""", new DeleteUserRequest(User));
        Same("edit_tags", VeroOperation.EditTags, """{"id":"a\"é😀","add":["é","b"],"remove":["c d"]}""", new EditTagsRequest(User, ["é", "b"], ["c d"]));
        Assert.Equal("new", new AliasRequest(User, new VeroIdentity("new")).NewUserId);
    }

    [Fact]
    public void A_list_without_tags_is_left_out()
    {
        Assert.Equal("""{"id":"7","add":["a"]}""", new EditTagsRequest(new VeroIdentity("7"), ["a"]).ToJson());
        Assert.Equal("""{"id":"7","add":["a"]}""", new EditTagsRequest(new VeroIdentity("7"), ["a"], []).ToJson());
        Assert.Equal("""{"id":"7","remove":["a"]}""", new EditTagsRequest(new VeroIdentity("7"), remove: ["a"]).ToJson());
        Assert.Equal("""{"id":"7","remove":["a"]}""", new EditTagsRequest(new VeroIdentity("7"), [], ["a"]).ToJson());
    }

    [Theory]
    [InlineData(null, ValueProblems.IdentityDefault)]
    [InlineData("", ValueProblems.IdMissing)]
    [InlineData(" \t", ValueProblems.IdMissing)]
    [InlineData(" c4n4ry", ValueProblems.IdWhiteSpaceAtEnds)]
    [InlineData("c4n4ry\u200B", ValueProblems.IdInvisible)]
    [InlineData("c4n\u0000ry", ValueProblems.IdInvisible)]
    public void An_id_that_Vero_would_misread_is_refused(string? id, string problem)
    {
        foreach ((string type, Func<VeroIdentity, VeroRequest> make) in Kinds)
            Refused(type, "user", problem, () => make(id is null ? default : new VeroIdentity(id)));
        Refused("AliasRequest", "newUser", problem, () => new AliasRequest(new VeroIdentity("7"), id is null ? default : new VeroIdentity(id)));
    }

    [Fact]
    public void An_id_may_have_254_characters_and_must_be_valid_Unicode()
    {
        string longest = string.Concat(Enumerable.Repeat("😀", 254));
        foreach ((string type, Func<VeroIdentity, VeroRequest> make) in Kinds)
        {
            Assert.Equal(longest, make(new VeroIdentity(longest)).UserId);
            Refused(type, "user", ValueProblems.TooLong, () => make(new VeroIdentity(longest + "x")));
            Refused(type, "user", ValueProblems.IdLoneSurrogate, () => make(new VeroIdentity(Canary + "\uD83D")));
        }
    }

    // The identity was made by its type, which knows, or by hand from a raw id.
    [Fact]
    public void An_id_that_AllowDefault_can_write_is_an_id()
    {
        foreach ((string _, Func<VeroIdentity, VeroRequest> make) in Kinds)
            Assert.Equal("0", make(new VeroIdentity("0")).UserId);
    }

    [Fact]
    public void An_alias_of_an_id_to_itself_is_refused()
    {
        Refused("AliasRequest", "newUser", ValueProblems.AliasToItself, () => new AliasRequest(new VeroIdentity(Canary), new VeroIdentity(Canary, "a@b")));
        Assert.Equal("C4n4ry", new AliasRequest(new VeroIdentity(Canary), new VeroIdentity("C4n4ry")).NewUserId);
    }

    [Fact]
    public void Tags_that_cannot_be_are_refused()
    {
        foreach ((string?[] tags, string problem) in ((string?[], string)[])[
            ([null], ValueProblems.TagBlank),
            (["a", ""], ValueProblems.TagBlank),
            ([" \u00A0"], ValueProblems.TagBlank),
            ([" c4n4ry"], ValueProblems.TagWhiteSpaceAtEnds),
            (["c4n4ry\n"], ValueProblems.TagWhiteSpaceAtEnds),
            (["c4n4ry\uDE00"], ValueProblems.TagLoneSurrogate),
            (["c4n4ry", "b", "c4n4ry"], ValueProblems.TagTwice)])
        {
            Refused("EditTagsRequest", "add", problem, () => new EditTagsRequest(User, tags!));
            Refused("EditTagsRequest", "remove", problem, () => new EditTagsRequest(User, null, tags!));
        }

        Refused("EditTagsRequest", "remove", ValueProblems.TagTwice, () => new EditTagsRequest(User, [Canary], [Canary]));
        Refused("EditTagsRequest", "add", ValueProblems.NoTags, () => new EditTagsRequest(User));
        Refused("EditTagsRequest", "add", ValueProblems.NoTags, () => new EditTagsRequest(User, [], []));
    }

    [Fact]
    public void Sequences_that_never_end_or_throw_end_the_request_only()
    {
        VeroSerializationException exception = Assert.Throws<VeroSerializationException>(() => new EditTagsRequest(User, Enumerable.Range(0, int.MaxValue).Select(static i => $"tag {i}")));
        Assert.Equal("Vero.Typed.EditTagsRequest: " + ValueProblems.BodyTooLarge, exception.Message);
        Refused("EditTagsRequest", "add", ValueProblems.TagTwice, () => new EditTagsRequest(User, Enumerable.Repeat("a", int.MaxValue)));
        var own = new FormatException("of the sequence");
        Assert.Same(own, Assert.Throws<FormatException>(() => new EditTagsRequest(User, Enumerable.Range(0, 3).Select(i => i < 2 ? $"{i}" : throw own))));
        Assert.Equal("""{"id":"7","add":["a"]}""", new EditTagsRequest(new VeroIdentity("7"), ["a"]).ToJson());
    }

    [Fact]
    public void Equal_bytes_of_another_operation_are_another_request()
    {
        Assert.NotEqual<VeroRequest>(new UnsubscribeRequest(User), new ResubscribeRequest(User));
        Assert.Equal(new UnsubscribeRequest(User), new UnsubscribeRequest(User));
        Assert.NotEqual(new UnsubscribeRequest(User).GetHashCode(), new ResubscribeRequest(User).GetHashCode());
    }

    [Fact]
    public void An_identity_shows_no_value()
    {
        Assert.Equal("VeroIdentity", new VeroIdentity(Canary, Canary).ToString());
        Assert.Equal("VeroIdentity", default(VeroIdentity).ToString());
        Assert.Equal(new VeroIdentity("7", "a@b"), new VeroIdentity("7", "a@b"));
        Assert.NotEqual(new VeroIdentity("7", "a@b"), new VeroIdentity("7"));
    }

    private static void Same(string name, VeroOperation operation, string body, VeroRequest request)
    {
        Assert.Equal(body, request.ToJson());
        Assert.Equal((operation, User.Id), (request.Operation, request.UserId));
        Assert.Equal($"{name} ({request.Utf8Json.Length} bytes)", request.ToString());
    }

    private static void Refused(string type, string member, string problem, Func<VeroRequest> make)
    {
        VeroSerializationException exception = Assert.Throws<VeroSerializationException>(make);
        Assert.Equal($"Vero.Typed.{type}.{member}: {problem}", exception.Message);
        Assert.Equal(($"Vero.Typed.{type}", member), (exception.TypeName, exception.MemberName));
        Assert.DoesNotContain(Canary, exception.ToString(), StringComparison.OrdinalIgnoreCase);
    }
}
