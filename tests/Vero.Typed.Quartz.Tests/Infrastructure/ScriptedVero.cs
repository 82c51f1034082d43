using System.Collections.Concurrent;
using System.Net;

namespace Vero.Typed.Quartz.Tests;

/// <summary>A client that records what it is asked to send and answers as a test says. Also watches that no user has two requests in flight.</summary>
internal sealed class ScriptedVero : IVeroClient
{
    private readonly ConcurrentDictionary<string, int> _inFlight = new();
    private readonly ConcurrentQueue<VeroRequest> _requests = new();

    /// <summary>What happens to a request; null accepts it.</summary>
    public Func<VeroRequest, Exception?>? Respond { get; set; }

    public TimeSpan Latency { get; set; }

    /// <summary>Holds every request until it is set.</summary>
    public TaskCompletionSource? Gate { get; set; }

    public int MostInFlightPerUser { get; private set; }

    public int Calls { get; private set; }

    /// <summary>What was accepted, in order: operation, user and, of an identify, its data.</summary>
    public string[] Accepted => [.. _requests.Select(Describe)];

    public async Task SendAsync(VeroRequest request, CancellationToken cancellationToken = default)
    {
        int inFlight = _inFlight.AddOrUpdate(request.UserId, 1, static (_, count) => count + 1);
        lock (_inFlight)
        {
            Calls++;
            MostInFlightPerUser = Math.Max(MostInFlightPerUser, inFlight);
        }

        try
        {
            if (Gate is { } gate)
                await gate.Task.WaitAsync(cancellationToken);
            if (Latency > TimeSpan.Zero)
                await Task.Delay(Latency, cancellationToken);
            if (Respond?.Invoke(request) is { } exception)
                throw exception;
            _requests.Enqueue(request);
        }
        finally
        {
            _inFlight.AddOrUpdate(request.UserId, 0, static (_, count) => count - 1);
        }
    }

    public static VeroApiException Status(int status) => new((HttpStatusCode)status);

    private static string Describe(VeroRequest request)
    {
        using var body = System.Text.Json.JsonDocument.Parse(request.Utf8Json);
        string detail = request switch
        {
            IdentifyRequest => body.RootElement.TryGetProperty("data", out var data) ? " " + data.GetRawText() : "",
            TrackRequest track => " " + track.EventName,
            AliasRequest alias => " > " + alias.NewUserId,
            _ => "",
        };
        return $"{request.ToString().Split(' ')[0]} {request.UserId}{detail}";
    }
}
