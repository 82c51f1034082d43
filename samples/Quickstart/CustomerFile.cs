using System.Globalization;
using CsvHelper;

namespace Quickstart;

/// <summary>Reads the rows of a file of customers.</summary>
internal static class CustomerFile
{
    /// <summary>How many rows of the file beside this sample are unsendable on purpose; each is marked in its column <c>note</c>.</summary>
    public const int UnsendableOnPurpose = 16;

    public static async Task<IReadOnlyList<CustomerRow>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        using var text = new StreamReader(path);
        using var csv = new CsvReader(text, CultureInfo.InvariantCulture);
        await csv.ReadAsync();
        csv.ReadHeader();
        string[] columns = csv.HeaderRecord!;

        var rows = new List<CustomerRow>();
        while (await csv.ReadAsync())
        {
            cancellationToken.ThrowIfCancellationRequested();
            rows.Add(new CustomerRow(
                Number: rows.Count + 2,
                columns.ToDictionary(static column => column, column => csv.GetField(column)!, StringComparer.Ordinal)));
        }

        return rows;
    }
}
