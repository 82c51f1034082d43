using System.ComponentModel;
using System.Text.Json.Serialization;

namespace Vero.Typed;

/// <summary>Allows messages to a user again.</summary>
[TypeConverter(typeof(VeroRequestTypeConverter<ResubscribeRequest>))]
[JsonConverter(typeof(VeroRequestJsonConverter<ResubscribeRequest>))]
public sealed class ResubscribeRequest : VeroRequest
{
    internal ResubscribeRequest(byte[] body)
        : base(VeroOperation.Resubscribe, body)
    {
    }

    /// <summary>Makes a request.</summary>
    /// <param name="user">The user.</param>
    /// <exception cref="VeroSerializationException">The id is missing or is one that Vero would reject or misread.</exception>
    public ResubscribeRequest(VeroIdentity user)
        : base(VeroOperation.Resubscribe, OperationBody.OfUser("Vero.Typed.ResubscribeRequest", user))
    {
    }
}
