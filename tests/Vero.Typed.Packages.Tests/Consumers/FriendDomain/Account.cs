using Vero.Typed;

namespace Shop.Friends;

internal partial class Account
{
    [VeroId]
    internal string? Number { get; set; }

    [VeroTrait]
    internal bool Open => true;
}
