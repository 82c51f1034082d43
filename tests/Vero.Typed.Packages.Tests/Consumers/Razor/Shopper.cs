using Microsoft.AspNetCore.Components;
using Vero.Typed;

namespace Shop.Web;

public abstract partial class Shopper : ComponentBase
{
    [VeroId]
    public int Number { get; set; }
}
