using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;

namespace Vero.Typed;

/// <summary>Creates clients that share what does not depend on their options: connections, retries, instruments.</summary>
/// <param name="scope">The scope of all these clients. It has no current settings: only a request's own URL says whose it is.</param>
/// <param name="factory">Creates HttpClients.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">The log of the clients.</param>
/// <param name="queueLogger">The log of the queues.</param>
/// <param name="meters">The application's meters; null for those of the process.</param>
internal sealed class VeroClientFactory(
    CredentialScope scope, IHttpClientFactory factory, TimeProvider time, ILogger<VeroClient> logger, ILogger<VeroQueue> queueLogger, IMeterFactory? meters)
    : IVeroClientFactory
{
    public const string HttpClientName = "Vero.Typed.Factory";

    private readonly HttpClients _httpClients = HttpClients.Of(factory, HttpClientName);
    private readonly ClientTelemetry _telemetry = new(meters);
    private readonly VeroRetries _retries = new(time, new HandlerRetries(logger));
    private readonly Deadlines _deadlines = new(time);

    public IVeroClient Create(VeroClientOptions options) => NewClient(options);

    public IOwnedVeroQueue CreateQueue(VeroClientOptions options, VeroQueueOptions? queue = null)
    {
        queue ??= new VeroQueueOptions();
        List<string> problems = VeroQueueOptionsValidator.FindProblems(queue);
        if (problems.Count > 0)
            throw new ArgumentException(string.Join(Environment.NewLine, problems), nameof(queue));

        // With a meter of its own, which is gone with the queue; an instrument of the application's meters would stay.
        return new VeroQueue(NewClient(options), queue, time, queueLogger, meters: null, clientName: "");
    }

    private VeroClient NewClient(VeroClientOptions options) =>
        new(VeroClient.SourceOf(options, scope), _httpClients, time, logger, _telemetry, _retries, _deadlines);
}
