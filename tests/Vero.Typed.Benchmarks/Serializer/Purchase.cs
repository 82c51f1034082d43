using System.Text.Json.Serialization;

namespace Vero.Typed.Benchmarks.Serializer;

/// <summary>What a user and an event have in common where they are compared with each other.</summary>
public abstract class PurchaseMembers
{
    [JsonIgnore]
    public Guid Id { get; init; } = new("3f2b8c1e-5a7d-4e90-8b6f-1c2d3e4f5a6b");

    [JsonIgnore]
    public string Email { get; init; } = "margaret.lindqvist@example.com";

    [VeroTrait]
    public string? Product { get; init; } = "Northern Light spectrometer, second edition";

    [VeroTrait]
    public string? Category { get; init; } = "instruments";

    [VeroTrait]
    public string? Coupon { get; init; } = "WINTER-26";

    [VeroTrait]
    public decimal Total { get; init; } = 1204.50m;

    [VeroTrait]
    public int Quantity { get; init; } = 3;

    [VeroTrait]
    public long OrderNumber { get; init; } = 90071992547;

    [VeroTrait]
    public bool Gift { get; init; } = true;

    [VeroTrait]
    public Plan Plan { get; init; } = Plan.Pro;

    [VeroTrait]
    public DateTimeOffset ShipsAt { get; init; } = new(2026, 4, 17, 9, 31, 44, TimeSpan.FromHours(10));

    [VeroTrait]
    public string? City { get; init; } = "Melbourne";
}

/// <summary>The members as an event.</summary>
[VeroEvent("Purchase"), VeroId(From = nameof(Id)), VeroEmail(From = nameof(Email))]
public sealed partial class Purchase : PurchaseMembers;

/// <summary>The members as a user.</summary>
[VeroId(From = nameof(Id)), VeroEmail(From = nameof(Email))]
public sealed partial class Purchaser : PurchaseMembers;
