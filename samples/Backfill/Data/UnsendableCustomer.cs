namespace Backfill.Data;

/// <summary>A customer of which no request could be made.</summary>
internal sealed class UnsendableCustomer
{
    public required string Run { get; init; }

    public long CustomerId { get; init; }

    /// <summary>Why; nothing of the customer.</summary>
    public required string Reason { get; init; }
}
