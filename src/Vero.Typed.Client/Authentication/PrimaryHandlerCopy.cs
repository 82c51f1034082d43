#if NET8_0_OR_GREATER
using System.Diagnostics.Metrics;
using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace Vero.Typed;

/// <summary>
/// Copies the application's primary handler for Vero alone: without redirects, cookies, decompression and distributed tracing, and without a proxy for
/// plain http. The original may serve other HttpClients, and settings are fixed by a handler's first request.
/// </summary>
/// <remarks>
/// An HttpClientHandler is a wrapper around a SocketsHttpHandler and hides <see cref="SocketsHttpHandler.ActivityHeadersPropagator"/>, the only switch
/// that keeps the request, credential included, from diagnostic listeners; so the copy is a SocketsHttpHandler.
/// </remarks>
internal static class PrimaryHandlerCopy
{
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(10);

    /// <summary>A handler for a client without dependency injection.</summary>
    // Decompression is not set: setting it, even to none, links native Brotli and zlib into a native program, more than a megabyte.
    public static SocketsHttpHandler New() => new()
    {
        ActivityHeadersPropagator = null,
        AllowAutoRedirect = false,
        ConnectTimeout = ConnectTimeout,
        PooledConnectionLifetime = VeroHandlerChain.ConnectionLifetime,
        Proxy = new PlainHttpBypass(proxy: null),
        UseCookies = false,
    };

    public static SocketsHttpHandler Of(SocketsHttpHandler original, IMeterFactory? meters)
    {
        var copy = new SocketsHttpHandler
        {
            ActivityHeadersPropagator = null,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            ConnectCallback = original.ConnectCallback,

            // Infinite is the default, so nobody has set it.
            ConnectTimeout = original.ConnectTimeout == Timeout.InfiniteTimeSpan ? ConnectTimeout : original.ConnectTimeout,
            Credentials = original.Credentials,
            DefaultProxyCredentials = original.DefaultProxyCredentials,
            EnableMultipleHttp2Connections = original.EnableMultipleHttp2Connections,
#if NET9_0_OR_GREATER
            EnableMultipleHttp3Connections = original.EnableMultipleHttp3Connections,
#endif
            Expect100ContinueTimeout = original.Expect100ContinueTimeout,
            InitialHttp2StreamWindowSize = original.InitialHttp2StreamWindowSize,
            KeepAlivePingDelay = original.KeepAlivePingDelay,
            KeepAlivePingPolicy = original.KeepAlivePingPolicy,
            KeepAlivePingTimeout = original.KeepAlivePingTimeout,
            MaxConnectionsPerServer = original.MaxConnectionsPerServer,
            MaxResponseDrainSize = original.MaxResponseDrainSize,
            MaxResponseHeadersLength = original.MaxResponseHeadersLength,
            MeterFactory = original.MeterFactory ?? meters,
            PlaintextStreamFilter = original.PlaintextStreamFilter,
            PooledConnectionIdleTimeout = original.PooledConnectionIdleTimeout,
            PooledConnectionLifetime = original.PooledConnectionLifetime,
            PreAuthenticate = original.PreAuthenticate,
            Proxy = new PlainHttpBypass(original.Proxy),
            RequestHeaderEncodingSelector = original.RequestHeaderEncodingSelector,
            ResponseDrainTimeout = original.ResponseDrainTimeout,
            ResponseHeaderEncodingSelector = original.ResponseHeaderEncodingSelector,
            SslOptions = original.SslOptions,
            UseCookies = false,
            UseProxy = original.UseProxy,
        };
        foreach (KeyValuePair<string, object?> property in original.Properties)
            copy.Properties.Add(property);
        return copy;
    }

    /// <summary>Copies an HttpClientHandler.</summary>
    /// <param name="original">The application's handler, not of a derived type.</param>
    /// <param name="scope">The clients that use the copy.</param>
    /// <param name="meters">The application's meters, for a handler that has none.</param>
    public static HttpMessageHandler Of(HttpClientHandler original, CredentialScope scope, IMeterFactory? meters)
    {
        // Only an HttpClientHandler can choose a certificate from the machine's store.
        if (original.ClientCertificateOptions is not ClientCertificateOption.Manual)
            return WithAutomaticCertificates(original, meters);

        var copy = new SocketsHttpHandler
        {
            ActivityHeadersPropagator = null,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            ConnectTimeout = ConnectTimeout,
            Credentials = original.Credentials,
            DefaultProxyCredentials = original.DefaultProxyCredentials,
            MaxConnectionsPerServer = original.MaxConnectionsPerServer,
            MaxResponseHeadersLength = original.MaxResponseHeadersLength,
            MeterFactory = original.MeterFactory ?? meters,
            PooledConnectionLifetime = VeroHandlerChain.ConnectionLifetime,
            PreAuthenticate = original.PreAuthenticate,
            Proxy = new PlainHttpBypass(original.Proxy),
            UseCookies = false,
            UseProxy = original.UseProxy,
        };
        copy.SslOptions.EnabledSslProtocols = original.SslProtocols;
        copy.SslOptions.CertificateRevocationCheckMode =
            original.CheckCertificateRevocationList ? X509RevocationMode.Online : X509RevocationMode.NoCheck;
        if (original.ClientCertificates.Count > 0)
            copy.SslOptions.ClientCertificates = original.ClientCertificates;

        if (original.ServerCertificateCustomValidationCallback is { } isValid)
        {
            // The callback takes a request; this one has no credential.
            copy.SslOptions.RemoteCertificateValidationCallback = (_, certificate, chain, errors) =>
                isValid(new HttpRequestMessage(HttpMethod.Post, scope.Current?.BaseAddress), certificate as X509Certificate2, chain, errors);
        }

        return copy;
    }

    private static HttpClientHandler WithAutomaticCertificates(HttpClientHandler original, IMeterFactory? meters) => new()
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        CheckCertificateRevocationList = original.CheckCertificateRevocationList,
        ClientCertificateOptions = original.ClientCertificateOptions,
        Credentials = original.Credentials,
        DefaultProxyCredentials = original.DefaultProxyCredentials,
        MaxConnectionsPerServer = original.MaxConnectionsPerServer,
        MaxResponseHeadersLength = original.MaxResponseHeadersLength,
        MeterFactory = original.MeterFactory ?? meters,
        PreAuthenticate = original.PreAuthenticate,
        Proxy = new PlainHttpBypass(original.Proxy),
        ServerCertificateCustomValidationCallback = original.ServerCertificateCustomValidationCallback,
        SslProtocols = original.SslProtocols,
        UseCookies = false,
        UseDefaultCredentials = original.UseDefaultCredentials,
        UseProxy = original.UseProxy,
    };
}
#endif
