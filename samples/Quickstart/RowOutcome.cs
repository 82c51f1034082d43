using Vero.Typed;

namespace Quickstart;

/// <summary>What became of one row.</summary>
/// <param name="Row">The row.</param>
/// <param name="Result">What became of it.</param>
/// <param name="Detail">Why it was not sent; the body for a row that was.</param>
internal sealed record RowOutcome(FileRow Row, RowResult Result, string Detail)
{
    public static RowOutcome Of(DeliveryResult<FileRow> result) => result switch
    {
        { Status: DeliveryStatus.Delivered } => new(result.Item, RowResult.Sent, result.Request!.ToJson()),
        { Status: DeliveryStatus.NotSerialized, Exception: UnreadableCellException or VeroSerializationException } =>
            new(result.Item, RowResult.Unsendable, result.Exception.Message),
        { Status: DeliveryStatus.NotSent } => new(result.Item, RowResult.NotSent, ""),
        _ => new(result.Item, RowResult.Failed, result.ToString()),
    };
}
