namespace Backfill.Customers;

/// <summary>What a customer pays for. Sent and stored by name.</summary>
internal enum Plan
{
    Free,
    Pro,
}
