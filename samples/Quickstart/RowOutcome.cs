namespace Quickstart;

/// <summary>What became of one row.</summary>
/// <param name="Row">The row.</param>
/// <param name="Result">What became of it.</param>
/// <param name="Detail">Why it was not sent; the body for a row that was.</param>
internal sealed record RowOutcome(CustomerRow Row, RowResult Result, string Detail);
