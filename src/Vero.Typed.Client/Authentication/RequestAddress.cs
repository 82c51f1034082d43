namespace Vero.Typed;

/// <summary>
/// An address that knows which endpoint it is of. Whoever copies a request copies its address, so the token handler finds the token that
/// the call began with, even if the options have changed since.
/// </summary>
internal sealed class EndpointAddress(string address, VeroEndpoint endpoint) : Uri(address)
{
    internal VeroEndpoint Endpoint { get; } = endpoint;
}
