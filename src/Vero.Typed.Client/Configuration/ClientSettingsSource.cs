namespace Vero.Typed;

/// <summary>Gives each call of one client a snapshot of the current options; one snapshot is taken per value of them.</summary>
/// <param name="getOptions">Returns valid options, and the same object until they change.</param>
internal sealed class ClientSettingsSource(Func<VeroClientOptions> getOptions)
{
#if NET9_0_OR_GREATER
    private readonly Lock _renewing = new();
#else
    private readonly object _renewing = new();
#endif
    private volatile ClientSettings? _current;

    public ClientSettings Current
    {
        get
        {
            VeroClientOptions options = getOptions();
            return _current is { } current && current.IsSnapshotOf(options) ? current : Renew(options);
        }
    }

    private ClientSettings Renew(VeroClientOptions options)
    {
        lock (_renewing)
        {
            if (_current is { } current && current.IsSnapshotOf(options))
                return current;
            return _current = new ClientSettings(options, this);
        }
    }
}
