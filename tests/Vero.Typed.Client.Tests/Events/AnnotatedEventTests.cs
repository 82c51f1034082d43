using Vero.Typed.Client.Tests.Background;

namespace Vero.Typed.Client.Tests.Events;

/// <summary>Events of every shape that the generator makes code for, in every way to track them.</summary>
public sealed class AnnotatedEventTests
{
    private const string OfEvent = """{"id":"7"}""";
    private const string OfOther = """{"id":"v-8","email":"ann@example.test"}""";
    private const string Note = "é \"1\"";

    private static readonly VeroIdentity Other = new("v-8", "ann@example.test");

    private static readonly Dictionary<string, IReadOnlyList<Call>> Shapes = new()
    {
        ["Partial class"] = Partial(new PartialClass { UserId = 7, Note = Note }, static e => e.ToTrackRequest(), static (e, user) => e.ToTrackRequest(user)),
        ["Plain class"] = Plain(new PlainClass { UserId = 7, Note = Note }, static e => e.ToTrackRequest(), static (e, user) => e.ToTrackRequest(user)),
        ["Partial record"] = Partial(new PartialRecord(7, Note), static e => e.ToTrackRequest(), static (e, user) => e.ToTrackRequest(user)),
        ["Plain record"] = Plain(new PlainRecord(7, Note), static e => e.ToTrackRequest(), static (e, user) => e.ToTrackRequest(user)),
        ["Partial struct"] = Partial(new PartialStruct { UserId = 7, Note = Note }, static e => e.ToTrackRequest(), static (e, user) => e.ToTrackRequest(user)),
        ["Plain struct"] = Plain(new PlainStruct { UserId = 7, Note = Note }, static e => e.ToTrackRequest(), static (e, user) => e.ToTrackRequest(user)),
        ["Partial record struct"] = Partial(new PartialRecordStruct(7, Note), static e => e.ToTrackRequest(), static (e, user) => e.ToTrackRequest(user)),
        ["Plain record struct"] = Plain(new PlainRecordStruct(7, Note), static e => e.ToTrackRequest(), static (e, user) => e.ToTrackRequest(user)),
        ["Partial generic"] = Partial(new PartialGeneric<Guid>(7, Note, default), static e => e.ToTrackRequest(), static (e, user) => e.ToTrackRequest(user)),
        ["Plain generic"] = Plain(new PlainGeneric<Guid>(7, Note, default), static e => e.ToTrackRequest(), static (e, user) => e.ToTrackRequest(user)),
        ["Partial nested"] = Partial(new PartialOuter<int>.Inner(7, Note), static e => e.ToTrackRequest(), static (e, user) => e.ToTrackRequest(user)),
        ["Plain nested"] = Plain(new PlainOuter<int>.Inner(7, Note), static e => e.ToTrackRequest(), static (e, user) => e.ToTrackRequest(user)),
        ["Partial derived"] = Partial(new PartialDerived(7, Note), static e => e.ToTrackRequest(), static (e, user) => e.ToTrackRequest(user)),
        ["Plain derived"] = Plain(new PlainDerived(7, Note), static e => e.ToTrackRequest(), static (e, user) => e.ToTrackRequest(user)),
        ["Partial of nobody"] = OfOthers(new PartialOfNobody(Note), static (e, user) => e.ToTrackRequest(user))
            .Append(new(static (vero, cancel) => vero.TrackAsync(new PartialOfNobody(Note), Other, cancel), IsOfOther: true)).ToArray(),
        ["Plain of nobody"] = OfOthers(new PlainOfNobody(Note), static (e, user) => e.ToTrackRequest(user)),
        ["Mapped event"] = Plain(new Mapped(7, Note), static e => e.ToTrackRequest(), static (e, user) => e.ToTrackRequest(user)),
    };

    public static TheoryData<string> AllShapes => new(Shapes.Keys);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(AllShapes))]
    public async Task An_event_of_any_shape_is_tracked_in_every_way(string shape)
    {
        await using var server = new LoopbackServer();
        using OwnedClient client = Clients.Create(ClientKind.Own, server.BaseAddress);

        foreach (Call call in Shapes[shape])
            await call.Send(client.Client, Cancel);

        Assert.Equal(
            Shapes[shape].Select(call => $$$"""{"identity":{{{(call.IsOfOther ? OfOther : OfEvent)}}},"event_name":"{{{shape}}}","data":{"note":"é \"1\""}}"""),
            server.Requests.Select(static request => request.Text));
        Assert.All(server.Requests, static request => Assert.StartsWith("POST /api/v2/events/track?", request.Line, StringComparison.Ordinal));
    }

    private static Call[] Partial<TEvent>(TEvent tracked, Func<TEvent, TrackRequest> own, Func<TEvent, VeroIdentity, TrackRequest> of)
        where TEvent : IVeroUserEvent =>
    [
        .. Plain(tracked, own, of),
        new((vero, cancel) => vero.TrackAsync(tracked, cancel), IsOfOther: false),
        new((vero, cancel) => vero.TrackAsync(tracked, Other, cancel), IsOfOther: true),
        new((vero, cancel) => vero.TrackAsync(tracked.ToTrackRequest(), cancel), IsOfOther: false),
        new((vero, cancel) => vero.TrackAsync(tracked.ToTrackRequest(Other), cancel), IsOfOther: true),
        new(async (vero, cancel) =>
        {
            await using QueueHost host = await QueueHost.StartAsync(vero);
            await host.Queue.EnqueueAsync(tracked, cancel);
            await host.ShutDownAsync();
        }, IsOfOther: false),
    ];

    private static Call[] Plain<TEvent>(TEvent tracked, Func<TEvent, TrackRequest> own, Func<TEvent, VeroIdentity, TrackRequest> of) =>
    [
        new((vero, cancel) => vero.TrackAsync(own(tracked), cancel), IsOfOther: false),
        new((vero, cancel) => vero.TrackAllAsync([tracked], own, cancellationToken: cancel), IsOfOther: false),
        .. OfOthers(tracked, of),
    ];

    private static Call[] OfOthers<TEvent>(TEvent tracked, Func<TEvent, VeroIdentity, TrackRequest> of) =>
        [new((vero, cancel) => vero.TrackAsync(of(tracked, Other), cancel), IsOfOther: true)];

    private sealed record Call(Func<IVeroClient, CancellationToken, Task> Send, bool IsOfOther);
}
