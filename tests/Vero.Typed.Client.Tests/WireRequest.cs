using System.Text;

namespace Vero.Typed.Client.Tests;

/// <summary>One request exactly as it came over the wire.</summary>
internal sealed record WireRequest(string Head, byte[] Body)
{
    public string Line => Head[..Head.IndexOf("\r\n", StringComparison.Ordinal)];

    public string Target => Line.Split(' ')[1];

    public string Text => Encoding.UTF8.GetString(Body);

    public IEnumerable<string> HeaderNames => Head.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line[..line.IndexOf(':')]);

    public int Count(string text) => (Head + Text).Split(text).Length - 1;
}
