namespace NativeAot;

/// <summary>Sent as the Guid that it holds.</summary>
internal readonly record struct CustomerId(Guid Value);
