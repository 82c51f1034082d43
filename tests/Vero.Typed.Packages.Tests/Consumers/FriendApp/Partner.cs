using Shop.Domain;
using Shop.Friends;
using Vero.Typed;

// The base is one assembly's, the converter another's, and both are used here.
[assembly: VeroConverters(typeof(AmountConverters))]

namespace Shop.Friends;

[VeroId(From = nameof(Key), Prefix = "partner-")]
[VeroTrait("balance", From = nameof(Balance))]
[VeroTrait("currency", From = "Balance.Currency")]
internal sealed partial class Partner : Entity
{
    [VeroTrait]
    internal Amount[] Payments { get; set; } = [];
}

[VeroEvent]
internal sealed record PaymentReceived([VeroId] string PartnerId, [VeroTrait] Amount Sum);
