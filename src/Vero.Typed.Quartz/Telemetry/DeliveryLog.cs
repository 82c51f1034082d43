using Microsoft.Extensions.Logging;

namespace Vero.Typed;

/// <summary>What durable delivery logs. Never an id, an email, a body or the token.</summary>
// In one class, as the client's: several would come out of the generator in another order at every build.
internal static partial class DeliveryLog
{
    [LoggerMessage(EventId = 40, EventName = "DeliveryStarted", Level = LogLevel.Information,
        Message = "Vero delivery started on {Store} with {Shards} shards.")]
    public static partial void Started(ILogger logger, string store, int shards);

    [LoggerMessage(EventId = 41, EventName = "StoreUnreachable", Level = LogLevel.Error,
        Message = "The store of Vero delivery cannot be reached. Trying again in {Wait}.")]
    public static partial void StoreUnreachable(ILogger logger, Exception exception, TimeSpan wait);

    [LoggerMessage(EventId = 42, EventName = "ShardFailed", Level = LogLevel.Error,
        Message = "Delivering shard {Shard} was interrupted. Its operations are still in the store and are tried again.")]
    public static partial void ShardFailed(ILogger logger, Exception exception, int shard);

    [LoggerMessage(EventId = 43, EventName = "DeliveryPaused", Level = LogLevel.Error,
        Message = "The deliveries of {Client} are paused on all instances: {Reason} Set another credential, or resume them with IVeroDelivery.ResumeAsync.")]
    public static partial void Paused(ILogger logger, string client, string reason);

    [LoggerMessage(EventId = 44, EventName = "DeadLetter", Level = LogLevel.Warning,
        Message = "{Count} pending {Operation} of one user became dead letters ({Status}). {Reason}")]
    public static partial void DeadLetters(ILogger logger, int count, string operation, DeadLetterStatus status, string reason);

    [LoggerMessage(EventId = 45, EventName = "MergeRejected", Level = LogLevel.Warning,
        Message = "Vero rejected an identify that was merged from {Count}; the newest is sent alone. {Reason}")]
    public static partial void MergeRejected(ILogger logger, int count, string reason);

    [LoggerMessage(EventId = 46, EventName = "UnknownEnvelope", Level = LogLevel.Warning,
        Message = "A pending {Operation} was written by another version and stays pending until an instance that can read it delivers it.")]
    public static partial void UnknownEnvelope(ILogger logger, string operation);

    [LoggerMessage(EventId = 47, EventName = "UnknownClient", Level = LogLevel.Warning,
        Message = "Operations are pending for {Client}, which this process does not have. Add it with AddVero, or stop delivering here with Vero:Delivery:Deliver=false.")]
    public static partial void UnknownClient(ILogger logger, string client);

    [LoggerMessage(EventId = 48, EventName = "DeliveryCallbackFailed", Level = LogLevel.Error,
        Message = "VeroDeliveryOptions.OnUndelivered threw {Type}. The operation is a dead letter. {StackTrace}")]
    public static partial void CallbackFailed(ILogger logger, Type type, string? stackTrace);

    [LoggerMessage(EventId = 49, EventName = "AttemptFailed", Level = LogLevel.Information,
        Message = "A pending {Operation} failed and is tried again (attempt {Attempts}). {Reason}")]
    public static partial void AttemptFailed(ILogger logger, string operation, int attempts, string reason);

    [LoggerMessage(EventId = 51, EventName = "StatusUnreadable", Level = LogLevel.Debug, Message = "The status of Vero delivery could not be read.")]
    public static partial void StatusUnreadable(ILogger logger, Exception exception);

    [LoggerMessage(EventId = 52, EventName = "ShardRestarted", Level = LogLevel.Warning,
        Message = "Quartz had stopped shard {Shard}, and it was started again. Quartz logs why.")]
    public static partial void ShardRestarted(ILogger logger, int shard);

    [LoggerMessage(EventId = 50, EventName = "DeliveryStopped", Level = LogLevel.Warning,
        Message = "Vero delivery was stopped before the calls in flight completed (Vero:Delivery:ShutdownTimeout). Their operations are sent again at the next start.")]
    public static partial void StoppedEarly(ILogger logger);
}
