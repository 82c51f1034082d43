using System.Text;

namespace Vero.Typed.Analyzers.Emit;

/// <summary>Text with indentation. The newline is always <c>\n</c>, so that output is the same on every machine.</summary>
internal sealed class SourceWriter
{
    private readonly StringBuilder _text = new();
    private int _indentation;

    /// <summary>Writes one or several lines, each indented.</summary>
    public void WriteLine(string lines = "")
    {
        int start = 0;
        while (true)
        {
            int end = lines.IndexOf('\n', start);
            int length = (end < 0 ? lines.Length : end) - start;
            if (length > 0 && lines[start + length - 1] == '\r')
                length--;
            if (length > 0)
                _text.Append(' ', _indentation * 4).Append(lines, start, length);
            _text.Append('\n');
            if (end < 0)
                return;
            start = end + 1;
        }
    }

    public void OpenBlock(string header)
    {
        WriteLine(header);
        WriteLine("{");
        _indentation++;
    }

    public void CloseBlock(string end = "}")
    {
        _indentation--;
        WriteLine(end);
    }

    public override string ToString() => _text.ToString();
}
