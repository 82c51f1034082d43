namespace Quickstart;

/// <summary>One customer as the file has it: nothing but text.</summary>
/// <param name="Number">The row as a spreadsheet counts it: the header is row 1.</param>
/// <param name="Cells">The text of each column.</param>
internal sealed record CustomerRow(int Number, IReadOnlyDictionary<string, string> Cells)
{
    private const string UnsendableMark = "unsendable";

    /// <summary>Whether the file says that this row cannot be sent, on purpose.</summary>
    public bool IsMarkedUnsendable => Cells["note"].StartsWith(UnsendableMark, StringComparison.Ordinal);
}
