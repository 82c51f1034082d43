namespace Vero.Typed;

/// <summary>Gives each call of one client a snapshot of the current options; one snapshot is taken per value of them.</summary>
internal sealed class ClientSettingsSource
{
    private readonly Func<VeroClientOptions> _getOptions;
#if NET9_0_OR_GREATER
    private readonly Lock _renewing = new();
#else
    private readonly object _renewing = new();
#endif
    private volatile ClientSettings? _current;

    /// <param name="getOptions">Returns valid options, and the same object until they change.</param>
    /// <param name="scope">The handler chain that the client shares with others; null for its own.</param>
    public ClientSettingsSource(Func<VeroClientOptions> getOptions, CredentialScope? scope = null)
    {
        _getOptions = getOptions;
        Scope = scope ?? new CredentialScope(() => Current);
    }

    public CredentialScope Scope { get; }

    public ClientSettings Current
    {
        get
        {
            VeroClientOptions options = _getOptions();
            return _current is { } current && current.IsSnapshotOf(options) ? current : Renew(options);
        }
    }

    private ClientSettings Renew(VeroClientOptions options)
    {
        lock (_renewing)
        {
            if (_current is { } current && current.IsSnapshotOf(options))
                return current;
            return _current = new ClientSettings(options, Scope);
        }
    }
}
