using static Vero.Typed.Client.Tests.LoopbackServer;

namespace Vero.Typed.Client.Tests;

/// <summary>Every operation reaches its own endpoint, with its own method and body, whatever the client and the way to call it.</summary>
public sealed class OperationTests
{
    private static readonly VeroIdentity User = new("42");
    private static readonly VeroIdentity NewUser = new("43");

    private static readonly Dictionary<string, (Func<IVeroClient, CancellationToken, Task> Send, string Line, string Body)> Calls = new()
    {
        ["identify"] = (static (vero, cancel) => vero.IdentifyAsync(Clients.Request, cancel), "POST users/track", Clients.Request.ToJson()),
        ["alias of ids"] = (static (vero, cancel) => vero.AliasAsync(User, NewUser, cancel), "PUT users/reidentify", """{"id":"42","new_id":"43"}"""),
        ["alias"] = (static (vero, cancel) => vero.AliasAsync(new AliasRequest(User, NewUser), cancel), "PUT users/reidentify", """{"id":"42","new_id":"43"}"""),
        ["unsubscribe of an id"] = (static (vero, cancel) => vero.UnsubscribeAsync(User, cancel), "POST users/unsubscribe", """{"id":"42"}"""),
        ["unsubscribe"] = (static (vero, cancel) => vero.UnsubscribeAsync(new UnsubscribeRequest(User), cancel), "POST users/unsubscribe", """{"id":"42"}"""),
        ["resubscribe of an id"] = (static (vero, cancel) => vero.ResubscribeAsync(User, cancel), "POST users/resubscribe", """{"id":"42"}"""),
        ["resubscribe"] = (static (vero, cancel) => vero.ResubscribeAsync(new ResubscribeRequest(User), cancel), "POST users/resubscribe", """{"id":"42"}"""),
        ["delete of an id"] = (static (vero, cancel) => vero.DeleteUserAsync(User, cancel), "POST users/delete", """{"id":"42"}"""),
        ["delete"] = (static (vero, cancel) => vero.DeleteUserAsync(new DeleteUserRequest(User), cancel), "POST users/delete", """{"id":"42"}"""),
        ["tags of an id"] = (static (vero, cancel) => vero.EditTagsAsync(User, ["a"], ["b"], cancel), "PUT users/tags/edit", """{"id":"42","add":["a"],"remove":["b"]}"""),
        ["tags"] = (static (vero, cancel) => vero.EditTagsAsync(new EditTagsRequest(User, ["a"], ["b"]), cancel), "PUT users/tags/edit", """{"id":"42","add":["a"],"remove":["b"]}"""),
        ["added tags"] = (static (vero, cancel) => vero.AddTagsAsync(User, ["a", "b"], cancel), "PUT users/tags/edit", """{"id":"42","add":["a","b"]}"""),
        ["removed tags"] = (static (vero, cancel) => vero.RemoveTagsAsync(User, ["b"], cancel), "PUT users/tags/edit", """{"id":"42","remove":["b"]}"""),
    };

    private static readonly Annotated Object = new();

    private static readonly Dictionary<string, (Func<IVeroClient, CancellationToken, Task> Send, string Body)> CallsOfObjects = new()
    {
        ["identify"] = (static (vero, cancel) => vero.IdentifyAsync(Object, cancel), Clients.Request.ToJson()),
        ["alias"] = (static (vero, cancel) => vero.AliasAsync(User, Object, cancel), """{"id":"42","new_id":"vendor-7"}"""),
        ["unsubscribe"] = (static (vero, cancel) => vero.UnsubscribeAsync(Object, cancel), """{"id":"vendor-7"}"""),
        ["resubscribe"] = (static (vero, cancel) => vero.ResubscribeAsync(Object, cancel), """{"id":"vendor-7"}"""),
        ["delete"] = (static (vero, cancel) => vero.DeleteUserAsync(Object, cancel), """{"id":"vendor-7"}"""),
        ["tags"] = (static (vero, cancel) => vero.EditTagsAsync(Object, ["a"], ["b"], cancel), """{"id":"vendor-7","add":["a"],"remove":["b"]}"""),
        ["added tags"] = (static (vero, cancel) => vero.AddTagsAsync(Object, ["a"], cancel), """{"id":"vendor-7","add":["a"]}"""),
        ["removed tags"] = (static (vero, cancel) => vero.RemoveTagsAsync(Object, ["b"], cancel), """{"id":"vendor-7","remove":["b"]}"""),
    };

    public static TheoryData<string> AllCallsOfObjects => new(CallsOfObjects.Keys);

    [Theory]
    [MemberData(nameof(AllCallsOfObjects))]
    public async Task An_annotated_object_is_sent_with_the_id_that_its_type_gives_it(string call)
    {
        await using var server = new LoopbackServer();
        using OwnedClient client = Clients.Create(ClientKind.Own, server.BaseAddress);

        await CallsOfObjects[call].Send(client.Client, Cancel);

        Assert.Equal(CallsOfObjects[call].Body, server.Single.Text);
    }

    public static MatrixTheoryData<string, ClientKind> Cases => new(Calls.Keys, Enum.GetValues<ClientKind>());

