using System.Buffers;
using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Vero.Typed;

/// <summary>Writes the body of a request. For generated code only.</summary>
/// <remarks>
/// <para>
/// A binary contract: code that was emitted into other assemblies calls these members, whatever target framework it was compiled
/// for and whatever later version of this library it runs with. Members are only ever added, and every one of them exists with the
/// same signature on all target frameworks (overloads for types that only newer ones have are added there).
/// </para>
/// <para>
/// Every <c>name</c> is a finished JSON fragment: comma, key, colon, and the opening quote where the value is a string. Commas lead, and
/// opening an object at its end turns the first of them into the brace, so there is no "first member" state. What opens and closes a body
/// comes from the caller, so the writer knows no operation.
/// </para>
/// <para>If anything throws, the buffer is dropped: nothing is returned and nothing is advanced.</para>
/// </remarks>
[CLSCompliant(false)]
[EditorBrowsable(EditorBrowsableState.Never)]
public ref partial struct VeroJsonWriter
{
    // MethodImplOptions.AggressiveOptimization, which netstandard2.0 does not name: compiled once, and not for what the first calls looked like. A
    // runtime that does not know it ignores it.
    internal const MethodImplOptions OptimizedAtOnce = (MethodImplOptions)512;

    // .NET's vectorized methods are not precompiled, and the JIT takes longer for them than for all the rest of the first call. So the
    // first body of a process is written without them, and without the pool.
    private static bool _isWarm;

    // Nearly every body fits into the thread's own buffer, which saves the way to the pool and back: a sixth of a small body's time.
    private const int SpareSize = 4_096;

    [ThreadStatic]
    private static byte[]? _spare;

    private readonly string _typeName;
    private readonly IBufferWriter<byte>? _destination;
    private string? _within;
    private DateTimeKind _unspecifiedMeans;
    private byte[]? _rented;
    private Span<byte> _buffer;
    private int _length;
    private int _skipped;
    private string? _deepMember;

    /// <summary>Starts the body of a request.</summary>
    /// <param name="typeName">The full name of the annotated type, for messages.</param>
    /// <param name="sizeHint">The size in bytes that the body will probably have; 0 when unknown.</param>
    public VeroJsonWriter(string typeName, int sizeHint)
    {
        _typeName = typeName;
        _rented = Rent(sizeHint);
        _buffer = _rented;
    }

    /// <summary>Starts a body that <see cref="Complete"/> hands to <paramref name="writer"/>.</summary>
    /// <param name="typeName">The full name of the annotated type, for messages.</param>
    /// <param name="writer">Receives the body.</param>
    /// <param name="sizeHint">The size in bytes that the body will probably have; 0 when unknown.</param>
    public VeroJsonWriter(string typeName, IBufferWriter<byte> writer, int sizeHint)
    {
        // Never straight into the destination's memory: a getter may write another user into the same destination, which would
        // then lie over this one. The copy at the end costs a few percent, and asks the destination for the exact size.
        _destination = writer ?? throw new ArgumentNullException(nameof(writer));
        _typeName = typeName;
        _rented = Rent(sizeHint);
        _buffer = _rented;
    }

    /// <summary>Ends the body of an identify request.</summary>
    /// <param name="sizeHint">Remembers the size for the next body of the type.</param>
    /// <returns>The request, which owns an exact copy of the bytes.</returns>
    public IdentifyRequest ToIdentifyRequest(ref int sizeHint) => new(ToBody(ref sizeHint));

    internal byte[] ToBody(ref int sizeHint)
    {
        if (_length > VeroContract.MaxBodyBytes)
            throw TooLarge();
        if (_deepMember is not null)
            CheckDepth();
#if NET8_0_OR_GREATER
        byte[] body = GC.AllocateUninitializedArray<byte>(_length);
#else
        var body = new byte[_length];
#endif
        _buffer.Slice(0, _length).CopyTo(body);
        Finish(ref sizeHint);
        return body;
    }

    /// <summary>Ends the body and hands it to the destination.</summary>
    /// <param name="sizeHint">Remembers the size for the next body of the type.</param>
    public void Complete(ref int sizeHint)
    {
        if (_length > VeroContract.MaxBodyBytes)
            throw TooLarge();
        if (_deepMember is not null)
            CheckDepth();
        _buffer.Slice(0, _length).CopyTo(_destination!.GetSpan(_length));
        _destination!.Advance(_length);
        Finish(ref sizeHint);
    }

    /// <summary>Opens <c>data</c>.</summary>
    /// <returns>The place to close it at.</returns>
    public int BeginData() => Begin(",\"data\":"u8);

    /// <summary>Closes <c>data</c>, or takes it back when nothing was written into it.</summary>
    /// <param name="start">What <see cref="BeginData"/> returned.</param>
    public void EndData(int start) => End(start, ",\"data\":"u8.Length, (byte)'{', "}"u8);

    /// <summary>Opens <c>channels</c>.</summary>
    /// <returns>The place to close it at.</returns>
    public int BeginChannels() => Begin(",\"channels\":"u8);

    /// <summary>Closes <c>channels</c>, or takes it back when nothing was written into it.</summary>
    /// <param name="start">What <see cref="BeginChannels"/> returned.</param>
    public void EndChannels(int start) => End(start, ",\"channels\":"u8.Length, (byte)'[', "]"u8);

    /// <summary>Writes a finished JSON fragment.</summary>
    /// <param name="json">UTF-8.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Raw(scoped ReadOnlySpan<byte> json)
    {
        // Not inlined, this method alone makes the whole serializer a third slower.
        int at = _length;
        if (json.Length > _buffer.Length - at)
            Grow(json.Length);
        json.CopyTo(_buffer.Slice(at));
        _length = at + json.Length;
    }

    /// <summary>Counts an item that may write nothing: an endless sequence of those never fills the buffer.</summary>
    public void CountItem() => Skip();

    private void Skip()
    {
        if (++_skipped > VeroContract.MaxBodyBytes)
            throw TooLarge();
    }

    internal void TakeBack(int position) => _length = position;

    private void End(int start, int nameLength, byte open, ReadOnlySpan<byte> close)
    {
        if (_length == start)
        {
            _length = start - nameLength;
            return;
        }

        _buffer[start] = open;
        Raw(close);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Span<byte> Reserve(int size)
    {
        if (size > _buffer.Length - _length)
            Grow(size);
        return _buffer.Slice(_length);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow(int size)
    {
        // Endless sequences and very long strings end here instead of taking all memory. No caller reserves more than three times what it
        // writes, or a few bytes, so nothing is refused that would fit; what is near the limit is measured when it is finished.
        if (_length > VeroContract.MaxBodyBytes || size > 3 * VeroContract.MaxBodyBytes)
            throw TooLarge();

        byte[] larger = ArrayPool<byte>.Shared.Rent(Math.Max(_length + size, 2 * _buffer.Length));
        _buffer.Slice(0, _length).CopyTo(larger);
        byte[]? outgrown = _rented;
        _rented = larger;
        _buffer = larger;
        if (outgrown is not null)
            Return(outgrown);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly VeroSerializationException TooLarge() => new(_typeName, ValueProblems.BodyTooLarge);

    private void Finish(ref int sizeHint)
    {
        // Written only when it is off by much: all threads that serialize the type share the field.
        if (_length > sizeHint || _length < sizeHint / 4)
            sizeHint = _length + (_length >> 3);

        byte[]? rented = _rented;
        _rented = null;
        _buffer = default;
        if (rented is not null)
            Return(rented);
        if (!_isWarm)
            _isWarm = true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static byte[] Rent(int size)
    {
        byte[]? spare = _spare;
        if (spare is null || size > SpareSize)
            return RentAnother(size);

        _spare = null;
        return spare;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static byte[] RentAnother(int size) =>
        _isWarm || size > SpareSize ? ArrayPool<byte>.Shared.Rent(Math.Max(size, SpareSize)) : new byte[SpareSize];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Return(byte[] buffer)
    {
        if (buffer.Length == SpareSize)
            _spare = buffer;
        else
            ArrayPool<byte>.Shared.Return(buffer);
    }
}
