using Acme.Vero;
using Vero;

Console.WriteLine(new Customer { Id = 1, System = "S", Vero = "V" }.ToIdentifyRequest().ToJson());
Console.WriteLine(new Lead { Id = 2 }.ToIdentifyRequest().ToJson());

namespace Acme.System
{
    internal static class Buffers;
}

namespace Acme.Vero.Typed
{
    internal static class IdentifyRequest;
}

namespace Acme.Vero
{
    using global::Vero.Typed;

    internal sealed partial class Customer
    {
        [VeroId]
        public int Id { get; init; }

        [VeroTrait]
        public string? System { get; init; }

        [VeroTrait]
        public string? Vero { get; init; }

#if PLANTED
        [VeroTrait("vero")]
        public int Global { get; init; }
#endif
    }
}

namespace Vero
{
    internal sealed class Lead
    {
        [Typed.VeroId]
        public int Id { get; init; }
    }
}
