using Microsoft.Extensions.Logging;

namespace Vero.Typed;

/// <summary>What the queue tells the logs. Never an id, an email, a body or the token; so an exception that is not ours is told by its type.</summary>
internal static partial class QueueLog
{
    [LoggerMessage(EventId = 20, EventName = "Undelivered", Level = LogLevel.Warning,
        Message = "A queued request could not be delivered to Vero ({Kind}). {Reason}")]
    public static partial void Undelivered(ILogger logger, IdentifyOutcomeKind kind, string? reason);

    [LoggerMessage(EventId = 21, EventName = "NotSerialized", Level = LogLevel.Warning,
        Message = "No request to Vero could be made of a queued {Type}. {Reason}")]
    public static partial void NotSerialized(ILogger logger, Type type, string? reason);

    [LoggerMessage(EventId = 22, EventName = "CallbackFailed", Level = LogLevel.Error,
        Message = "VeroQueueOptions.OnUndelivered has thrown. The request that it was given does not come again.")]
    public static partial void CallbackFailed(ILogger logger, Exception exception);

    [LoggerMessage(EventId = 23, EventName = "Left", Level = LogLevel.Error,
        Message = "{Count} queued requests to Vero are left at shutdown: they could not be sent within VeroQueueOptions.DrainTimeout ({DrainTimeout}) and the host's "
            + "own limit.")]
    public static partial void Left(ILogger logger, int count, TimeSpan drainTimeout);
}
