using System.Text.Json;

namespace Vero.Typed;

/// <summary>Writes the bodies of the operations that have no annotated type of their own.</summary>
internal static class OperationBody
{
    public static byte[] OfUser(VeroOperation operation, VeroIdentity user) => Write(operation, user, static _ => { });

    public static byte[] OfAlias(VeroIdentity user, VeroIdentity newUser) =>
        Write(VeroOperation.Alias, user, json => json.WriteString("new_id"u8, CheckedId(VeroOperation.Alias, "newUser", newUser)));

    public static byte[] OfTags(VeroIdentity user, IEnumerable<string>? add, IEnumerable<string>? remove) => Write(VeroOperation.EditTags, user, json =>
    {
        WriteTags(json, "add", add);
        WriteTags(json, "remove", remove);
    });

    private static void WriteTags(Utf8JsonWriter json, string name, IEnumerable<string>? tags)
    {
        json.WriteStartArray(name);
        foreach (string tag in tags ?? [])
            json.WriteStringValue(tag);
        json.WriteEndArray();
    }

    private static byte[] Write(VeroOperation operation, VeroIdentity user, Action<Utf8JsonWriter> writeRest)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("id"u8, CheckedId(operation, "user", user));
            writeRest(json);
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static string CheckedId(VeroOperation operation, string member, VeroIdentity user) => VeroJsonWriter.CanBeId(user.Id)
        ? user.Id
        : throw new VeroSerializationException(
            $"Vero.Typed.{operation}Request", member, "the id is missing, blank or longer than 254 characters");
}
