using Vero.Typed;

namespace NativeAot;

/// <summary>Sent as an object of the members that have the attribute.</summary>
internal sealed record Address([VeroTrait] string City, [VeroTrait] string Country, string? Street = null);
