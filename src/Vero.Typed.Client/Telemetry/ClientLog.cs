using Microsoft.Extensions.Logging;

namespace Vero.Typed;

/// <summary>
/// The client's log messages. They never contain an id, an email address, a body or the credential: invalid settings are logged by name, and
/// exceptions other than Vero's by type.
/// </summary>
// All in one class: the generator emits several in another order at every build, and the assembly would not be deterministic
// (https://github.com/dotnet/runtime/issues/119587).
internal static partial class ClientLog
{
    [LoggerMessage(EventId = 1, EventName = "RetriesLeftToHandler", Level = LogLevel.Warning,
        Message = "A handler of the HttpClient retries requests to Vero, so the client does not. Set VeroClientOptions.MaxRetries to have the client retry, "
            + "and to 0 to leave it to the handler without this warning.")]
    public static partial void RetriesLeftToHandler(ILogger logger);

    [LoggerMessage(EventId = 10, EventName = "InvalidReload", Level = LogLevel.Error,
        Message = "The changed options of {Client} are not valid; the previous ones stay in effect. {Problems}")]
    public static partial void InvalidReload(ILogger logger, string client, string problems);

    [LoggerMessage(EventId = 11, EventName = "ValidAgain", Level = LogLevel.Information,
        Message = "The options of {Client} are valid again and take effect with the next call.")]
    public static partial void ValidAgain(ILogger logger, string client);

    [LoggerMessage(EventId = 12, EventName = "DryRun", Level = LogLevel.Warning,
        Message = "Dry run (VeroClientOptions.DryRun): nothing is sent to {Server}, and every call succeeds.")]
    public static partial void DryRun(ILogger logger, string server);

    [LoggerMessage(EventId = 13, EventName = "NotSent", Level = LogLevel.Debug,
        Message = "Dry run: not sent: {Request}.")]
    public static partial void NotSent(ILogger logger, VeroRequest request);

    [LoggerMessage(EventId = 14, EventName = "Insecure", Level = LogLevel.Warning,
        Message = "Requests to {Server} are not encrypted (VeroClientOptions.InsecureHosts).")]
    public static partial void Insecure(ILogger logger, string server);

    [LoggerMessage(EventId = 20, EventName = "Undelivered", Level = LogLevel.Warning,
        Message = "A queued request could not be delivered to Vero: {Request}, {Status}. {Reason}")]
    public static partial void Undelivered(ILogger logger, VeroRequest request, DeliveryStatus status, string? reason);

    [LoggerMessage(EventId = 21, EventName = "NotSerialized", Level = LogLevel.Warning,
        Message = "A queued {Type} could not be serialized for Vero. {Reason}")]
    public static partial void NotSerialized(ILogger logger, Type type, string? reason);

    [LoggerMessage(EventId = 22, EventName = "CallbackFailed", Level = LogLevel.Error,
        Message = "VeroQueueOptions.OnUndelivered threw {Type}. The request is not offered again. {StackTrace}")]
    public static partial void CallbackFailed(ILogger logger, Type type, string? stackTrace);

    [LoggerMessage(EventId = 23, EventName = "Left", Level = LogLevel.Error,
        Message = "{Count} queued requests were not sent to Vero before shutdown: VeroQueueOptions.DrainTimeout ({DrainTimeout}) or the host's ShutdownTimeout "
            + "was reached.")]
    public static partial void Left(ILogger logger, int count, TimeSpan drainTimeout);

    [LoggerMessage(EventId = 24, EventName = "CallbackTimedOut", Level = LogLevel.Error,
        Message = "VeroQueueOptions.OnUndelivered did not complete before shutdown; {Count} queued requests were not delivered and not reported.")]
    public static partial void CallbackTimedOut(ILogger logger, int count);
}
