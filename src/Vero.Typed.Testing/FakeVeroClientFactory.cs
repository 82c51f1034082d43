using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;

namespace Vero.Typed.Testing;

/// <summary>A factory whose clients send nothing: one <see cref="FakeVeroClient"/> for each credential. Safe for concurrent use.</summary>
public sealed class FakeVeroClientFactory : IVeroClientFactory
{
    private readonly ConcurrentDictionary<string, FakeVeroClient> _clients = new(StringComparer.Ordinal);

    /// <summary>The client of a credential, whether it was created yet or not.</summary>
    /// <param name="credential">The <see cref="VeroClientOptions.AuthToken"/> or <see cref="VeroClientOptions.TrackingApiKey"/>.</param>
    /// <returns>The client.</returns>
    public FakeVeroClient Of(string credential) => _clients.GetOrAdd(credential ?? throw new ArgumentNullException(nameof(credential)), static _ => new FakeVeroClient());

    /// <inheritdoc/>
    public IVeroClient Create(VeroClientOptions options) => ClientOf(options);

    /// <inheritdoc/>
    public IOwnedVeroQueue CreateQueue(VeroClientOptions options, VeroQueueOptions? queue = null)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IVeroClient>(ClientOf(options));
        services.AddVeroBackgroundDelivery(settings =>
        {
            if (queue is null)
                return;
            settings.Capacity = queue.Capacity;
            settings.DrainTimeout = queue.DrainTimeout;
            settings.MaxConcurrency = queue.MaxConcurrency;
            settings.OnUndelivered = queue.OnUndelivered;
        });
        return new FakeOwnedQueue(services.BuildServiceProvider());
    }

    private FakeVeroClient ClientOf(VeroClientOptions options)
    {
        if (options is null)
            throw new ArgumentNullException(nameof(options));
        return Of(options.AuthToken ?? options.TrackingApiKey
            ?? throw new ArgumentException($"Set {nameof(VeroClientOptions.AuthToken)} or {nameof(VeroClientOptions.TrackingApiKey)}.", nameof(options)));
    }
}
