using System.ComponentModel;
using System.Text.Json.Serialization;

namespace Vero.Typed;

/// <summary>Adds tags to a user and removes others.</summary>
[TypeConverter(typeof(VeroRequestTypeConverter<EditTagsRequest>))]
[JsonConverter(typeof(VeroRequestJsonConverter<EditTagsRequest>))]
public sealed class EditTagsRequest : VeroRequest
{
    internal EditTagsRequest(byte[] body)
        : base(VeroOperation.EditTags, body)
    {
    }

    /// <summary>Makes a request.</summary>
    /// <param name="user">The user.</param>
    /// <param name="add">The tags to add; null or empty adds none.</param>
    /// <param name="remove">The tags to remove; null or empty removes none.</param>
    /// <exception cref="VeroSerializationException">
    /// The id is missing or is one that Vero would reject or misread; a tag is null, blank, has white space at its ends, or is given twice (also once
    /// in each list); there is no tag at all; or the request is larger than 1,048,576 bytes.
    /// </exception>
    public EditTagsRequest(VeroIdentity user, IEnumerable<string>? add = null, IEnumerable<string>? remove = null)
        : base(VeroOperation.EditTags, OperationBody.OfTags("Vero.Typed.EditTagsRequest", user, add, remove))
    {
    }
}
