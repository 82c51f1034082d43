namespace Vero.Typed;

/// <summary>Stops all messages to a user.</summary>
public sealed class UnsubscribeRequest : VeroRequest
{
    /// <summary>Makes a request.</summary>
    /// <param name="user">The user.</param>
    /// <exception cref="VeroSerializationException">The id is not one that Vero accepts.</exception>
    public UnsubscribeRequest(VeroIdentity user)
        : base(VeroOperation.Unsubscribe, OperationBody.OfUser("Vero.Typed.UnsubscribeRequest", user))
    {
    }
}
