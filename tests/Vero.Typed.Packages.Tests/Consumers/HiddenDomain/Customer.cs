using Vero.Typed;

namespace Shop.Hidden;

public sealed class Customer
{
    [VeroId]
    public int Id { get; set; }

    public string Body() => this.ToIdentifyRequest().ToJson();
}
