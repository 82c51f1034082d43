namespace Backfill.Data;

/// <summary>How far a run has come. It is written in the transaction that enlists a page, so that it never says more or less than was enlisted.</summary>
internal sealed class BackfillRun
{
    public required string Name { get; init; }

    public DateTimeOffset StartedAt { get; init; }

    /// <summary>The id of the last customer that was read.</summary>
    public long LastId { get; set; }

    public long CustomersRead { get; set; }

    /// <summary>Whether the last customer was read.</summary>
    public bool IsReadToTheEnd { get; set; }
}
