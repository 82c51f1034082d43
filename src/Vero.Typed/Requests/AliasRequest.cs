namespace Vero.Typed;

/// <summary>Changes the id of a user; if the new id exists already, Vero merges the two users into one.</summary>
public sealed class AliasRequest : VeroRequest
{
    /// <summary>Makes a request.</summary>
    /// <param name="user">The user with the old id.</param>
    /// <param name="newUser">The user with the new id.</param>
    /// <exception cref="VeroSerializationException">An id is not one that Vero accepts, or both are the same.</exception>
    public AliasRequest(VeroIdentity user, VeroIdentity newUser)
        : base(VeroOperation.Alias, OperationBody.OfAlias("Vero.Typed.AliasRequest", user, newUser))
    {
    }

    /// <summary>The new id. Decoded from the body on each call.</summary>
    public string NewUserId => ReadTopLevelString("new_id"u8)!;
}
