using System.Text;

namespace Vero.Typed;

/// <summary>
/// A plan as it stands in a file: its lines, what cannot be read, and its comments. The format is specified in the README of Vero.Typed.
/// </summary>
internal sealed class PlanFile
{
    /// <summary>The name of the file.</summary>
    public const string Name = "VeroPlan.txt";

    /// <summary>What a file begins with that had nothing in it.</summary>
    public const string Title = "# What this project sends to Vero.";

    private const int MarkerLength = 7;

    private readonly IReadOnlyList<string> _header;
    private readonly IReadOnlyList<string> _footer;
    private readonly string _newLine;

    private PlanFile(
        IReadOnlyList<string> header, IReadOnlyList<PlanEntry> entries, IReadOnlyList<string> footer, IReadOnlyList<PlanError> errors, string newLine)
    {
        _header = header;
        Entries = entries;
        _footer = footer;
        Errors = errors;
        _newLine = newLine;
    }

    /// <summary>The lines that could be read, in the order of the file.</summary>
    public IReadOnlyList<PlanEntry> Entries { get; }

    /// <summary>The lines that could not, in the order of the file.</summary>
    public IReadOnlyList<PlanError> Errors { get; }

    /// <summary>Reads a file: one pass, whatever is in it.</summary>
    public static PlanFile Parse(string text)
    {
        var entries = new List<PlanEntry>();
        var errors = new List<PlanError>();
        var header = new List<string>();
        var above = new List<string>();
        string? newLine = null;
        bool isFirst = true;
        int next;
        for (int start = text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0; start < text.Length; start = next)
        {
            int end = EndOfLine(text, start);
            next = end + LengthOfNewLine(text, end);
            newLine ??= next > end ? text.Substring(end, next - end) : null;
            int first = start;
            int last = end;
            while (first < last && PlanText.IsBlank(text[first]))
                first++;
            while (last > first && PlanText.IsBlank(text[last - 1]))
                last--;

            if (first == last || text[first] == PlanText.Comment)
            {
                above.Add(text.Substring(start, last - start));
                continue;
            }

            // What stands at the top is about the file, up to its first blank line.
            if (isFirst)
            {
                int blank = above.FindIndex(static line => line.Trim().Length == 0);
                header = above.GetRange(0, blank < 0 ? above.Count : blank + 1);
                above.RemoveRange(0, header.Count);
                isFirst = false;
            }

            if (IsConflictMarker(text, start, last))
            {
                errors.Add(new PlanError(start, last - start, PlanReasons.ConflictMarker));
            }
            else if (PlanLineReader.Read(text, first, last, out PlanError? error) is { } line)
            {
                entries.Add(new PlanEntry(line, first, last - first, above));
                above = [];
            }
            else
            {
                errors.Add(error!);
            }
        }

        return new PlanFile(header, entries, above, errors, newLine ?? "\n");
    }

    /// <summary>
    /// The file with its lines in order, each once, and with its comments: those at the top stay there, those above a line stay above it, those
    /// at the end stay at the end. What cannot be read is not in it, so nothing is written while there are <see cref="Errors"/>.
    /// </summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        Append(text, _header);
        PlanLine? before = null;
        foreach (PlanEntry entry in Entries.OrderBy(static entry => entry.Line))
        {
            Append(text, entry.Above);
            if (!entry.Line.Equals(before))
                text.Append(entry.Line).Append(_newLine);
            before = entry.Line;
        }

        Append(text, _footer);
        return text.ToString();
    }

    /// <summary>The file after a change.</summary>
    public PlanFile With(PlanChange change)
    {
        var entries = new List<PlanEntry>();
        var above = new List<string>();
        var written = new HashSet<(string, PlanPath)>();
        foreach (PlanEntry entry in Entries)
        {
            PlanLine line = change.Renamed(entry.Line);
            bool isSet = change.Lines.TryGetValue(line.Key, out PlanLine? set);
            above.AddRange(entry.Above);
            if (change.Removed.Contains(entry.Line.Key) || (isSet && !written.Add(line.Key)))
                continue;

            // What is said of a line that goes stays, for whoever said it to decide.
            entries.Add(entry with { Line = set ?? line, Above = above });
            above = [];
        }

        foreach (PlanLine added in change.Lines.Values)
        {
            if (written.Add(added.Key))
                entries.Add(new PlanEntry(added, Start: 0, Length: 0, Above: []));
        }

        bool isNew = Entries.Count == 0 && _header.Count == 0 && _footer.All(static line => line.Length == 0);
        IReadOnlyList<string> header = isNew ? [Title] : Entries.Count == 0 ? [.. _header, .. _footer] : _header;
        IReadOnlyList<string> footer = Entries.Count == 0 ? [] : [.. above, .. _footer];
        return new PlanFile(header, entries, footer, Errors, _newLine);
    }

    private static int EndOfLine(string text, int start)
    {
        int end = start;
        while (end < text.Length && text[end] is not ('\n' or '\r'))
            end++;
        return end;
    }

    private static int LengthOfNewLine(string text, int end) =>
        end == text.Length ? 0 : text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n' ? 2 : 1;

    private static bool IsConflictMarker(string text, int start, int end)
    {
        char first = text[start];
        if (first is not ('<' or '=' or '>' or '|') || end - start < MarkerLength)
            return false;
        for (int i = start; i < start + MarkerLength; i++)
        {
            if (text[i] != first)
                return false;
        }

        return end - start == MarkerLength || PlanText.IsBlank(text[start + MarkerLength]);
    }

    private void Append(StringBuilder text, IReadOnlyList<string> lines)
    {
        foreach (string line in lines)
            text.Append(line).Append(_newLine);
    }
}
