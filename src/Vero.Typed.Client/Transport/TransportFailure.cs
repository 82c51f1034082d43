using System.Net.Http;
using System.Net.Sockets;
using System.Security.Authentication;

namespace Vero.Typed;

/// <summary>Turns what the HTTP stack throws into an exception of ours with advice.</summary>
internal static class TransportFailure
{
    /// <param name="exception">Anything but a cancellation.</param>
    /// <param name="endpoint">Where the request went.</param>
    public static VeroException Translate(Exception exception, VeroEndpoint endpoint)
    {
        string server = endpoint.Server;
        switch (Classify(exception))
        {
            case TransportFailureKind.HostNotFound:
                return new VeroConnectionException(
                    $"The host {endpoint.Address.IdnHost} was not found. Check VeroClientOptions.BaseAddress, and DNS, proxy and network of this machine.",
                    Harmless(exception, endpoint));
            case TransportFailureKind.NoConnection:
                return new VeroConnectionException(
                    $"No connection to {server}{Reason(exception)}. Check the network, and whether a firewall or proxy stands in between.",
                    Harmless(exception, endpoint));
            case TransportFailureKind.NotSecure:
                return new VeroConnectionException(
                    $"No secure connection to {server}. {TlsAdvice(exception)}", Harmless(exception, endpoint), isTransient: false);
            case TransportFailureKind.BrokenBeforeSecure:
                return new VeroConnectionException(
                    $"The connection to {server} broke{Reason(exception)} before it was secure. Nothing was sent; another try may succeed. "
                    + "Check the network, and whether a firewall or proxy stands in between.",
                    Harmless(exception, endpoint));
            case TransportFailureKind.Proxy:
                // The stack's text holds the address of the proxy, which may hold its password.
                return new VeroConnectionException($"The proxy on the way to {server} refused to connect. Check its address, user name and rules.");
            case TransportFailureKind.Broken:
                return new VeroConnectionException(
                    $"The connection to {server} broke before the answer was complete{Reason(exception)}. Whether Vero got the request is unknown; "
                    + "sending it again is safe.",
                    Harmless(exception, endpoint));
            case TransportFailureKind.NotHttp:
                // The stack's text repeats what the server sent.
                return new VeroProtocolException(
                    $"The answer of {server} is not valid HTTP. Check VeroClientOptions.BaseAddress, and what stands in between. "
                    + "Whether Vero got the request is unknown.");
            case TransportFailureKind.TooLong:
                return new VeroProtocolException(
                    $"The headers or the stated length of the answer of {server} are beyond every limit. Whether Vero got the request is unknown.",
                    Harmless(exception, endpoint));
            default:
                return new VeroConnectionException(
                    $"Sending to {server} failed with {exception.GetType()}, in the HttpClient or one of its handlers. "
                    + "Whether Vero got the request is unknown; sending it again is safe.",
                    Harmless(exception, endpoint));
        }
    }

    /// <summary>What the HTTP stack itself says of its exception.</summary>
    public static HttpRequestError ErrorOf(Exception exception) =>
#if NET8_0_OR_GREATER
        exception switch
        {
            HttpRequestException { HttpRequestError: var error } => error,
            HttpIOException { HttpRequestError: var error } => error,
            _ => HttpRequestError.Unknown,
        };
#else
        NewerStack.ErrorOf(exception);
#endif

    private static TransportFailureKind Classify(Exception exception)
    {
        switch (ErrorOf(exception))
        {
            case HttpRequestError.NameResolutionError:
                return TransportFailureKind.HostNotFound;
            case HttpRequestError.ConnectionError:
                return TransportFailureKind.NoConnection;
            // A connection that breaks before it is secure says nothing about the certificate: another try may succeed.
            case HttpRequestError.SecureConnectionError:
                return Find<AuthenticationException>(exception) is null && Find<IOException>(exception) is not null
                    ? TransportFailureKind.BrokenBeforeSecure
                    : TransportFailureKind.NotSecure;
            case HttpRequestError.ProxyTunnelError or HttpRequestError.UserAuthenticationError:
                return TransportFailureKind.Proxy;
            case HttpRequestError.ResponseEnded or HttpRequestError.HttpProtocolError:
                return TransportFailureKind.Broken;
            case HttpRequestError.InvalidResponse or HttpRequestError.VersionNegotiationError or HttpRequestError.ExtendedConnectNotSupported:
                return TransportFailureKind.NotHttp;
            case HttpRequestError.ConfigurationLimitExceeded:
                return TransportFailureKind.TooLong;
        }

        if (Find<AuthenticationException>(exception) is not null)
            return TransportFailureKind.NotSecure;
#if !NET8_0_OR_GREATER
        // .NET Framework.
        switch (Find<System.Net.WebException>(exception)?.Status)
        {
            case System.Net.WebExceptionStatus.NameResolutionFailure:
                return TransportFailureKind.HostNotFound;
            case System.Net.WebExceptionStatus.ConnectFailure:
                return TransportFailureKind.NoConnection;
            case System.Net.WebExceptionStatus.TrustFailure or System.Net.WebExceptionStatus.SecureChannelFailure:
                return TransportFailureKind.NotSecure;
            case System.Net.WebExceptionStatus.ProxyNameResolutionFailure or System.Net.WebExceptionStatus.RequestProhibitedByProxy:
                return TransportFailureKind.Proxy;
            case System.Net.WebExceptionStatus.ServerProtocolViolation:
                return TransportFailureKind.NotHttp;
            case System.Net.WebExceptionStatus.MessageLengthLimitExceeded:
                return TransportFailureKind.TooLong;
        }
#endif
        return Find<SocketException>(exception)?.SocketErrorCode switch
        {
            SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain => TransportFailureKind.HostNotFound,
            SocketError.ConnectionRefused or SocketError.HostUnreachable or SocketError.NetworkUnreachable => TransportFailureKind.NoConnection,
            not null => TransportFailureKind.Broken,
            null => Find<IOException>(exception) is not null ? TransportFailureKind.Broken : TransportFailureKind.Unknown,
        };
    }

    // The original is worth keeping for its stack and codes, unless its text could repeat what a server or a handler was given.
    private static Exception? Harmless(Exception exception, VeroEndpoint endpoint)
    {
#if !NET8_0_OR_GREATER
        // Here the stack does not say which of its texts repeat a line of the server. Those about sockets and certificates do not.
        if (Find<SocketException>(exception) is null && Find<AuthenticationException>(exception) is null)
            return null;
#endif
        return endpoint.NewSecrets().IsIn(exception.ToString()) ? null : exception;
    }

    private static string Reason(Exception exception) => Find<SocketException>(exception) is { } socket ? $" ({socket.SocketErrorCode})" : "";

    private static string TlsAdvice(Exception exception)
    {
        string text = exception.ToString();
        if (text.Contains("NotTimeValid"))
            return "Its certificate is not valid now: check the clock of this machine.";
        if (text.Contains("RemoteCertificateNameMismatch"))
            return "Its certificate is for another host: check VeroClientOptions.BaseAddress, DNS and proxies.";
        if (text.Contains("UntrustedRoot") || text.Contains("PartialChain") || text.Contains("RemoteCertificateChainErrors"))
            return "Its certificate is not trusted: are the CA certificates of this machine current, and does a proxy open TLS connections?";
        return "Does the server speak TLS at this port, and are CA certificates and clock of this machine right?";
    }

    private static T? Find<T>(Exception? exception)
        where T : Exception
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            if (exception is T found)
                return found;
        }

        return null;
    }
}
