using System.Diagnostics;

namespace Vero.Typed;

/// <summary>What one valid value of the options comes to: addresses, built once, and the texts that must never be shown.</summary>
internal sealed class VeroEndpoint
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string _token;
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly VeroClientOptions _options;

    public VeroEndpoint(VeroClientOptions options, VeroEndpointSource source)
    {
        _options = options;
        _token = options.AuthToken!;
        Source = source;
        string address = options.BaseAddress.AbsoluteUri.TrimEnd('/') + "/users/track";
        Address = new EndpointAddress(address, this);
        AddressWithToken = new Uri(address + "?auth_token=" + Uri.EscapeDataString(_token));
        Timeout = options.Timeout;
    }

    /// <summary>The client that the endpoint is of. Its token goes through no connection of another one.</summary>
    public VeroEndpointSource Source { get; }

    public Uri Address { get; }

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public Uri AddressWithToken { get; }

    public TimeSpan Timeout { get; }

    /// <summary>Host and port, for messages.</summary>
    public string Server => Address.GetComponents(UriComponents.HostAndPort, UriFormat.SafeUnescaped);

    /// <summary>Whether these are the very options; what somebody has changed in them since does not count.</summary>
    public bool IsMadeOf(VeroClientOptions options) => ReferenceEquals(_options, options);

    public SecretText NewSecrets()
    {
        var secrets = new SecretText();
        secrets.Add(_token);
        secrets.Add(Uri.EscapeDataString(_token));
        return secrets;
    }
}
