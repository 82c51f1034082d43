#if NET8_0_OR_GREATER
using System.Security.Cryptography.X509Certificates;

namespace Vero.Typed;

/// <summary>
/// Makes a SocketsHttpHandler with the settings of an HttpClientHandler, which is nothing but a shell around one. The shell hides
/// <see cref="SocketsHttpHandler.ActivityHeadersPropagator"/>, the only switch that keeps the request, token included, from
/// diagnostic listeners.
/// </summary>
internal static class HttpClientHandlerConversion
{
    public static HttpMessageHandler ToSocketsHttpHandler(HttpClientHandler shell, VeroEndpointSource endpoints, TimeSpan connectionLifetime)
    {
        // Only the shell knows how to choose a certificate from the store of the machine.
        if (shell.ClientCertificateOptions is not ClientCertificateOption.Manual)
            return shell;

        var handler = new SocketsHttpHandler
        {
            Credentials = shell.Credentials,
            DefaultProxyCredentials = shell.DefaultProxyCredentials,
            MaxConnectionsPerServer = shell.MaxConnectionsPerServer,
            MaxResponseHeadersLength = shell.MaxResponseHeadersLength,
            MeterFactory = shell.MeterFactory,
            PooledConnectionLifetime = connectionLifetime,
            PreAuthenticate = shell.PreAuthenticate,
            Proxy = shell.Proxy,
            UseProxy = shell.UseProxy,
        };
        handler.SslOptions.EnabledSslProtocols = shell.SslProtocols;
        handler.SslOptions.CertificateRevocationCheckMode =
            shell.CheckCertificateRevocationList ? X509RevocationMode.Online : X509RevocationMode.NoCheck;
        if (shell.ClientCertificates.Count > 0)
            handler.SslOptions.ClientCertificates = shell.ClientCertificates;

        if (shell.ServerCertificateCustomValidationCallback is { } isValid)
        {
            // The callback wants a request; this one has no token.
            handler.SslOptions.RemoteCertificateValidationCallback = (_, certificate, chain, errors) =>
                isValid(new HttpRequestMessage(HttpMethod.Post, endpoints.Current.Address), certificate as X509Certificate2, chain, errors);
        }

        return handler;
    }
}
#endif
