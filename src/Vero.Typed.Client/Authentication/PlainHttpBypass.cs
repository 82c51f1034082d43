using System.Net;

namespace Vero.Typed;

/// <summary>
/// Keeps requests over plain http, and those to this machine, away from the proxy, which would see the credential and the body. Everything else goes
/// where the actual proxy says.
/// </summary>
/// <param name="proxy">The application's proxy; null for the default one.</param>
internal sealed class PlainHttpBypass(IWebProxy? proxy) : IWebProxy
{
    public ICredentials? Credentials
    {
        get => Proxy?.Credentials;
        set
        {
            if (Proxy is { } actual)
                actual.Credentials = value;
        }
    }

    // Read when it is needed, because the application may set the default one late.
    private IWebProxy? Proxy =>
#if NET8_0_OR_GREATER
        proxy ?? HttpClient.DefaultProxy;
#else
        proxy ?? WebRequest.DefaultWebProxy;
#endif

    public Uri? GetProxy(Uri destination) => IsDirect(destination) ? null : Proxy?.GetProxy(destination);

    public bool IsBypassed(Uri host) => IsDirect(host) || Proxy is not { } actual || actual.IsBypassed(host);

    private static bool IsDirect(Uri destination) => destination.Scheme == Uri.UriSchemeHttp || destination.IsLoopback;
}
