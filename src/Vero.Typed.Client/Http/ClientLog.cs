using Microsoft.Extensions.Logging;

namespace Vero.Typed;

/// <summary>What the client tells the logs. Never an id, an email, a body or the token.</summary>
internal static partial class ClientLog
{
    [LoggerMessage(EventId = 1, EventName = "RetriesLeftToHandler", Level = LogLevel.Information,
        Message = "Failed requests to Vero are not sent again by the client itself (VeroClientOptions.MaxRetries), because the HttpClient has a {Handler}.")]
    public static partial void RetriesLeftToHandler(ILogger logger, string handler);
}
