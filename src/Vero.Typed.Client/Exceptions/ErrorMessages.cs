namespace Vero.Typed;

/// <summary>The texts of the client's exceptions. What is the same in several, or asserted by tests, is a constant.</summary>
internal static class ErrorMessages
{
    public const string ConnectionClosed = "was closed before the response was complete";
    public const string ClosedBeforeTls = "was closed before TLS was established";
    public const string NotHttp = "is not valid HTTP";
    public const string TooLarge = "exceeds the size limits of the HTTP stack";
    public const string NotVero = "instead of Vero's JSON";
    public const string NoTls = "TLS could not be established with";
    public const string CertificateExpired = "The server certificate is expired or not yet valid. Check this machine's clock.";
    public const string CertificateName =
        "The server certificate is for another host. Check VeroClientOptions.BaseAddress, DNS and proxies.";
    public const string CertificateUntrusted =
        "The server certificate is not trusted. Check this machine's CA certificates, and whether a proxy intercepts TLS.";
    public const string TlsUnknown = "Check that the server speaks TLS on this port, and this machine's CA certificates and clock.";
    public const string TokenRejected = "Vero rejected the credential: set";
    public const string MaySucceedLater = "The same request may succeed later.";
    public const string CheckBaseAddress = "Check VeroClientOptions.BaseAddress.";
    public const string OtherTimeout = "was cancelled by the HttpClient or one of its handlers";

    private const string CheckNetwork = "Check the network, and whether a firewall or proxy is in the way.";
    private const string UnknownDelivery = "Vero may have received the request.";

    /// <summary>Whether the request may be sent again by the caller, where it is unknown whether Vero received it.</summary>
    public static string Resend(OperationFacts operation) => operation.RepeatableFor is { } window
        ? FormattableString.Invariant(
            $"{UnknownDelivery} Sent again within {window.TotalSeconds} seconds it counts once; sent again later it may count twice.")
        : $"{UnknownDelivery} It can be sent again: the {operation.Name} operation has the same effect once or twice.";

    public static string NoHttpClient(Type exception, string? reason) =>
        $"The HttpClient of the Vero client could not be created: {exception}: {reason} Check the handlers that were added to it.";

    public static string ProxyNotReached(string server) =>
        $"The proxy for {server} could not be reached. Check its address, and this machine's DNS and network.";

    public static string HostNotFound(string host) =>
        $"The host {host} was not found. Check VeroClientOptions.BaseAddress, and this machine's DNS, proxy and network.";

    public static string NoConnection(string server, string reason) => $"No connection to {server}{reason}. {CheckNetwork}";

    public static string NotSecure(string server, string advice) => $"{NoTls} {server}. {advice}";

    public static string BrokenBeforeSecure(string server, string reason) =>
        $"The connection to {server} {ClosedBeforeTls}{reason}. Nothing was sent. {CheckNetwork}";

    public static string Proxy(string server) =>
        $"The proxy for {server} refused the connection. Check the proxy's address, credentials and rules.";

    public static string Broken(string server, string reason, OperationFacts operation) =>
        $"The connection to {server} {ConnectionClosed}{reason}. {Resend(operation)}";

    public static string InvalidHttp(string server) =>
        $"The response of {server} {NotHttp}. Check VeroClientOptions.BaseAddress, and what is between this machine and Vero. {UnknownDelivery}";

    public static string ResponseTooLarge(string server) => $"The response of {server} {TooLarge}. {UnknownDelivery}";

    public static string Unknown(string server, Type exception, OperationFacts operation) =>
        $"Sending to {server} failed with {exception} in the HttpClient, one of its handlers or a listener of its metrics. {Resend(operation)}";

    public static string NotVeros(string server, int status, string content) =>
        $"{server} responded with status {status}, but with {content} {NotVero}. Check for a proxy or a captive portal. {UnknownDelivery}";

    public static string Redirect(string server, int status, string target) =>
        $"{server} responded with a redirect ({status}) to {target}. Redirects are not followed, because they would send the user's data elsewhere. "
        + CheckBaseAddress;

    public static string FollowedRedirect(ClientSettings settings) =>
        $"The HttpClient followed a redirect of {settings.Server}, so Vero did not receive the request. Set AllowAutoRedirect of its handler to false, "
        + "and check VeroClientOptions.BaseAddress.";

    public const string UnexpectedRequest =
        "A handler of the HttpClient changed the URL or the method of a request to Vero, or another client shares its primary handler. The credential is "
        + "sent only to VeroClientOptions.BaseAddress: set the address there, and give the Vero client its own primary handler.";

    public static string Timeout(ClientSettings settings, OperationFacts operation) =>
        $"There was no complete response from {settings.Server} within {settings.Timeout:c} (VeroClientOptions.Timeout). {Resend(operation)}";

    public static string CanceledByHandler(ClientSettings settings, OperationFacts operation) =>
        $"The request to {settings.Server} {OtherTimeout} before VeroClientOptions.Timeout ({settings.Timeout:c}), for example by "
        + $"ConnectTimeout or HttpClient.Timeout. {Resend(operation)}";

    public static string RetryAfterTooLong(TimeSpan retryAfter, TimeSpan timeLeft) =>
        $"Retry-After is {retryAfter:c}, longer than the time left ({timeLeft:hh\\:mm\\:ss}, VeroClientOptions.Timeout); not retried.";

    public static string RetryAfterTooLong(TimeSpan retryAfter, OperationFacts operation) =>
        $"Retry-After is {retryAfter:c}, but a {operation.Name} request is retried only within {operation.RepeatableFor:c} of its first attempt; not retried.";
}
