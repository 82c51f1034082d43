using System.Buffers;

namespace Vero.Typed.Client.Tests;

public sealed class IdentifyUserTests
{
    [Fact]
    public async Task A_user_is_sent_as_it_is_when_the_call_begins()
    {
        await using var server = new LoopbackServer();
        using var client = new VeroClient(Clients.NewOptions(server.BaseAddress));
        var user = new User { Id = "1" };

        Task call = client.IdentifyAsync(user, TestContext.Current.CancellationToken);
        user.Id = "2";
        await call;

        Assert.Contains("\"id\":\"1\"", server.Single.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_user_that_cannot_be_sent_fails_the_task_before_anything_is_sent()
    {
        await using var server = new LoopbackServer();
        using var client = new VeroClient(Clients.NewOptions(server.BaseAddress));

        Task call = client.IdentifyAsync(new User { Id = " " }, TestContext.Current.CancellationToken);

        Assert.True(call.IsFaulted);
        var exception = await Assert.ThrowsAsync<VeroSerializationException>(() => call);
        Assert.Equal("Id", exception.MemberName);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task What_a_property_of_the_user_throws_comes_with_the_task()
    {
        using var client = new VeroClient(new VeroClientOptions { AuthToken = "t" });
        var thrown = new InvalidOperationException("not loaded");

        Task call = client.IdentifyAsync(new User { Thrown = thrown }, TestContext.Current.CancellationToken);

        Assert.Same(thrown, await Assert.ThrowsAsync<InvalidOperationException>(() => call));
    }

    [Fact]
    public async Task A_user_or_event_whose_own_code_makes_no_request_fails_the_task()
    {
        using var client = new VeroClient(new VeroClientOptions { AuthToken = "t" });
        var without = new WithoutRequest();
        foreach (Task call in (Task[])[
            client.IdentifyAsync(without, TestContext.Current.CancellationToken),
            client.TrackAsync(without, TestContext.Current.CancellationToken),
            client.TrackAsync(without, new VeroIdentity("7"), TestContext.Current.CancellationToken)])
        {
            Assert.Equal(typeof(WithoutRequest).ToString(), (await Assert.ThrowsAsync<VeroSerializationException>(() => call)).TypeName);
        }
    }

    [Fact]
    public async Task A_user_is_not_even_read_for_a_call_that_is_cancelled()
    {
        using var client = new VeroClient(new VeroClientOptions { AuthToken = "t" });
        using var source = new CancellationTokenSource();
        await source.CancelAsync();

        Task call = client.IdentifyAsync(new User { Thrown = new InvalidOperationException() }, source.Token);

        Assert.Equal(source.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call)).CancellationToken);
    }

    [Fact]
    public void A_missing_client_or_user_is_thrown_at_once()
    {
        using var client = new VeroClient(new VeroClientOptions { AuthToken = "t" });

        Assert.Throws<ArgumentNullException>("client", () => { _ = VeroClientExtensions.IdentifyAsync(null!, new User(), TestContext.Current.CancellationToken); });
        Assert.Throws<ArgumentNullException>("user", () => { _ = client.IdentifyAsync((IVeroUser)null!, TestContext.Current.CancellationToken); });
    }

    private sealed class User : IVeroUser
    {
        public string Id { get; set; } = "1";

        public Exception? Thrown { get; init; }

        public IdentifyRequest ToIdentifyRequest() => Thrown is null ? Clients.NewRequest(Id) : throw Thrown;

        public void WriteIdentifyRequest(IBufferWriter<byte> writer) => throw new NotSupportedException("The client has no use for it.");

        public VeroIdentity ToVeroIdentity() => new(Id);
    }

    private sealed class WithoutRequest : IVeroUser, IVeroUserEvent
    {
        public IdentifyRequest ToIdentifyRequest() => null!;

        public void WriteIdentifyRequest(IBufferWriter<byte> writer) => throw new NotSupportedException();

        public VeroIdentity ToVeroIdentity() => throw new NotSupportedException();

        public TrackRequest ToTrackRequest() => null!;

        public void WriteTrackRequest(IBufferWriter<byte> writer) => throw new NotSupportedException();

        public TrackRequest ToTrackRequest(VeroIdentity user) => null!;

        public void WriteTrackRequest(IBufferWriter<byte> writer, VeroIdentity user) => throw new NotSupportedException();
    }
}
