using System;
using System.Collections.Generic;
using Vero.Typed;

[assembly: VeroSerialization(Naming = Naming.CamelCase)]

namespace Shop;

public sealed partial class Buyer
{
    [VeroId] public CustomerId Id { get; init; }
    [VeroTrait] public IReadOnlyList<Order?> Orders { get; init; } = [];
    [VeroTrait] public Dictionary<string, Channels> Consents { get; init; } = new();
}

public readonly record struct CustomerId(long Value);

public sealed record Order([VeroTrait] int Number, [VeroTrait] string[]? Items);

[Flags]
public enum Channels { None = 0, Email = 1, Push = 2 }
