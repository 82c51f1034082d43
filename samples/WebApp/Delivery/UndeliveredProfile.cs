using WebApp.Customers;

namespace WebApp.Delivery;

/// <summary>
/// A customer whose profile at Vero is not up to date. The request itself is not kept: by the time it is sent again, the customer may have changed.
/// </summary>
public sealed class UndeliveredProfile(CustomerId customerId)
{
    public CustomerId CustomerId { get; private set; } = customerId;

    public DateTimeOffset LastTriedAt { get; set; }

    /// <summary>Why it could not be delivered; nothing of the customer.</summary>
    public string Reason { get; set; } = "";
}
