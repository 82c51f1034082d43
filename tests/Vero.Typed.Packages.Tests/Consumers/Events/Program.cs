using Vero.Typed;
using Vero.Typed.Sandbox;

await using VeroSandbox sandbox = await VeroSandbox.StartAsync();
using VeroClient vero = new(new VeroClientOptions { AuthToken = sandbox.AuthToken, BaseAddress = sandbox.BaseAddress });

OrderPlaced order = new(1042, "A-17", 19.90m, new DateTimeOffset(2026, 3, 1, 9, 30, 0, TimeSpan.Zero));
await vero.TrackAsync(order);
await vero.TrackAsync(order, new VeroIdentity("guest-7", "zoe@example.com"));

foreach (SandboxEvent received in (SandboxEvent[])[.. sandbox.EventsOf("1042"), .. sandbox.EventsOf("guest-7")])
{
    Console.WriteLine($"{received.UserId} {received.Email}: {received.Name} from {received.Source} at {received.CreatedAt}");
    foreach (var (key, value) in received.Data.OrderBy(static entry => entry.Key, StringComparer.Ordinal))
        Console.WriteLine($"  {key}: {value}");
}

Console.WriteLine($"{sandbox.Violations.Count} violations");

[VeroEvent(Source = "web shop")]
internal sealed partial record OrderPlaced([VeroId] int CustomerId, [VeroTrait] string Number, [VeroTrait] decimal Total, [VeroCreatedAt] DateTimeOffset At)
{
#if PLANTED
    [VeroTrait("time_zone")]
#else
    [VeroTrait("timezone")]
#endif
    public int Zone { get; init; } = 10;
}
