using Vero.Typed;

namespace Shop.Friends;

internal class Customer
{
    [VeroId]
    internal int Id { get; set; }

    [VeroTrait]
    internal string? City { get; set; }
}
