namespace Vero.Typed;

/// <summary>Adds tags to a user and removes others.</summary>
public sealed class EditTagsRequest : VeroRequest
{
    /// <summary>Makes a request.</summary>
    /// <param name="user">The user.</param>
    /// <param name="add">The tags to add; null or empty adds none.</param>
    /// <param name="remove">The tags to remove; null or empty removes none.</param>
    /// <exception cref="VeroSerializationException">The id or a tag is not one that Vero accepts, a tag is given twice, or there is none.</exception>
    public EditTagsRequest(VeroIdentity user, IEnumerable<string>? add = null, IEnumerable<string>? remove = null)
        : base(VeroOperation.EditTags, OperationBody.OfTags("Vero.Typed.EditTagsRequest", user, add, remove))
    {
    }
}