    public static TheoryData<string> AllCalls => new(Calls.Keys);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task An_operation_has_its_own_method_path_and_body(string call, ClientKind kind)
    {
        (Func<IVeroClient, CancellationToken, Task> send, string line, string body) = Calls[call];
        await using var server = new LoopbackServer();
        using OwnedClient client = Clients.Create(kind, server.BaseAddress);

        await send(client.Client, Cancel);

        Assert.Equal($"{line.Replace(" ", " /api/v2/", StringComparison.Ordinal)}?auth_token={Clients.EncodedToken} HTTP/1.1", server.Single.Line);
        Assert.Equal(body, server.Single.Text);
    }

    [Theory]
    [MemberData(nameof(AllCalls))]
    public async Task An_operation_is_retried(string call)
    {
        await using var server = new LoopbackServer { Respond = InTurn(Answer(503, ""), Answer(200, Accepted)) };
        using OwnedClient client = Clients.Create(ClientKind.Own, server.BaseAddress, new JumpingTime(), maxRetries: 1);

        await Calls[call].Send(client.Client, Cancel);

        Assert.Equal(2, server.Requests.Count);
        Assert.Single(server.Requests.Select(static request => (request.Line, request.Text)).Distinct());
    }

    [Fact]
    public void Every_operation_has_a_row_in_the_order_of_the_enum() =>
        Assert.Equal(Enum.GetValues<VeroOperation>(), OperationTable.All.Select(static operation => operation.Operation));

    [Theory]
    [MemberData(nameof(AllCalls))]
    public async Task A_canceled_call_is_canceled_and_sends_nothing(string call)
    {
        await using var server = new LoopbackServer();
        using OwnedClient client = Clients.Create(ClientKind.Own, server.BaseAddress);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Calls[call].Send(client.Client, new CancellationToken(canceled: true)));

        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task An_id_that_Vero_would_reject_fails_the_task_and_sends_nothing()
    {
        await using var server = new LoopbackServer();
        using OwnedClient client = Clients.Create(ClientKind.Own, server.BaseAddress);
        Task[] calls =
        [
            client.Client.AliasAsync(User, default(VeroIdentity), Cancel),
            client.Client.UnsubscribeAsync(default(VeroIdentity), Cancel),
            client.Client.ResubscribeAsync(new VeroIdentity(" "), Cancel),
            client.Client.DeleteUserAsync(new VeroIdentity(new string('x', 255)), Cancel),
            client.Client.AddTagsAsync(new VeroIdentity(""), ["a"], Cancel),
        ];

        foreach (Task call in calls)
            await Assert.ThrowsAsync<VeroSerializationException>(() => call);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public void A_missing_argument_throws_at_once()
    {
        IVeroClient client = new Bulk.ScriptedClient(Bulk.ScriptedClient.Accept);

        Assert.Throws<ArgumentNullException>("client", () => { _ = VeroClientExtensions.UnsubscribeAsync(null!, User, Cancel); });
        Assert.Throws<ArgumentNullException>("client", () => { _ = VeroClientExtensions.UnsubscribeAsync(null!, new UnsubscribeRequest(User), Cancel); });
        Assert.Throws<ArgumentNullException>("request", () => { _ = client.UnsubscribeAsync((UnsubscribeRequest)null!, Cancel); });
        Assert.Throws<ArgumentNullException>("user", () => { _ = client.UnsubscribeAsync((IVeroUser)null!, Cancel); });
        Assert.Throws<ArgumentNullException>("user", () => { _ = client.AddTagsAsync((IVeroUser)null!, ["a"], Cancel); });
        Assert.Throws<ArgumentNullException>("newUser", () => { _ = client.AliasAsync(User, (IVeroUser)null!, Cancel); });
        Assert.Throws<ArgumentNullException>("tags", () => { _ = client.AddTagsAsync(User, null!, Cancel); });
        Assert.Throws<ArgumentNullException>("tags", () => { _ = client.RemoveTagsAsync(User, null!, Cancel); });
    }

    [Theory]
    [InlineData(VeroOperation.Identify, "It can be sent again: the identify operation has the same effect once or twice.")]
    [InlineData(VeroOperation.EditTags, "It can be sent again: the edit_tags operation has the same effect once or twice.")]
    [InlineData(VeroOperation.Track, "Sent again within 120 seconds it counts once; sent again later it may count twice.")]
    public void Whether_a_request_can_be_sent_again_is_a_fact_of_its_operation(VeroOperation operation, string advice)
    {
        ClientSettings settings = Clients.NewSettings(new Uri("https://vero.invalid")).Current;

        Assert.EndsWith($"Vero may have received the request. {advice}", ErrorMessages.Timeout(settings, OperationTable.Of(operation)), StringComparison.Ordinal);
    }

    private sealed class Annotated : IVeroUser
    {
        public IdentifyRequest ToIdentifyRequest() => Clients.Request;

        public VeroIdentity ToVeroIdentity() => new("vendor-7");

        public void WriteIdentifyRequest(System.Buffers.IBufferWriter<byte> writer) => throw new NotSupportedException("The client has no use for it.");
    }
}
