using System.Buffers;

namespace Vero.Typed;

/// <summary>An event that says itself which user it belongs to. The source generator implements it on every partial event with <see cref="VeroIdAttribute"/>.</summary>
public interface IVeroUserEvent : IVeroEvent
{
    /// <summary>Builds the track request for the event as it is now.</summary>
    /// <returns>The request; later changes of the event do not change it.</returns>
    /// <exception cref="VeroSerializationException">
    /// A member holds a value that Vero would reject or misread, or the request is larger than 1,048,576 bytes.
    /// </exception>
    TrackRequest ToTrackRequest();

    /// <summary>Writes the JSON body of the track request, as UTF-8, without allocating.</summary>
    /// <param name="writer">Receives the whole body, or nothing if an exception is thrown.</param>
    /// <exception cref="VeroSerializationException">
    /// A member holds a value that Vero would reject or misread, or the request is larger than 1,048,576 bytes.
    /// </exception>
    void WriteTrackRequest(IBufferWriter<byte> writer);
}
