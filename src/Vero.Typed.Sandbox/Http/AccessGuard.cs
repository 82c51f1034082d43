using System.Net;
using Microsoft.AspNetCore.Http;

namespace Vero.Typed.Sandbox.Http;

/// <summary>
/// Refuses what a web page of somebody else could send: the sandbox shows personal data. A name that is made to resolve to this machine (DNS
/// rebinding) is in the Host header; a request of another page has its origin.
/// </summary>
internal sealed class AccessGuard(IEnumerable<string> allowedHosts)
{
    private readonly HashSet<string> _allowedHosts = new(allowedHosts, StringComparer.OrdinalIgnoreCase);

    /// <summary>Why a request is refused, or null.</summary>
    public string? Refusal(HttpRequest request)
    {
        if (!IsKnown(request.Host.Host))
            return "The Host header is neither loopback nor an allowed host of the sandbox.";
        if (request.Headers.Origin is [{ } origin, ..] && !IsOwn(origin, request.Host))
            return "The request comes from a page of another origin.";
        return request.Headers["Sec-Fetch-Site"] is [{ } site, ..] && site is not ("same-origin" or "none") && !IsLinkToPage(request)
            ? "The request comes from a page of another origin."
            : null;
    }

    private bool IsKnown(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out IPAddress? address) && IPAddress.IsLoopback(address))
        || _allowedHosts.Contains(host);

    // The scheme may be that of a proxy.
    private static bool IsOwn(string origin, HostString host) =>
        Uri.TryCreate(origin, UriKind.Absolute, out Uri? uri) && string.Equals(uri.Authority, new UriBuilder("http://" + host.Value).Uri.Authority, StringComparison.OrdinalIgnoreCase);

    // The page itself changes nothing and cannot be framed.
    private static bool IsLinkToPage(HttpRequest request) =>
        request.Path == "/" && HttpMethods.IsGet(request.Method) && request.Headers["Sec-Fetch-Mode"] == "navigate";
}
