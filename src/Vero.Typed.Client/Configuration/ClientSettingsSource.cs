namespace Vero.Typed;

/// <summary>Gives each call of one client the endpoint of the options as they are now; it is made once per value of them.</summary>
/// <param name="getOptions">Always valid options, and the same object for as long as they have not changed.</param>
internal sealed class VeroEndpointSource(Func<VeroClientOptions> getOptions)
{
#if NET9_0_OR_GREATER
    private readonly Lock _renewing = new();
#else
    private readonly object _renewing = new();
#endif
    private volatile VeroEndpoint? _current;

    public VeroEndpoint Current
    {
        get
        {
            VeroClientOptions options = getOptions();
            return _current is { } current && current.IsMadeOf(options) ? current : Renew(options);
        }
    }

    private VeroEndpoint Renew(VeroClientOptions options)
    {
        lock (_renewing)
        {
            if (_current is { } current && current.IsMadeOf(options))
                return current;
            return _current = new VeroEndpoint(options, this);
        }
    }
}
