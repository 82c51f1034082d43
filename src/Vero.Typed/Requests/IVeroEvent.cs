using System.Buffers;

namespace Vero.Typed;

/// <summary>An event that can be tracked. The source generator implements it on every type with <see cref="VeroEventAttribute"/> that is <c>partial</c>.</summary>
public interface IVeroEvent
{
    /// <summary>Builds the track request for the event as it is now, for a user.</summary>
    /// <param name="user">The user; replaces the identity that the event itself may have.</param>
    /// <returns>The request; later changes of the event do not change it.</returns>
    /// <exception cref="VeroSerializationException">
    /// A member or the identity holds a value that Vero would reject or misread, or the request is larger than 1,048,576 bytes.
    /// </exception>
    TrackRequest ToTrackRequest(VeroIdentity user);

    /// <summary>Writes the JSON body of the track request, as UTF-8, without allocating.</summary>
    /// <param name="writer">Receives the whole body, or nothing if an exception is thrown.</param>
    /// <param name="user">The user; replaces the identity that the event itself may have.</param>
    /// <exception cref="VeroSerializationException">
    /// A member or the identity holds a value that Vero would reject or misread, or the request is larger than 1,048,576 bytes.
    /// </exception>
    void WriteTrackRequest(IBufferWriter<byte> writer, VeroIdentity user);
}
