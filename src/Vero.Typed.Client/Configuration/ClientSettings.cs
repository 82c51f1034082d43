using System.Diagnostics;

namespace Vero.Typed;

/// <summary>What one valid value of the options comes to: addresses, built once, and the texts that must never be shown.</summary>
internal sealed class VeroEndpoint
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string? _credential;
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly VeroClientOptions _options;
    private int _isDryRunAnnounced;

    public VeroEndpoint(VeroClientOptions options, VeroEndpointSource source)
    {
        _options = options;
        bool isToken = string.IsNullOrWhiteSpace(options.TrackingApiKey);
        _credential = isToken ? options.AuthToken : options.TrackingApiKey;
        Source = source;
        string address = options.BaseAddress.AbsoluteUri.TrimEnd('/') + "/users/track";
        Address = new EndpointAddress(address, this);
        AddressWithToken = new Uri($"{address}?{(isToken ? "auth_token" : "tracking_api_key")}={Uri.EscapeDataString(_credential ?? "")}");
        Timeout = options.Timeout;
        MaxRetries = options.MaxRetries;
        IsDryRun = options.DryRun;
        string path = options.ConfigurationPath ?? "Vero";
        string setting = isToken ? nameof(options.AuthToken) : nameof(options.TrackingApiKey);
        CredentialSetting = path.Length == 0 ? setting : $"{path}:{setting}";
    }

    /// <summary>The client that the endpoint is of. Its token goes through no connection of another one.</summary>
    public VeroEndpointSource Source { get; }

    public Uri Address { get; }

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public Uri AddressWithToken { get; }

    public TimeSpan Timeout { get; }

    public int MaxRetries { get; }

    public bool IsDryRun { get; }

    /// <summary>The name of the setting that holds the credential, for messages.</summary>
    public string CredentialSetting { get; }

    /// <summary>Host and port, for messages.</summary>
    public string Server => Address.GetComponents(UriComponents.HostAndPort, UriFormat.SafeUnescaped);

    /// <summary>Whether these are the very options; what somebody has changed in them since does not count.</summary>
    public bool IsMadeOf(VeroClientOptions options) => ReferenceEquals(_options, options);

    /// <summary>True once, for the first call of a dry run.</summary>
    public bool AnnouncesDryRun() => Interlocked.Exchange(ref _isDryRunAnnounced, 1) == 0;

    public SecretText NewSecrets()
    {
        var secrets = new SecretText();
        if (_credential is { Length: > 0 })
        {
            secrets.Add(_credential);
            secrets.Add(Uri.EscapeDataString(_credential));
        }

        return secrets;
    }
}
