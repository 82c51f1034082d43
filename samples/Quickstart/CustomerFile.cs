using CsvHelper;

namespace Quickstart;

/// <summary>Reads the rows of a file of customers.</summary>
internal static class CustomerFile
{
    /// <summary>How many rows of the file beside this sample are unsendable on purpose; each is marked in its column <c>note</c>.</summary>
    public const int UnsendableOnPurpose = 16;

    // By default, broken quotes and missing cells are made up for. Here they would shift one customer's data into another's columns.
    private static readonly CsvReaderOptions Options = new()
    {
        Separator = ',',
        MalformedData = CsvMalformedDataHandling.Throw,
        FieldCountMismatch = CsvFieldCountHandling.Throw,
    };

    public static async Task<IReadOnlyList<CustomerRow>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        await using CsvReader csv = CsvReader.FromFile(path, Options);
        await csv.ReadHeaderAsync(cancellationToken);

        var rows = new List<CustomerRow>();
        while (await csv.ReadAsync(cancellationToken))
        {
            var cells = new Dictionary<string, string>(StringComparer.Ordinal);
            for (int i = 0; i < csv.Headers.Count; i++)
                cells.Add(csv.Headers[i], csv.GetString(i));
            rows.Add(new CustomerRow(Number: rows.Count + 2, cells));
        }

        return rows;
    }
}
