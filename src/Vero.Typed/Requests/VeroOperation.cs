namespace Vero.Typed;

/// <summary>The operations of Vero's Track API.</summary>
public enum VeroOperation
{
    /// <summary>Creates or updates the profile of a user: <c>POST users/track</c>.</summary>
    Identify,

    /// <summary>Records an event of a user: <c>POST events/track</c>.</summary>
    Track,

    /// <summary>Changes the id of a user, or merges two users into one: <c>PUT users/reidentify</c>.</summary>
    Alias,

    /// <summary>Stops all messages to a user: <c>POST users/unsubscribe</c>.</summary>
    Unsubscribe,

    /// <summary>Allows messages to a user again: <c>POST users/resubscribe</c>.</summary>
    Resubscribe,

    /// <summary>Deletes the profile of a user, which cannot be undone: <c>POST users/delete</c>.</summary>
    DeleteUser,

    /// <summary>Adds tags to a user and removes others: <c>PUT users/tags/edit</c>.</summary>
    EditTags,
}
