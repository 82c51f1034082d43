namespace Vero.Typed;

/// <summary>Writes the bodies of the operations that have no annotated type of their own.</summary>
internal static class OperationBody
{
    public static byte[] OfUser(string requestType, VeroIdentity user)
    {
        VeroJsonWriter json = Open(requestType, user);
        return Close(ref json);
    }

    public static byte[] OfAlias(string requestType, VeroIdentity user, VeroIdentity newUser)
    {
        VeroJsonWriter json = Open(requestType, user);
        json.Id(",\"new_id\":\""u8, newUser, nameof(newUser));
        if (string.Equals(user.Id, newUser.Id, StringComparison.Ordinal))
            throw new VeroSerializationException(requestType, nameof(newUser), ValueProblems.AliasToItself);
        return Close(ref json);
    }

    // A list without tags is left out: Vero requires one of the two only.
    public static byte[] OfTags(string requestType, VeroIdentity user, IEnumerable<string>? add, IEnumerable<string>? remove)
    {
        VeroJsonWriter json = Open(requestType, user);
        var known = new HashSet<string>(SeededHash.Strings);
        WriteTags(ref json, ",\"add\":"u8, add, known, requestType, nameof(add));
        WriteTags(ref json, ",\"remove\":"u8, remove, known, requestType, nameof(remove));
        if (known.Count == 0)
            throw new VeroSerializationException(requestType, nameof(add), ValueProblems.NoTags);
        return Close(ref json);
    }

    private static void WriteTags(
        ref VeroJsonWriter json, ReadOnlySpan<byte> name, IEnumerable<string>? tags, HashSet<string> known, string requestType, string member)
    {
        if (tags is null || RunTimeCollections.IsUnset(tags))
            return;

        int position = json.Position;
        int start = json.Begin(name);
        foreach (string? tag in tags)
        {
            if (VeroContract.CheckTag(tag) is not TagFault.None and var fault)
                throw new VeroSerializationException(requestType, member, ValueProblems.Of(fault));
            if (!known.Add(tag))
                throw new VeroSerializationException(requestType, member, ValueProblems.TagTwice);
            json.Member(",\""u8, tag);
        }

        if (json.Position == start)
            json.TakeBack(position);
        else
            json.EndArray(start);
    }

    private static VeroJsonWriter Open(string requestType, VeroIdentity user)
    {
        var json = new VeroJsonWriter(requestType, 0);
        json.Id("{\"id\":\""u8, user, nameof(user));
        return json;
    }

    private static byte[] Close(ref VeroJsonWriter json)
    {
        int sizeHint = 0;
        json.Raw("}"u8);
        return json.ToBody(ref sizeHint);
    }
}
