using System.Globalization;
using System.Net;

namespace Vero.Typed.Sandbox.Http;

/// <summary>Where the sandbox listens.</summary>
internal static class ListenAddresses
{
    /// <exception cref="ArgumentException">An address is not one to listen on.</exception>
    public static Uri[] Of(VeroSandboxOptions options) => options.Urls.Count == 0
        ? [new Uri(string.Create(CultureInfo.InvariantCulture, $"http://{IPAddress.Loopback}:{options.Port}"))]
        : [.. options.Urls.Select(Parse)];

    /// <summary>The address by which a client on this machine reaches one that the server listens on.</summary>
    public static Uri ForClients(string url)
    {
        var address = new UriBuilder(url);
        if (IPAddress.TryParse(address.Host.Trim('[', ']'), out IPAddress? ip) && (ip.Equals(IPAddress.Any) || ip.Equals(IPAddress.IPv6Any)))
            address.Host = IPAddress.Loopback.ToString();
        return address.Uri;
    }

    private static Uri Parse(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out Uri? address) && address.Scheme == Uri.UriSchemeHttp && address.PathAndQuery == "/"
            ? address
            : throw new ArgumentException($"'{url}' is not an address to listen on; write http://host:port.");
}
