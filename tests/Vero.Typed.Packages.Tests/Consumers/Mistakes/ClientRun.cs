using Vero.Typed;

namespace Shop.Client;

internal static class ClientRun
{
    public static IEnumerable<IdentifyRequest> Requests() => [new Buyer { Id = 9 }.ToIdentifyRequest()];
}
