namespace Vero.Typed;

/// <summary>The first request of a user and the rows that it delivers: one, or those of all identifies that could be merged into it.</summary>
internal sealed class MergedIdentify
{
    private static readonly string IdentifyName = OperationTable.Of(VeroOperation.Identify).Name;

    // What an identify may be moved across: neither changes whose profile it is, nor whether there is one.
    private static readonly string[] Crossable = [OperationTable.Of(VeroOperation.Track).Name, OperationTable.Of(VeroOperation.EditTags).Name];

    private MergedIdentify(VeroRequest request, VeroRequest newest, List<PendingRow> rows)
    {
        Request = request;
        Newest = newest;
        Rows = rows;
    }

    /// <summary>What is sent.</summary>
    public VeroRequest Request { get; }

    /// <summary>The newest part alone.</summary>
    public VeroRequest Newest { get; }

    /// <summary>What it delivers, oldest first.</summary>
    public List<PendingRow> Rows { get; }

    /// <param name="first">The request of the first row.</param>
    /// <param name="rows">The oldest rows of the user.</param>
    public static MergedIdentify Of(VeroRequest first, List<PendingRow> rows)
    {
        var merged = new List<PendingRow> { rows[0] };
        if (first is not IdentifyRequest request)
            return new MergedIdentify(first, first, merged);

        IdentifyRequest newest = request;
        for (int i = 1; i < rows.Count; i++)
        {
            PendingRow row = rows[i];
            if (Array.IndexOf(Crossable, row.Operation) >= 0)
                continue;
            if (row.Operation != IdentifyName || row.Envelope is null || TryMerge(request, row.Envelope) is not var (both, part))
                break;
            request = both;
            newest = part;
            merged.Add(row);
        }

        return new MergedIdentify(request, newest, merged);
    }

    private static (IdentifyRequest Both, IdentifyRequest Newest)? TryMerge(IdentifyRequest older, string envelope)
    {
        try
        {
            // What would be too large together stays separate.
            return VeroRequest.ParseEnvelope(envelope) is IdentifyRequest newer && older.TryMerge(newer, out IdentifyRequest? both) ? (both, newer) : null;
        }
        catch (Exception exception) when (exception is VeroSerializationException or FormatException)
        {
            // Not readable: its turn comes, and what is to be done with it is decided then.
            return null;
        }
    }
}
