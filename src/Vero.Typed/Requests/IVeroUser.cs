using System.Buffers;

namespace Vero.Typed;

/// <summary>
/// A customer that can be sent to Vero. The source generator implements it on every annotated type that is <c>partial</c>.
/// </summary>
public interface IVeroUser
{
    /// <summary>Builds the Identify request for the customer as it is now.</summary>
    /// <returns>The request; later changes of the customer do not change it.</returns>
    /// <exception cref="VeroSerializationException">
    /// A member holds a value that Vero would refuse or misread, or the request is larger than 1,048,576 bytes.
    /// </exception>
    IdentifyRequest ToIdentifyRequest();

    /// <summary>Writes the JSON body of the Identify request, as UTF-8, without allocating.</summary>
    /// <param name="writer">Receives the whole body, or nothing when an exception is thrown.</param>
    /// <exception cref="VeroSerializationException">
    /// A member holds a value that Vero would refuse or misread, or the request is larger than 1,048,576 bytes.
    /// </exception>
    void WriteIdentifyRequest(IBufferWriter<byte> writer);
}
