namespace Vero.Typed;

/// <summary>Allows messages to a user again.</summary>
public sealed class ResubscribeRequest : VeroRequest
{
    /// <summary>Makes a request.</summary>
    /// <param name="user">The user.</param>
    /// <exception cref="VeroSerializationException">The id is not one that Vero accepts.</exception>
    public ResubscribeRequest(VeroIdentity user)
        : base(VeroOperation.Resubscribe, OperationBody.OfUser("Vero.Typed.ResubscribeRequest", user))
    {
    }
}
