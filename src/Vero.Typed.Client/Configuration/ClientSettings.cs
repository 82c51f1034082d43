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
    private int _isInsecureLogged;

    public ClientSettings(VeroClientOptions options, CredentialScope scope)
    {
        _options = options;
        bool isToken = string.IsNullOrWhiteSpace(options.TrackingApiKey);
        _credential = isToken ? options.AuthToken : options.TrackingApiKey;
        _query = $"?{VeroContract.CredentialNames[isToken ? 0 : 1]}={Uri.EscapeDataString(_credential ?? "")}";
        _baseAddress = options.BaseAddress.AbsoluteUri.TrimEnd('/') + "/";
        Scope = scope;
        BaseAddress = new Uri(_baseAddress);
        Timeout = options.Timeout;
        MaxRetries = options.MaxRetries;
        IsMaxRetriesSet = options.IsMaxRetriesSet;
        ShouldSend = options.ShouldSend;
        IsDryRun = options.DryRun;
        string path = options.ConfigurationPath ?? "Vero";
        string setting = isToken ? nameof(options.AuthToken) : nameof(options.TrackingApiKey);
        CredentialSetting = path.Length == 0 ? setting : $"{path}:{setting}";
    }

    /// <summary>The handler chain that the credential may go through.</summary>
    public CredentialScope Scope { get; }

    public Uri BaseAddress { get; }

    public TimeSpan Timeout { get; }

    public int MaxRetries { get; }

    /// <summary>Whether the application has set <see cref="MaxRetries"/>, which then wins over handlers that retry.</summary>
    public bool IsMaxRetriesSet { get; }

    public Func<VeroRequest, bool>? ShouldSend { get; }

    public bool IsDryRun { get; }

    /// <summary>Whether requests go unencrypted to a host that <see cref="VeroClientOptions.InsecureHosts"/> names.</summary>
    public bool IsInsecure => BaseAddress.Scheme == Uri.UriSchemeHttp && !BaseAddress.IsLoopback;

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
        if (url is RequestUrl own && own.Settings == this && own.Operation.Method == method.Method)
            return own.Operation;
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

    /// <summary>True once, for the first insecure call.</summary>
    public bool IsFirstInsecure() => IsInsecure && _isInsecureLogged == 0 && Interlocked.Exchange(ref _isInsecureLogged, 1) == 0;

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
