namespace Quickstart;

/// <summary>What became of a row.</summary>
internal enum RowResult
{
    /// <summary>Vero accepted it.</summary>
    Sent,

    /// <summary>It cannot be sent, whoever tries: nothing left this machine.</summary>
    Unsendable,

    /// <summary>The call failed.</summary>
    Failed,
}

/// <param name="Row">The row.</param>
/// <param name="Result">What became of it.</param>
/// <param name="Detail">Why it was not sent; the body for a row that was.</param>
internal sealed record RowOutcome(CustomerRow Row, RowResult Result, string Detail);
