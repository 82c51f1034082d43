namespace Vero.Typed.Sandbox;

/// <summary>One device of a user. A field that was not sent is null: the published schema requires none of them.</summary>
/// <param name="Type">What the address is for, such as <c>push</c>.</param>
/// <param name="Address">The token of the device.</param>
/// <param name="Platform">The system of the device, such as <c>android</c>.</param>
public sealed record SandboxChannel(string? Type, string? Address, string? Platform);
