namespace Vero.Typed.Tests.NetStandardDomain;

/// <summary>A value of a trait.</summary>
public sealed class Address
{
    /// <summary>Text.</summary>
    [VeroTrait] public string? City { get; set; }

    /// <summary>A number.</summary>
    [VeroTrait] public double? Latitude { get; set; }
}
