using Microsoft.Extensions.Logging;

namespace Vero.Typed;

/// <summary>What is logged about options: names of settings, never their values.</summary>
internal static partial class OptionsLog
{
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
}
