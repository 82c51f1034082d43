namespace Vero.Typed;

/// <summary>A pause of the deliveries of one client.</summary>
public sealed class VeroDeliveryPause
{
    internal VeroDeliveryPause(string client, string reason, DateTimeOffset since)
    {
        Client = client;
        Reason = reason;
        Since = since;
    }

    /// <summary>The name of the client; empty for the client without a name.</summary>
    public string Client { get; }

    /// <summary>Why.</summary>
    public string Reason { get; }

    /// <summary>Since when.</summary>
    public DateTimeOffset Since { get; }
}
