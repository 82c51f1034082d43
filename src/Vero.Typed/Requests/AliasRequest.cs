using System.ComponentModel;
using System.Text.Json.Serialization;

namespace Vero.Typed;

/// <summary>Changes the id of a user. If the new id already exists, Vero merges the two users into one.</summary>
/// <remarks>Do not send an identify request with the old id afterwards: it would create the old profile again.</remarks>
[TypeConverter(typeof(VeroRequestTypeConverter<AliasRequest>))]
[JsonConverter(typeof(VeroRequestJsonConverter<AliasRequest>))]
public sealed class AliasRequest : VeroRequest
{
    internal AliasRequest(byte[] body)
        : base(VeroOperation.Alias, body)
    {
    }

    /// <summary>Makes a request.</summary>
    /// <param name="user">The user with the old id.</param>
    /// <param name="newUser">The user with the new id.</param>
    /// <exception cref="VeroSerializationException">An id is missing or is one that Vero would reject or misread, or both are the same.</exception>
    public AliasRequest(VeroIdentity user, VeroIdentity newUser)
        : base(VeroOperation.Alias, OperationBody.OfAlias("Vero.Typed.AliasRequest", user, newUser))
    {
    }

    /// <summary>The new id. Decoded from the body on each call.</summary>
    public string NewUserId => ReadTopLevelString("new_id"u8)!;
}
