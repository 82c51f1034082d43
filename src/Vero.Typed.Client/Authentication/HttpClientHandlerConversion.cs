#if NET8_0_OR_GREATER
using System.Security.Cryptography.X509Certificates;

namespace Vero.Typed;

/// <summary>
/// Creates a SocketsHttpHandler with the settings of an HttpClientHandler, which is a wrapper around one. The wrapper hides
/// <see cref="SocketsHttpHandler.ActivityHeadersPropagator"/>, the only switch that keeps the request, credential included, from
/// diagnostic listeners.
/// </summary>
internal static class HttpClientHandlerConversion
{
    public static HttpMessageHandler ToSocketsHttpHandler(HttpClientHandler wrapper, ClientSettingsSource source, TimeSpan connectionLifetime)
    {
        // Only the wrapper can choose a certificate from the machine's store.
        if (wrapper.ClientCertificateOptions is not ClientCertificateOption.Manual)
            return wrapper;

        var handler = new SocketsHttpHandler
        {
            Credentials = wrapper.Credentials,
            DefaultProxyCredentials = wrapper.DefaultProxyCredentials,
            MaxConnectionsPerServer = wrapper.MaxConnectionsPerServer,
            MaxResponseHeadersLength = wrapper.MaxResponseHeadersLength,
            MeterFactory = wrapper.MeterFactory,
            PooledConnectionLifetime = connectionLifetime,
            PreAuthenticate = wrapper.PreAuthenticate,
            Proxy = wrapper.Proxy,
            UseProxy = wrapper.UseProxy,
        };
        handler.SslOptions.EnabledSslProtocols = wrapper.SslProtocols;
        handler.SslOptions.CertificateRevocationCheckMode =
            wrapper.CheckCertificateRevocationList ? X509RevocationMode.Online : X509RevocationMode.NoCheck;
        if (wrapper.ClientCertificates.Count > 0)
            handler.SslOptions.ClientCertificates = wrapper.ClientCertificates;

        if (wrapper.ServerCertificateCustomValidationCallback is { } isValid)
        {
            // The callback takes a request; this one has no credential.
            handler.SslOptions.RemoteCertificateValidationCallback = (_, certificate, chain, errors) =>
                isValid(new HttpRequestMessage(HttpMethod.Post, source.Current.BaseAddress), certificate as X509Certificate2, chain, errors);
        }

        return handler;
    }
}
#endif
