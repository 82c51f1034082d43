using System.Net.Http;
using System.Net.Sockets;
using System.Security.Authentication;

namespace Vero.Typed;

/// <summary>Turns exceptions of the HTTP stack into Vero exceptions with advice.</summary>
internal static class TransportFailure
{
    /// <param name="exception">Anything but a cancellation.</param>
    /// <param name="settings">The settings of the call.</param>
    /// <param name="operation">The operation.</param>
    public static VeroException Translate(Exception exception, ClientSettings settings, OperationFacts operation)
    {
        string server = settings.Server;
        return Classify(exception, settings) switch
        {
            TransportFailureKind.HostNotFound =>
                new VeroConnectionException(ErrorMessages.HostNotFound(settings.BaseAddress.IdnHost), Harmless(exception, settings)),
            TransportFailureKind.NoConnection =>
                new VeroConnectionException(ErrorMessages.NoConnection(server, Reason(exception)), Harmless(exception, settings)),
            TransportFailureKind.NotSecure =>
                new VeroConnectionException(ErrorMessages.NotSecure(server, TlsAdvice(exception)), Harmless(exception, settings), isTransient: false),
            TransportFailureKind.BrokenBeforeSecure =>
                new VeroConnectionException(ErrorMessages.BrokenBeforeSecure(server, Reason(exception)), Harmless(exception, settings)),

            // The stack's text contains the URL of the proxy, which may contain its password.
            TransportFailureKind.ProxyNotReached => new VeroConnectionException(ErrorMessages.ProxyNotReached(server)),
            TransportFailureKind.Proxy => new VeroConnectionException(ErrorMessages.Proxy(server)),
            TransportFailureKind.Broken =>
                new VeroConnectionException(ErrorMessages.Broken(server, Reason(exception), operation), Harmless(exception, settings)),

            // The stack's text repeats what the server sent.
            TransportFailureKind.NotHttp => new VeroProtocolException(ErrorMessages.InvalidHttp(server)),
            TransportFailureKind.TooLong => new VeroProtocolException(ErrorMessages.ResponseTooLarge(server), Harmless(exception, settings)),
            _ => new VeroConnectionException(ErrorMessages.Unknown(server, exception.GetType(), operation), Harmless(exception, settings)),
        };
    }

    /// <summary>Whether the server caused the exception with a response that is not HTTP: then its text, at any depth, may repeat what was received.</summary>
    public static bool IsOfServersMaking(Exception exception)
    {
        for (Exception? inner = exception; inner is not null; inner = inner.InnerException)
        {
            if (ErrorOf(inner) is HttpRequestError.InvalidResponse)
                return true;
        }

        return false;
    }

    /// <summary>How the HTTP stack itself classifies its exception.</summary>
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

    private static TransportFailureKind Classify(Exception exception, ClientSettings settings)
    {
        if (IsOfServersMaking(exception))
            return TransportFailureKind.NotHttp;
        switch (ErrorOf(exception))
        {
            case HttpRequestError.NameResolutionError:
                return IsAboutProxy(exception, settings) ? TransportFailureKind.ProxyNotReached : TransportFailureKind.HostNotFound;
            case HttpRequestError.ConnectionError:
                return IsAboutProxy(exception, settings) ? TransportFailureKind.ProxyNotReached : TransportFailureKind.NoConnection;
            // A connection that is closed during the handshake says nothing about the certificate: another attempt may succeed.
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

    // The original is kept for its stack trace and codes, unless its text could repeat what a server or a handler was given.
    private static Exception? Harmless(Exception exception, ClientSettings settings)
    {
#if !NET8_0_OR_GREATER
        // Here the stack does not say which of its texts repeat a line of the server. Those about sockets and certificates do not.
        if (Find<SocketException>(exception) is null && Find<AuthenticationException>(exception) is null)
            return null;
#endif
        return settings.NewSecrets().IsIn(exception.ToString()) ? null : exception;
    }

    // The stack's text ends with the host and port that it could not reach.
    private static bool IsAboutProxy(Exception exception, ClientSettings settings)
    {
        string text = exception.Message;
        int start = text.LastIndexOf('(');
        if (start < 0 || text[text.Length - 1] != ')')
            return false;

        string target = text.Substring(start + 1).TrimEnd(')');
        string host = settings.BaseAddress.IdnHost.Trim('[', ']');
        string server = FormattableString.Invariant($"{host}:{settings.BaseAddress.Port}");
        return target.Contains(':') && !string.Equals(target.Replace("[", "").Replace("]", ""), server, StringComparison.OrdinalIgnoreCase);
    }

    private static string Reason(Exception exception) => Find<SocketException>(exception) is { } socket ? $" ({socket.SocketErrorCode})" : "";

    private static string TlsAdvice(Exception exception)
    {
        string text = exception.ToString();
        if (text.Contains("NotTimeValid"))
            return ErrorMessages.CertificateExpired;
        if (text.Contains("RemoteCertificateNameMismatch"))
            return ErrorMessages.CertificateName;
        if (text.Contains("UntrustedRoot") || text.Contains("PartialChain") || text.Contains("RemoteCertificateChainErrors"))
            return ErrorMessages.CertificateUntrusted;
        return ErrorMessages.TlsUnknown;
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
