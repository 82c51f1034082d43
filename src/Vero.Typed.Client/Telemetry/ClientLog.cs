using Microsoft.Extensions.Logging;

namespace Vero.Typed;

/// <summary>
/// What the client tells the logs. Never an id, an email, a body or the token; so settings that are wrong are told by their names, and an exception
/// that is not ours by its type.
/// </summary>
// All of it in one class: several come out of the generator in another order at every build, and the assembly would not be reproducible
// (https://github.com/dotnet/runtime/issues/119587).
internal static partial class ClientLog
{
    [LoggerMessage(EventId = 1, EventName = "RetriesLeftToHandler", Level = LogLevel.Information,
        Message = "Failed requests to Vero are not sent again by the client itself (VeroClientOptions.MaxRetries), because the HttpClient has a {Handler}.")]
    public static partial void RetriesLeftToHandler(ILogger logger, string handler);

    [LoggerMessage(EventId = 10, EventName = "InvalidReload", Level = LogLevel.Error,
        Message = "The changed options of {Client} are not valid, so it goes on with those that it has. {Problems}")]
    public static partial void InvalidReload(ILogger logger, string client, string problems);

    [LoggerMessage(EventId = 11, EventName = "ValidAgain", Level = LogLevel.Information,
        Message = "The options of {Client} are valid again, and its next call uses them.")]
    public static partial void ValidAgain(ILogger logger, string client);

    [LoggerMessage(EventId = 12, EventName = "DryRun", Level = LogLevel.Warning,
        Message = "This is a dry run (VeroClientOptions.DryRun): nothing is sent to {Server}, and every call succeeds.")]
    public static partial void DryRun(ILogger logger, string server);

    [LoggerMessage(EventId = 13, EventName = "NotSent", Level = LogLevel.Debug,
        Message = "Dry run: a request of {Bytes} bytes was not sent.")]
    public static partial void NotSent(ILogger logger, int bytes);

    [LoggerMessage(EventId = 20, EventName = "Undelivered", Level = LogLevel.Warning,
        Message = "A queued request could not be delivered to Vero ({Kind}). {Reason}")]
    public static partial void Undelivered(ILogger logger, IdentifyOutcomeKind kind, string? reason);

    [LoggerMessage(EventId = 21, EventName = "NotSerialized", Level = LogLevel.Warning,
        Message = "No request to Vero could be made of a queued {Type}. {Reason}")]
    public static partial void NotSerialized(ILogger logger, Type type, string? reason);

    [LoggerMessage(EventId = 22, EventName = "CallbackFailed", Level = LogLevel.Error,
        Message = "VeroQueueOptions.OnUndelivered has thrown {Type}. The request that it was given does not come again. {StackTrace}")]
    public static partial void CallbackFailed(ILogger logger, Type type, string? stackTrace);

    [LoggerMessage(EventId = 23, EventName = "Left", Level = LogLevel.Error,
        Message = "{Count} queued requests to Vero are left at shutdown: they could not be sent within VeroQueueOptions.DrainTimeout ({DrainTimeout}) and the host's "
            + "own limit.")]
    public static partial void Left(ILogger logger, int count, TimeSpan drainTimeout);
}
