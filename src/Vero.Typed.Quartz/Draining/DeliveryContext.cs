using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Vero.Typed;

/// <summary>What all deliveries of this process share.</summary>
internal sealed class DeliveryContext(
    IServiceProvider services, DeliveryStore store, VeroDeliveryOptions options, ClientCredentials credentials, TimeProvider time, ILogger logger)
    : IAsyncDisposable
{
    private static readonly TimeSpan FirstBackoff = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _reporting = new(1);

    public DeliveryStore Store => store;

    public VeroDeliveryOptions Options => options;

    public ClientCredentials Credentials => credentials;

    public TimeProvider Time => time;

    public ILogger Logger => logger;

    public PauseBoard Pauses { get; } = new(store, credentials, time);

    public ClientBreaker Breaker { get; } = new(time);

    public CompletedRows Completed { get; } = new(store);

    public DeliverySignal Signal { get; } = new();

    public DateTimeOffset Now => time.GetUtcNow();

    /// <returns>The client; null if this process has none of that name.</returns>
    public IVeroClient? FindClient(string name) =>
        name.Length == 0 ? services.GetService<IVeroClient>() : services.GetKeyedService<IVeroClient>(name);

    /// <summary>The wait after a number of failed attempts: twice as long each time, spread so that users who failed together do not return together.</summary>
    public static TimeSpan WaitAfter(int attempts, TimeSpan? asked)
    {
        double seconds = Math.Min(DeliveryTimes.LongestBackoff.TotalSeconds, FirstBackoff.TotalSeconds * Math.Pow(2, Math.Min(attempts - 1, 16)));
#pragma warning disable CA5394 // Waits are spread over time, not kept secret.
        TimeSpan wait = TimeSpan.FromSeconds(seconds * (0.5 + (Random.Shared.NextDouble() / 2)));
#pragma warning restore CA5394
        if (asked is not { } longer || longer <= wait)
            return wait;
        return longer < DeliveryTimes.LongestBackoff ? longer : DeliveryTimes.LongestBackoff;
    }

    /// <summary>Offers what became a dead letter to the application.</summary>
    public async Task ReportAsync(VeroRequest? request, Attempt attempt, DeadLetterStatus status)
    {
        if (options.OnUndelivered is not { } callback)
            return;
        DeliveryStatus delivery = status switch
        {
            DeadLetterStatus.Rejected => DeliveryStatus.Rejected,
            DeadLetterStatus.Expired => request is null ? DeliveryStatus.NotSerialized : DeliveryStatus.Failed,
            _ => DeliveryStatus.NotSerialized,
        };
        await _reporting.WaitAsync().ConfigureAwait(false);
        try
        {
            await callback(new DeliveryResult<VeroRequest?>(request, request, delivery, attempt.Exception)).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            DeliveryLog.CallbackFailed(logger, exception.GetType(), exception.StackTrace);
        }
        finally
        {
            _reporting.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        Pauses.Dispose();
        Completed.Dispose();
        _reporting.Dispose();
        await store.DisposeAsync().ConfigureAwait(false);
    }
}
