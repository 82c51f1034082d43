using Microsoft.Extensions.Logging;

namespace Vero.Typed;

/// <summary>
/// Notices handlers of the HttpClient that retry: 3 attempts of the client times 4 of the standard resilience handler, which many applications add to
/// every HttpClient, would be 12. What counts is that a request was sent more than once, not which handlers there are: many retry nothing, or not
/// this failure.
/// </summary>
/// <param name="logger">Logs once that a handler retries; null without a log.</param>
internal sealed class HandlerRetries(ILogger? logger)
{
    // Keys that resilience handlers add to a request. Where the HttpClient was passed in and the body was never written, nothing else is known.
    private static readonly string[] Marks = ["Resilience.Http.ResilienceContext", "PolicyExecutionContext"];
    private int _isLogged;

    /// <summary>Whether a handler has retried, or may have.</summary>
    /// <param name="message">An attempt that has failed.</param>
    public static bool Retried(HttpRequestMessage message) =>
        message.Content is VeroContent { Sends: var sends } && (sends > 1 || (sends == 0 && IsMarked(message)));

    /// <summary>Logs that the client leaves a failure to the handlers.</summary>
    public void Log()
    {
        if (logger is not null && Interlocked.Exchange(ref _isLogged, 1) == 0)
            ClientLog.RetriesLeftToHandler(logger);
    }

    private static bool IsMarked(HttpRequestMessage message)
    {
#if NET8_0_OR_GREATER
        IDictionary<string, object?> properties = message.Options;
#else
        IDictionary<string, object> properties = message.Properties;
#endif
        return Array.Exists(Marks, properties.ContainsKey);
    }
}
