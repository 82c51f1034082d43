using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace Vero.Typed;

/// <summary>The settings of an application's clients, each with its own base address and credential.</summary>
internal sealed class NamedClientSettings(IOptionsMonitor<VeroClientOptions> monitor)
{
    private readonly ConcurrentDictionary<string, ClientSettingsSource> _sources = new(StringComparer.Ordinal);

    /// <param name="name">The name of the client; empty for the one without a name.</param>
    public ClientSettingsSource Of(string name) => _sources.GetOrAdd(name, key => new ClientSettingsSource(() => monitor.Get(key)));
}
