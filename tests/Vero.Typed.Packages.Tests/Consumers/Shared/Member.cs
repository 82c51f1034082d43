using Shop.Domain;
using Vero.Typed;

namespace Shop.App;

/// <summary>Derives from a class of another assembly: generator and rules must have come here with it.</summary>
public sealed partial class Member : Customer
{
    [VeroTrait]
    public decimal Balance { get; set; }

#if PLANTED
    [VeroLanguage]
    public int Language { get; set; }
#endif
}
