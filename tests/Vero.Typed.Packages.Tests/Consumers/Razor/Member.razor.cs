using Vero.Typed;

namespace Shop.Web;

#if PLANTED
public partial class Member
#else
public partial class Member : Shopper
#endif
{
    [VeroTrait]
    public int Points { get; set; }
}
