using System.Buffers;

namespace Vero.Typed.Tests.NetStandardDomain;

// netstandard2.0 has no ArrayBufferWriter. This one also gives exactly what is asked for, the least that its contract allows.
internal sealed class Destination : IBufferWriter<byte>
{
    private readonly List<byte> _written = [];
    private byte[] _current = [];

    public void Advance(int count) => _written.AddRange(new ArraySegment<byte>(_current, 0, count));

    public Memory<byte> GetMemory(int sizeHint = 0) => _current = new byte[Math.Max(sizeHint, 1)];

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public byte[] ToArray() => _written.ToArray();
}
