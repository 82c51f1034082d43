using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Vero.Typed.Client.Tests.Bulk;

namespace Vero.Typed.Client.Tests.Background;

/// <summary>In place of the connection: fails as planned, and after that does not respond any more.</summary>
internal sealed class UnreliableVero(int requests, int silentFrom, int silentCount) : HttpMessageHandler
{
    private readonly TaskCompletionSource _silent = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _silentAttempts;

    public PlannedFaults Plan { get; } = new(requests);

    /// <summary>Completes when as many requests as can be in flight get no response.</summary>
    public Task Silent => _silent.Task;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = IdentifyRequest.Parse(await request.Content!.ReadAsByteArrayAsync(cancellationToken));
        PlannedFault fault = PlannedFault.Silence;
        if (Numbered.NumberOf(body) < silentFrom)
            fault = Plan.Receive(body);
        else if (Interlocked.Increment(ref _silentAttempts) == silentCount)
            _silent.SetResult();
        switch (fault)
        {
            case PlannedFault.None:
                return Answer(HttpStatusCode.OK, LoopbackServer.Accepted);
            case PlannedFault.Silence:
                await new TaskCompletionSource().Task.WaitAsync(cancellationToken);
                throw new InvalidOperationException("Only cancelling ends the silence.");
            case PlannedFault.OutOfOrder:
                return Answer(HttpStatusCode.ServiceUnavailable, "");
            case PlannedFault.TooMany:
                HttpResponseMessage busy = Answer(HttpStatusCode.TooManyRequests, "{}");
                busy.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromSeconds(1));
                return busy;
            case PlannedFault.BadRequest:
                return Answer(HttpStatusCode.BadRequest, """{"status":400,"message":"no"}""");
            case PlannedFault.LoginPage:
                return Answer(HttpStatusCode.OK, "<html>", "text/html");
            default:
                throw new HttpRequestException(HttpRequestError.ResponseEnded, "reset", new SocketException((int)SocketError.ConnectionReset));
        }
    }

    private static HttpResponseMessage Answer(HttpStatusCode status, string body, string type = "application/json") =>
        new(status) { Content = new StringContent(body, Encoding.UTF8, type) };
}
