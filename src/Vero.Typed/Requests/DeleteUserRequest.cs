using System.ComponentModel;
using System.Text.Json.Serialization;

namespace Vero.Typed;

/// <summary>Deletes the profile of a user. This cannot be undone.</summary>
/// <remarks>Do not send an identify request of the user afterwards: it would create the profile again.</remarks>
[TypeConverter(typeof(VeroRequestTypeConverter<DeleteUserRequest>))]
[JsonConverter(typeof(VeroRequestJsonConverter<DeleteUserRequest>))]
public sealed class DeleteUserRequest : VeroRequest
{
    internal DeleteUserRequest(byte[] body)
        : base(VeroOperation.DeleteUser, body)
    {
    }

    /// <summary>Makes a request.</summary>
    /// <param name="user">The user.</param>
    /// <exception cref="VeroSerializationException">The id is missing or is one that Vero would reject or misread.</exception>
    public DeleteUserRequest(VeroIdentity user)
        : base(VeroOperation.DeleteUser, OperationBody.OfUser("Vero.Typed.DeleteUserRequest", user))
    {
    }
}
