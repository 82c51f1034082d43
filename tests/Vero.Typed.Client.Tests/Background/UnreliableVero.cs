using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Vero.Typed.Client.Tests.Bulk;

namespace Vero.Typed.Client.Tests.Background;

/// <summary>
/// In place of the connection: of a hundred attempts thirty end in a fault. Which ones depends on the number of the request and of the attempt, so
/// that what must come of each request is known.
/// </summary>
internal sealed class UnreliableVero(int requests, int silentFrom, int silentCount) : HttpMessageHandler
{
    private readonly byte[] _attempts = new byte[requests];
    private readonly bool[] _accepted = new bool[requests];
    private readonly Dictionary<string, int> _latest = [];
    private readonly TaskCompletionSource _silent = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _silentAttempts;

    public int Faults { get; private set; }

    public int Attempts { get; private set; }

    /// <summary>How often a request came after a later one of its customer.</summary>
    public int Overtaken { get; private set; }

    public int Accepted => _accepted.Count(static accepted => accepted);

    /// <summary>Ends when as many requests as can be under way get no answer.</summary>
    public Task Silent => _silent.Task;

    /// <summary>What must come of a request, with two retries.</summary>
    public static DeliveryStatus Expected(int number)
    {
        for (int attempt = 0; attempt < 3; attempt++)
        {
            switch (FaultOf(number, attempt))
            {
                case Fault.None:
                    return DeliveryStatus.Delivered;
                case Fault.BadRequest:
                    return DeliveryStatus.Rejected;
                case Fault.LoginPage:
                    return DeliveryStatus.Failed;
            }
        }

        return DeliveryStatus.Failed;
    }

    public bool HasAccepted(int number) => _accepted[number];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = IdentifyRequest.Parse(await request.Content!.ReadAsByteArrayAsync(cancellationToken));
        int number = Numbered.NumberOf(body);
        Fault fault;
        lock (_latest)
        {
            string id = body.UserId;
            if (_latest.TryGetValue(id, out int latest) && latest > number)
                Overtaken++;
            _latest[id] = number;
            if (number >= silentFrom)
            {
                if (++_silentAttempts == silentCount)
                    _silent.SetResult();
                fault = Fault.Silence;
            }
            else
            {
                fault = FaultOf(number, _attempts[number]++);
                Attempts++;
                Faults += fault is Fault.None ? 0 : 1;
                _accepted[number] |= fault is Fault.None;
            }
        }

        switch (fault)
        {
            case Fault.None:
                return Answer(HttpStatusCode.OK, LoopbackServer.Accepted);
            case Fault.Silence:
                await new TaskCompletionSource().Task.WaitAsync(cancellationToken);
                throw new InvalidOperationException("Only cancelling ends the silence.");
            case Fault.OutOfOrder:
                return Answer(HttpStatusCode.ServiceUnavailable, "");
            case Fault.TooMany:
                HttpResponseMessage busy = Answer(HttpStatusCode.TooManyRequests, "{}");
                busy.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromSeconds(1));
                return busy;
            case Fault.BadRequest:
                return Answer(HttpStatusCode.BadRequest, """{"status":400,"message":"no"}""");
            case Fault.LoginPage:
                return Answer(HttpStatusCode.OK, "<html>", "text/html");
            default:
                throw new HttpRequestException(HttpRequestError.ResponseEnded, "reset", new SocketException((int)SocketError.ConnectionReset));
        }
    }

    private static HttpResponseMessage Answer(HttpStatusCode status, string body, string type = "application/json") =>
        new(status) { Content = new StringContent(body, Encoding.UTF8, type) };

    private static Fault FaultOf(int number, int attempt)
    {
        // The finalizer of MurmurHash3: numbers that follow each other do not fail together.
        uint mixed = unchecked((uint)((number * 3) + attempt));
        mixed = unchecked((mixed ^ (mixed >> 16)) * 0x85EBCA6Bu);
        mixed = unchecked((mixed ^ (mixed >> 13)) * 0xC2B2AE35u);
        return ((mixed ^ (mixed >> 16)) % 100) switch
        {
            < 8 => Fault.OutOfOrder,
            < 16 => Fault.Reset,
            < 20 => Fault.TooMany,
            < 26 => Fault.BadRequest,
            < 30 => Fault.LoginPage,
            _ => Fault.None,
        };
    }

    private enum Fault
    {
        None,
        OutOfOrder,
        Reset,
        TooMany,
        BadRequest,
        LoginPage,
        Silence,
    }
}
