using System.Diagnostics;

namespace Vero.Typed;

/// <summary>What one valid value of the options comes to: addresses, built once, and the texts that must never be shown.</summary>
internal sealed class VeroEndpoint
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string _token;

    public VeroEndpoint(VeroClientOptions options)
    {
        _token = options.AuthToken!;
        string address = options.BaseAddress.AbsoluteUri.TrimEnd('/') + "/users/track";
        Address = new Uri(address);
        AddressWithToken = new Uri(address + "?auth_token=" + Uri.EscapeDataString(_token));
        Timeout = options.Timeout;
        MaxRetries = options.MaxRetries;
    }

    public Uri Address { get; }

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public Uri AddressWithToken { get; }

    public TimeSpan Timeout { get; }

    public int MaxRetries { get; }

    /// <summary>Host and port, for messages.</summary>
    public string Server => Address.GetComponents(UriComponents.HostAndPort, UriFormat.SafeUnescaped);

    public SecretText NewSecrets()
    {
        var secrets = new SecretText();
        secrets.Add(_token);
        secrets.Add(Uri.EscapeDataString(_token));
        return secrets;
    }
}
