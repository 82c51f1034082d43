using System.Diagnostics.Metrics;
using System.Net;

namespace Vero.Typed;

/// <summary>Makes the token handler the innermost of a handler chain, on a primary handler that sends nothing elsewhere.</summary>
internal static class VeroHandlerChain
{
    /// <summary>New connections resolve the host again.</summary>
    public static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    /// <summary>A chain for a client without dependency injection.</summary>
    public static HttpMessageHandler Create(ClientSettingsSource source)
    {
#if NET8_0_OR_GREATER
        return new VeroTokenHandler(source.Scope, PrimaryHandlerCopy.New());
#else
        return Install(NewerStack.CreateSocketsHandler(ConnectionLifetime) ?? new HttpClientHandler(), source.Scope, meters: null);
#endif
    }

    /// <summary>Installs the token handler inside of all delegating handlers, so that they do not see the credential either.</summary>
    /// <param name="primary">The configured primary handler, with or without delegating handlers around it. It is not changed.</param>
    /// <param name="scope">The clients that use the chain.</param>
    /// <param name="meters">The application's meters, for a handler that has none yet.</param>
    /// <returns>The new outermost handler.</returns>
    public static HttpMessageHandler Install(HttpMessageHandler? primary, CredentialScope scope, IMeterFactory? meters)
    {
        DelegatingHandler? wrapper = null;
        HttpMessageHandler innermost = primary ?? throw new InvalidOperationException("The primary handler of the Vero client is null.");
        while (innermost is DelegatingHandler delegating)
        {
            // A primary handler that the application reuses comes here again whenever the factory builds a new chain.
            if (delegating is VeroTokenHandler installed)
            {
                return ReferenceEquals(installed.Scope, scope)
                    ? primary
                    : throw new InvalidOperationException("The primary handler belongs to another Vero client. Create one for each client.");
            }

            wrapper = delegating;
            innermost = delegating.InnerHandler
                ?? throw new InvalidOperationException($"{delegating.GetType()} is the primary handler of the Vero client but has no InnerHandler.");
        }

        HttpMessageHandler own = CopyForVero(innermost, scope, meters);
        if (wrapper is null)
            return new VeroTokenHandler(scope, own);
        try
        {
            wrapper.InnerHandler = new VeroTokenHandler(scope, own, shared: innermost);
            return primary;
        }
        catch (InvalidOperationException exception)
        {
            // A delegating handler's InnerHandler is fixed by its first request.
            throw new InvalidOperationException(
                "The primary handler of the Vero client is already in use, so the credential cannot be added inside of it. "
                + "Create one for the Vero client alone.",
                exception);
        }
    }

    // Redirects send the body, and often the query, to other hosts; cookies mix up projects; decompression has no size limit.
    private static HttpMessageHandler CopyForVero(HttpMessageHandler handler, CredentialScope scope, IMeterFactory? meters)
    {
#if NET8_0_OR_GREATER
        if (handler is SocketsHttpHandler sockets)
            return PrimaryHandlerCopy.Of(sockets, meters);
        if (handler is HttpClientHandler client && handler.GetType() == typeof(HttpClientHandler))
            return PrimaryHandlerCopy.Of(client, scope, meters);
#else
        if (NewerStack.IsSocketsHandler(handler) || handler.GetType() == typeof(HttpClientHandler))
            return NewerStack.CopyForVero(handler);
#endif
        // A derived type cannot be copied, and it may serve other HttpClients.
        if (handler is HttpClientHandler derived
            && (derived.AllowAutoRedirect || derived.UseCookies || derived.AutomaticDecompression is not DecompressionMethods.None))
        {
            throw new InvalidOperationException(
                $"{handler.GetType()}, the primary handler of the Vero client, must have AllowAutoRedirect and UseCookies set to false and "
                + "AutomaticDecompression set to None. Create one with these settings for the Vero client alone.");
        }

        return handler;
    }
}
