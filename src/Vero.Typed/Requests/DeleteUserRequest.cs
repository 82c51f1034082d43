namespace Vero.Typed;

/// <summary>Deletes the profile of a user. This cannot be undone.</summary>
public sealed class DeleteUserRequest : VeroRequest
{
    /// <summary>Makes a request.</summary>
    /// <param name="user">The user.</param>
    /// <exception cref="VeroSerializationException">The id is not one that Vero accepts.</exception>
    public DeleteUserRequest(VeroIdentity user)
        : base(VeroOperation.DeleteUser, OperationBody.OfUser("Vero.Typed.DeleteUserRequest", user))
    {
    }
}
