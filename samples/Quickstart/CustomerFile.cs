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

    private static readonly string[] Columns =
    [
        "customer_id", "email", "first_name", "last_name", "plan", "signed_up_on", "lifetime_value", "score", "newsletter", "time_zone",
        "language", "user_agent", "android_token", "ios_tokens", "about", "note",
    ];

    /// <exception cref="InvalidDataException">A column is missing, there twice, or not known.</exception>
    public static async Task<IReadOnlyList<CustomerRow>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        await using CsvReader csv = CsvReader.FromFile(path, Options);
        await csv.ReadHeaderAsync(cancellationToken);
        if (!csv.Headers.Order(StringComparer.Ordinal).SequenceEqual(Columns.Order(StringComparer.Ordinal)))
            throw new InvalidDataException($"The first line of {path} must name these columns, in any order: {string.Join(", ", Columns)}.");

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
