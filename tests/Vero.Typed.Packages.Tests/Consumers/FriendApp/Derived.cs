using Vero.Typed;

namespace Shop.Friends;

internal sealed class Member : Customer
{
    [VeroTrait]
    internal int Visits { get; set; }
}

internal sealed partial class SavingsAccount : Account
{
    [VeroTrait]
    internal double Interest { get; set; }
}
