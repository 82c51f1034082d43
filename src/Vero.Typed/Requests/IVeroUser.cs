using System.Buffers;

namespace Vero.Typed;

/// <summary>A user that can be sent to Vero. The source generator implements it on every annotated type that is <c>partial</c>.</summary>
public interface IVeroUser
{
    /// <summary>Builds the identify request for the user as it is now.</summary>
    /// <returns>The request; later changes of the user do not change it.</returns>
    /// <exception cref="VeroSerializationException">
    /// A member holds a value that Vero would reject or misread, or the request is larger than 1,048,576 bytes.
    /// </exception>
    IdentifyRequest ToIdentifyRequest();

    /// <summary>Writes the JSON body of the identify request, as UTF-8, without allocating.</summary>
    /// <param name="writer">Receives the whole body, or nothing if an exception is thrown.</param>
    /// <exception cref="VeroSerializationException">
    /// A member holds a value that Vero would reject or misread, or the request is larger than 1,048,576 bytes.
    /// </exception>
    void WriteIdentifyRequest(IBufferWriter<byte> writer);

    /// <summary>Who the user is at Vero: id and email address, with the checks of the annotated type applied.</summary>
    /// <returns>The identity, from which the requests of the other operations are made.</returns>
    /// <exception cref="VeroSerializationException">The id or the email address is one that Vero would reject or misread.</exception>
    VeroIdentity ToVeroIdentity();
}
