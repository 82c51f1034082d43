using Microsoft.Extensions.Logging;

namespace Vero.Typed;

/// <summary>
/// Finds handlers of the HttpClient that retry: 3 attempts of the client times 4 of the standard resilience handler, which many applications
/// add to every HttpClient, would be 12. Found by name, so that the client does not depend on their packages.
/// </summary>
/// <param name="getChain">Returns the current handler chain, or null if it is unknown.</param>
/// <param name="logger">Logs once that a handler was found.</param>
internal sealed class ResilienceHandlers(Func<HttpMessageHandler?> getChain, ILogger? logger)
{
    private static readonly HashSet<string> Names =
    [
        "Microsoft.Extensions.Http.Resilience.ResilienceHandler",
        "Microsoft.Extensions.Http.PolicyHttpMessageHandler",
    ];

    // Keys that these handlers add to a request. Checked where the chain is unknown: in a borrowed HttpClient.
    private static readonly string[] Marks = ["Resilience.Http.ResilienceContext", "PolicyExecutionContext"];

    /// <summary>For an HttpClient whose handlers are unknown.</summary>
    public static ResilienceHandlers Unknown { get; } = new(static () => null, logger: null);

    private volatile HttpMessageHandler? _lastChain;
    private volatile bool _areInLastChain;
    private int _isLogged;

    /// <summary>Whether such a handler is in the chain. Cheap as long as the chain stays the same.</summary>
    public bool AreInstalled()
    {
        if (getChain() is not { } chain)
            return false;

        if (!ReferenceEquals(chain, _lastChain))
        {
            string? found = Find(chain);
            if (found is not null && logger is not null && Interlocked.Exchange(ref _isLogged, 1) == 0)
                ClientLog.RetriesLeftToHandler(logger, found);
            _areInLastChain = found is not null;
            _lastChain = chain;
        }

        return _areInLastChain;
    }

    /// <summary>Whether such a handler has seen the request.</summary>
    public static bool HaveMarked(HttpRequestMessage message)
    {
#if NET8_0_OR_GREATER
        IDictionary<string, object?> properties = message.Options;
#else
        IDictionary<string, object> properties = message.Properties;
#endif
        foreach (string mark in Marks)
        {
            if (properties.ContainsKey(mark))
                return true;
        }

        return false;
    }

    private static string? Find(HttpMessageHandler chain)
    {
        for (HttpMessageHandler? handler = chain; handler is not null; handler = (handler as DelegatingHandler)?.InnerHandler)
        {
            for (Type? type = handler.GetType(); type is not null; type = type.BaseType)
            {
                if (type.FullName is { } name && Names.Contains(name))
                    return name;
            }
        }

        return null;
    }
}
