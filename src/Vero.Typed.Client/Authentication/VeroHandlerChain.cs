using System.Diagnostics.Metrics;
using System.Net;

namespace Vero.Typed;

/// <summary>Puts the token handler at the innermost place of a chain of handlers, and switches off what would carry data elsewhere.</summary>
internal static class VeroHandlerChain
{
    /// <summary>New connections notice when the address of the host has changed.</summary>
    public static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(10);

    /// <summary>A chain for a client without dependency injection.</summary>
    public static HttpMessageHandler Create(VeroEndpointSource endpoints)
    {
#if NET8_0_OR_GREATER
        // Not hardened as a handler of the user's is: who sets its decompression, even to none, links native Brotli and zlib into a
        // native program, more than a megabyte.
        return new VeroTokenHandler(endpoints, new SocketsHttpHandler
        {
            ConnectTimeout = ConnectTimeout,
            PooledConnectionLifetime = ConnectionLifetime,
            AllowAutoRedirect = false,
            UseCookies = false,
            ActivityHeadersPropagator = null,
        });
#else
        return Install(NewerStack.CreateSocketsHandler(ConnectionLifetime) ?? new HttpClientHandler(), endpoints, meters: null);
#endif
    }

    /// <summary>Installs the token handler beneath all delegating handlers, so that they do not see the token either.</summary>
    /// <param name="primary">Whatever the user has configured: the handler that connects, or wrappers around it.</param>
    /// <param name="endpoints">Where the token goes.</param>
    /// <param name="meters">The meters of the application, for a handler that reports to none yet.</param>
    /// <returns>The new outermost handler.</returns>
    public static HttpMessageHandler Install(HttpMessageHandler primary, VeroEndpointSource endpoints, IMeterFactory? meters)
    {
        DelegatingHandler? wrapper = null;
        HttpMessageHandler innermost = primary;
        while (innermost is DelegatingHandler delegating)
        {
            // A primary handler that is kept by the user comes here again whenever the factory builds a new chain.
            if (delegating is VeroTokenHandler installed)
            {
                return ReferenceEquals(installed.Endpoints, endpoints)
                    ? primary
                    : throw new InvalidOperationException("The primary handler belongs to another Vero client. Make one for each.");
            }

            wrapper = delegating;
            innermost = delegating.InnerHandler
                ?? throw new InvalidOperationException($"{delegating.GetType()} is the primary handler of the Vero client, but has no InnerHandler.");
        }

        try
        {
            var token = new VeroTokenHandler(endpoints, Harden(innermost, endpoints, meters));
            if (wrapper is null)
                return token;
            wrapper.InnerHandler = token;
            return primary;
        }
        catch (InvalidOperationException exception)
        {
            // Settings of a handler are fixed by its first request.
            throw new InvalidOperationException(
                "The primary handler of the Vero client has been used before, so redirects and cookies cannot be switched off. "
                + "Make one for Vero alone.",
                exception);
        }
    }

    private static HttpMessageHandler Harden(HttpMessageHandler handler, VeroEndpointSource endpoints, IMeterFactory? meters)
    {
        // Redirects take the body, and often the query, to other hosts; cookies mix up projects; inflating an answer has no limit.
#if NET8_0_OR_GREATER
        if (handler is HttpClientHandler plain && handler.GetType() == typeof(HttpClientHandler))
            handler = HttpClientHandlerConversion.ToSocketsHttpHandler(plain, endpoints, ConnectionLifetime);

        if (handler is SocketsHttpHandler sockets)
        {
            if (sockets.AllowAutoRedirect)
                sockets.AllowAutoRedirect = false;
            if (sockets.UseCookies)
                sockets.UseCookies = false;
            if (sockets.AutomaticDecompression != DecompressionMethods.None)
                sockets.AutomaticDecompression = DecompressionMethods.None;

            // Also switches off the stack's own Activity and DiagnosticListener events, which hand the request around, token included.
            if (sockets.ActivityHeadersPropagator is not null)
                sockets.ActivityHeadersPropagator = null;

            SetUnlessUsed(() =>
            {
                // Nobody waits that long for a host that does not answer, so it is what nobody has set.
                if (sockets.ConnectTimeout == Timeout.InfiniteTimeSpan)
                    sockets.ConnectTimeout = ConnectTimeout;

                // The factory itself does so only for a primary handler that stands alone.
                if (sockets.MeterFactory is null && meters is not null)
                    sockets.MeterFactory = meters;
            });
            return sockets;
        }
#else
        if (NewerStack.IsSocketsHandler(handler))
        {
            NewerStack.Harden(handler);
            SetUnlessUsed(() => NewerStack.LimitConnecting(handler, ConnectTimeout));
        }
#endif
        if (handler is HttpClientHandler client)
        {
            if (client.AllowAutoRedirect)
                client.AllowAutoRedirect = false;
            if (client.UseCookies)
                client.UseCookies = false;
            if (client.AutomaticDecompression != DecompressionMethods.None)
                client.AutomaticDecompression = DecompressionMethods.None;
        }

        return handler;
    }

    // For settings that make nothing safer: a handler that was used before refuses them, and is as good with its own.
    private static void SetUnlessUsed(Action set)
    {
        try
        {
            set();
        }
        catch (InvalidOperationException exception) when (exception is not ObjectDisposedException)
        {
        }
    }
}
