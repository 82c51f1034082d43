using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Vero.Typed.Quartz.Tests.Crash;

/// <summary>Vero as worker processes see it: a server on loopback that fails now and then and keeps what it accepted, per user and in order.</summary>
internal sealed class StandInForVero : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly ConcurrentDictionary<string, User> _users = new();
    private readonly Random _random = new(1);
    private int _calls;

    private StandInForVero(WebApplication server) => _server = server;

    public double FailureRate { get; set; }

    public int Status { get; set; } = 200;

    public TimeSpan Latency { get; set; } = TimeSpan.FromMilliseconds(5);

    public int Calls => Volatile.Read(ref _calls);

    public int MostInFlightPerUser { get; private set; }

    public string Url => _server.Urls.First().TrimEnd('/') + "/api/v2/";

    /// <summary>The numbers that were accepted of a user, in order, duplicates included.</summary>
    public IReadOnlyList<(string Path, int Number)> AcceptedOf(string user) => _users.TryGetValue(user, out User? found) ? found.Accepted : [];

    public IEnumerable<string> Users => _users.Keys;

    public static async Task<StandInForVero> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, 0, static listen => listen.Protocols = HttpProtocols.Http1));
        WebApplication server = builder.Build();
        var standIn = new StandInForVero(server);
        server.Run(standIn.RespondAsync);
        await server.StartAsync();
        return standIn;
    }

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    private async Task RespondAsync(HttpContext context)
    {
        Interlocked.Increment(ref _calls);
        using JsonDocument body = await JsonDocument.ParseAsync(context.Request.Body);
        string id = body.RootElement.GetProperty("id").GetString()!;
        User user = _users.GetOrAdd(id, static _ => new User());
        lock (_users)
            MostInFlightPerUser = Math.Max(MostInFlightPerUser, ++user.InFlight);
        try
        {
            await Task.Delay(Latency);
            bool fails;
            lock (_random)
                fails = _random.NextDouble() < FailureRate;
            int status = fails ? 503 : Status;
            if (status == 200)
            {
                lock (_users)
                    user.Accepted.Add((context.Request.Path, NumberOf(body.RootElement)));
            }

            context.Response.StatusCode = status;
            await context.Response.WriteAsJsonAsync(new { status, message = status == 200 ? "Success." : "Failed." });
        }
        finally
        {
            lock (_users)
                user.InFlight--;
        }
    }

    private static int NumberOf(JsonElement body) => body.TryGetProperty("data", out JsonElement data)
        ? data.GetProperty("tx").GetInt32()
        : int.Parse(body.GetProperty("add")[0].GetString()!, System.Globalization.CultureInfo.InvariantCulture);

    private sealed class User
    {
        public int InFlight { get; set; }

        public List<(string Path, int Number)> Accepted { get; } = [];
    }
}
