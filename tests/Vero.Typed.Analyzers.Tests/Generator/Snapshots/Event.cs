using System;
using Vero.Typed;

namespace Shop;

[VeroEvent("Placed order", Source = "shop")]
public sealed partial record OrderPlaced(
    [VeroId] int CustomerId,
    [VeroTrait] string Number,
    [VeroTrait] decimal? Total,
    [VeroCreatedAt] DateTime? At);
