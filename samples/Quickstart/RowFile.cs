using CsvHelper;

namespace Quickstart;

/// <summary>A file of rows with named columns.</summary>
/// <param name="Kind">What its rows are, for messages.</param>
/// <param name="Columns">The columns that it must have, in any order.</param>
/// <param name="UnsendableOnPurpose">How many rows of the file beside this sample are unsendable on purpose; each is marked in its column <c>note</c>.</param>
internal sealed record RowFile(string Kind, IReadOnlyList<string> Columns, int UnsendableOnPurpose)
{
    public static readonly RowFile Customers = new(
        "customers",
        [
            "customer_id", "email", "first_name", "last_name", "plan", "signed_up_on", "lifetime_value", "score", "newsletter", "time_zone",
            "language", "user_agent", "android_token", "ios_tokens", "about", "note",
        ],
        UnsendableOnPurpose: 16);

    public static readonly RowFile Orders = new(
        "orders",
        ["order_number", "customer_id", "ordered_at", "product", "quantity", "total", "currency", "coupon", "gift", "note"],
        UnsendableOnPurpose: 10);

    // By default, broken quotes and missing cells are made up for. Here they would shift one row's data into another's columns.
    private static readonly CsvReaderOptions Options = new()
    {
        Separator = ',',
        MalformedData = CsvMalformedDataHandling.Throw,
        FieldCountMismatch = CsvFieldCountHandling.Throw,
    };

    /// <exception cref="InvalidDataException">A column is missing, there twice, or not known.</exception>
    public async Task<IReadOnlyList<FileRow>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        await using CsvReader csv = CsvReader.FromFile(path, Options);
        await csv.ReadHeaderAsync(cancellationToken);
        if (!csv.Headers.Order(StringComparer.Ordinal).SequenceEqual(Columns.Order(StringComparer.Ordinal)))
            throw new InvalidDataException($"The first line of {path} must name these columns, in any order: {string.Join(", ", Columns)}.");

        var rows = new List<FileRow>();
        while (await csv.ReadAsync(cancellationToken))
        {
            var cells = new Dictionary<string, string>(StringComparer.Ordinal);
            for (int i = 0; i < csv.Headers.Count; i++)
                cells.Add(csv.Headers[i], csv.GetString(i));
            rows.Add(new FileRow(Number: rows.Count + 2, cells));
        }

        return rows;
    }
}
