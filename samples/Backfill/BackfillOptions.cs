namespace Backfill;

/// <summary>The section <c>Backfill</c> of the configuration: <c>--Backfill:PageSize 500</c> or <c>Backfill__PageSize=500</c>.</summary>
internal sealed class BackfillOptions
{
    /// <summary>The name of the run. One that has ended is not repeated: take another name to send all customers again.</summary>
    public string Run { get; set; } = "1";

    /// <summary>How many customers a transaction reads and enlists.</summary>
    public int PageSize { get; set; } = 200;

    /// <summary>How many operations may be pending before reading waits, so that the table stays small.</summary>
    public int MostPending { get; set; } = 5000;

    /// <summary>The file that lists who was not delivered, one JSON object a line.</summary>
    public string RejectsFile { get; set; } = "rejects.jsonl";

    /// <summary>How many customers to invent in a database without tables.</summary>
    public int Invent { get; set; } = 2000;
}
