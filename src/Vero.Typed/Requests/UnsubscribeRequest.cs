using System.ComponentModel;
using System.Text.Json.Serialization;

namespace Vero.Typed;

/// <summary>Stops all messages to a user.</summary>
[TypeConverter(typeof(VeroRequestTypeConverter<UnsubscribeRequest>))]
[JsonConverter(typeof(VeroRequestJsonConverter<UnsubscribeRequest>))]
public sealed class UnsubscribeRequest : VeroRequest
{
    internal UnsubscribeRequest(byte[] body)
        : base(VeroOperation.Unsubscribe, body)
    {
    }

    /// <summary>Makes a request.</summary>
    /// <param name="user">The user.</param>
    /// <exception cref="VeroSerializationException">The id is missing or is one that Vero would reject or misread.</exception>
    public UnsubscribeRequest(VeroIdentity user)
        : base(VeroOperation.Unsubscribe, OperationBody.OfUser("Vero.Typed.UnsubscribeRequest", user))
    {
    }
}
