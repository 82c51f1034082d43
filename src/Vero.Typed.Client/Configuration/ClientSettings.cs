using System.Diagnostics;

namespace Vero.Typed;

/// <summary>
/// A snapshot of one client's options: what a call reads once and keeps until it completes. It holds the credential, builds the URLs, and knows
/// which strings must never be shown.
/// </summary>
internal sealed class ClientSettings
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string? _credential;
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string _query;
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly VeroClientOptions _options;
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly Uri?[] _urlsWithCredential = new Uri?[OperationTable.All.Count];
    private readonly RequestUrl?[] _urls = new RequestUrl?[OperationTable.All.Count];
    private readonly string _baseAddress;
    private int _isDryRunLogged;

    public ClientSettings(VeroClientOptions options, ClientSettingsSource source)
    {
        _options = options;
        bool isToken = string.IsNullOrWhiteSpace(options.TrackingApiKey);
        _credential = isToken ? options.AuthToken : options.TrackingApiKey;
        _query = $"?{(isToken ? "auth_token" : "tracking_api_key")}={Uri.EscapeDataString(_credential ?? "")}";
        _baseAddress = options.BaseAddress.AbsoluteUri.TrimEnd('/') + "/";
        Source = source;
        BaseAddress = new Uri(_baseAddress);
        Timeout = options.Timeout;
        MaxRetries = options.MaxRetries;
        IsDryRun = options.DryRun;
        string path = options.ConfigurationPath ?? "Vero";
        string setting = isToken ? nameof(options.AuthToken) : nameof(options.TrackingApiKey);
        CredentialSetting = path.Length == 0 ? setting : $"{path}:{setting}";
    }

    /// <summary>The client that the settings belong to. Its credential never goes through a connection of another client.</summary>
    public ClientSettingsSource Source { get; }

    public Uri BaseAddress { get; }

    public TimeSpan Timeout { get; }

    public int MaxRetries { get; }

    public bool IsDryRun { get; }

    /// <summary>The name of the setting that holds the credential, for messages.</summary>
    public string CredentialSetting { get; }

    /// <summary>Host and port, for messages.</summary>
    public string Server => BaseAddress.GetComponents(UriComponents.HostAndPort, UriFormat.SafeUnescaped);

    /// <summary>The URL of an operation, without the credential.</summary>
    public RequestUrl UrlOf(OperationFacts operation) =>
        _urls[(int)operation.Operation] ??= new RequestUrl(_baseAddress + operation.Path, this, operation);

    /// <summary>The URL of an operation, with the credential in its query.</summary>
    public Uri UrlWithCredentialOf(OperationFacts operation) =>
        _urlsWithCredential[(int)operation.Operation] ??= new Uri(_baseAddress + operation.Path + _query);

    /// <summary>The operation that has this method and URL, or null.</summary>
    public OperationFacts? FindOperation(HttpMethod method, Uri? url)
    {
        foreach (OperationFacts operation in OperationTable.All)
        {
            if (operation.Method == method.Method && url == UrlOf(operation))
                return operation;
        }

        return null;
    }

    /// <summary>Whether the snapshot was taken of this object. Later changes of the object do not count.</summary>
    public bool IsSnapshotOf(VeroClientOptions options) => ReferenceEquals(_options, options);

    /// <summary>True once, for the first call of a dry run.</summary>
    public bool IsFirstDryRun() => Interlocked.Exchange(ref _isDryRunLogged, 1) == 0;

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
