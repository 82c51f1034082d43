using System.Buffers;

namespace Vero.Typed.Tests;

/// <summary>
/// Gives exactly the size that is asked for, in fresh memory each time, and forgets what was written into memory that was not
/// advanced over: the least that the contract of <see cref="IBufferWriter{T}"/> allows.
/// </summary>
internal sealed class ExactDestination : IBufferWriter<byte>
{
    private readonly List<byte> _written = [];
    private byte[] _current = [];

    public ReadOnlySpan<byte> Written => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_written);

    public void Advance(int count)
    {
        _written.AddRange(_current.AsSpan(0, count));
        _current = [];
    }

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        _current = new byte[Math.Max(sizeHint, 1)];
        _current.AsSpan().Fill(0xFF); // never part of UTF-8: a byte that is handed over without having been written is noticed
        return _current;
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;
}
