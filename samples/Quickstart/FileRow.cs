namespace Quickstart;

/// <summary>One row as the file has it: nothing but text.</summary>
/// <param name="Number">The row as a spreadsheet counts it: the header is row 1.</param>
/// <param name="Cells">The text of each column.</param>
internal sealed record FileRow(int Number, IReadOnlyDictionary<string, string> Cells)
{
    private const string UnsendableMark = "unsendable";

    /// <summary>Reads the text of a cell.</summary>
    public delegate bool Reader<T>(string text, out T value);

    /// <summary>Whether the file says that this row cannot be sent, on purpose.</summary>
    public bool IsMarkedUnsendable => Cells["note"].StartsWith(UnsendableMark, StringComparison.Ordinal);

    /// <summary>The text of a cell; null if it is empty, which means "not known".</summary>
    public string? Text(string column) => Cells[column] is { Length: > 0 } text ? text : null;

    /// <summary>The value of a cell; null if it is empty.</summary>
    /// <exception cref="UnreadableCellException">It cannot be read.</exception>
    public T? Value<T>(string column, Reader<T> read, string problem)
        where T : struct
    {
        if (Text(column) is not { } text)
            return null;
        return read(text, out T value) ? value : throw new UnreadableCellException(column, problem);
    }
}
