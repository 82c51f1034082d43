using System.Text.Json.Serialization;

namespace Vero.Typed.Benchmarks.Serializer;

/// <summary>The body of a purchase as System.Text.Json writes it.</summary>
public sealed record PurchaseDto(
    [property: JsonPropertyName("identity")] PurchaseIdentityDto Identity,
    [property: JsonPropertyName("event_name")] string EventName,
    [property: JsonPropertyName("data")] PurchaseDataDto Data)
{
    public static PurchaseDto From(PurchaseMembers purchase) => new(
        new PurchaseIdentityDto(purchase.Id, purchase.Email), "Purchase", PurchaseDataDto.From(purchase));
}

public sealed record PurchaseIdentityDto([property: JsonPropertyName("id")] Guid Id, [property: JsonPropertyName("email")] string Email);

public sealed record PurchaseDataDto(
    [property: JsonPropertyName("product")] string? Product,
    [property: JsonPropertyName("category")] string? Category,
    [property: JsonPropertyName("coupon")] string? Coupon,
    [property: JsonPropertyName("total")] decimal Total,
    [property: JsonPropertyName("quantity")] int Quantity,
    [property: JsonPropertyName("order_number")] long OrderNumber,
    [property: JsonPropertyName("gift")] bool Gift,
    [property: JsonPropertyName("plan")] string Plan,
    [property: JsonPropertyName("ships_at")] DateTimeOffset ShipsAt,
    [property: JsonPropertyName("city")] string? City)
{
    public static PurchaseDataDto From(PurchaseMembers purchase) => new(
        purchase.Product, purchase.Category, purchase.Coupon, purchase.Total, purchase.Quantity, purchase.OrderNumber, purchase.Gift,
        NameOf(purchase.Plan), purchase.ShipsAt, purchase.City);

    private static string NameOf(Plan plan) => plan switch
    {
        Serializer.Plan.Free => nameof(Serializer.Plan.Free),
        Serializer.Plan.Pro => nameof(Serializer.Plan.Pro),
        _ => nameof(Serializer.Plan.Enterprise),
    };
}
