using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace Vero.Typed;

/// <summary>Where the clients of an application send to, each with its own address and token.</summary>
internal sealed class VeroEndpoints(IOptionsMonitor<VeroClientOptions> monitor)
{
    private readonly ConcurrentDictionary<string, VeroEndpointSource> _sources = new(StringComparer.Ordinal);

    /// <param name="name">The name of the client; empty for the one without a name.</param>
    public VeroEndpointSource Of(string name) => _sources.GetOrAdd(name, key => new VeroEndpointSource(() => monitor.Get(key)));
}
