using Vero.Typed;

namespace Shop.Domain;

/// <summary>Not partial: its request is made by an extension method.</summary>
public sealed class Supplier
{
    [VeroId]
    public Guid Key { get; set; }

    [VeroChannel("push", "ios")]
    public string? Token { get; set; }
}
