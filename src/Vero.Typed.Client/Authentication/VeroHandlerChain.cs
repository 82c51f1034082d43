using System.Diagnostics.Metrics;
using System.Net;

namespace Vero.Typed;

/// <summary>Makes the token handler the innermost of a handler chain, and switches off what would send data elsewhere.</summary>
internal static class VeroHandlerChain
{
    /// <summary>New connections resolve the host again.</summary>
    public static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(10);

    /// <summary>A chain for a client without dependency injection.</summary>
    public static HttpMessageHandler Create(ClientSettingsSource source)
    {
#if NET8_0_OR_GREATER
        // Not hardened like a handler of the application: setting its decompression, even to none, links native Brotli and zlib into a
        // native program, more than a megabyte.
        return new VeroTokenHandler(source, new SocketsHttpHandler
        {
            ConnectTimeout = ConnectTimeout,
            PooledConnectionLifetime = ConnectionLifetime,
            AllowAutoRedirect = false,
            UseCookies = false,
            ActivityHeadersPropagator = null,
        });
#else
        return Install(NewerStack.CreateSocketsHandler(ConnectionLifetime) ?? new HttpClientHandler(), source, meters: null);
#endif
    }

    /// <summary>Installs the token handler inside of all delegating handlers, so that they do not see the credential either.</summary>
    /// <param name="primary">The configured primary handler, with or without delegating handlers around it.</param>
    /// <param name="source">The settings of the client.</param>
    /// <param name="meters">The application's meters, for a handler that has none yet.</param>
    /// <returns>The new outermost handler.</returns>
    public static HttpMessageHandler Install(HttpMessageHandler primary, ClientSettingsSource source, IMeterFactory? meters)
    {
        DelegatingHandler? wrapper = null;
        HttpMessageHandler innermost = primary;
        while (innermost is DelegatingHandler delegating)
        {
            // A primary handler that the application reuses comes here again whenever the factory builds a new chain.
            if (delegating is VeroTokenHandler installed)
            {
                return ReferenceEquals(installed.Source, source)
                    ? primary
                    : throw new InvalidOperationException("The primary handler belongs to another Vero client. Create one for each client.");
            }

            wrapper = delegating;
            innermost = delegating.InnerHandler
                ?? throw new InvalidOperationException($"{delegating.GetType()} is the primary handler of the Vero client but has no InnerHandler.");
        }

        try
        {
            var token = new VeroTokenHandler(source, Harden(innermost, source, meters));
            if (wrapper is null)
                return token;
            wrapper.InnerHandler = token;
            return primary;
        }
        catch (InvalidOperationException exception)
        {
            // Settings of a handler are fixed by its first request.
            throw new InvalidOperationException(
                "The primary handler of the Vero client is already in use, so redirects and cookies cannot be switched off. "
                + "Create one for the Vero client alone.",
                exception);
        }
    }

    private static HttpMessageHandler Harden(HttpMessageHandler handler, ClientSettingsSource source, IMeterFactory? meters)
    {
        // Redirects send the body, and often the query, to other hosts; cookies mix up projects; decompression has no size limit.
#if NET8_0_OR_GREATER
        if (handler is HttpClientHandler plain && handler.GetType() == typeof(HttpClientHandler))
            handler = HttpClientHandlerConversion.ToSocketsHttpHandler(plain, source, ConnectionLifetime);

        if (handler is SocketsHttpHandler sockets)
        {
            if (sockets.AllowAutoRedirect)
                sockets.AllowAutoRedirect = false;
            if (sockets.UseCookies)
                sockets.UseCookies = false;
            if (sockets.AutomaticDecompression != DecompressionMethods.None)
                sockets.AutomaticDecompression = DecompressionMethods.None;

            // Also switches off the stack's own Activity and DiagnosticListener events, which carry the request, credential included.
            if (sockets.ActivityHeadersPropagator is not null)
                sockets.ActivityHeadersPropagator = null;

            SetUnlessUsed(() =>
            {
                // Infinite is the default, so nobody has set it.
                if (sockets.ConnectTimeout == Timeout.InfiniteTimeSpan)
                    sockets.ConnectTimeout = ConnectTimeout;

                // The factory itself does so only for a primary handler without delegating handlers around it.
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

    // For settings that safety does not depend on: a handler that is already in use keeps its own.
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
