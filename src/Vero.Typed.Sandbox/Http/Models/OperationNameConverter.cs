using System.Text.Json;
using System.Text.Json.Serialization;

namespace Vero.Typed.Sandbox.Http.Models;

/// <summary>Operations by their names in the table of operations, such as <c>edit_tags</c>.</summary>
internal sealed class OperationNameConverter : JsonConverter<VeroOperation>
{
    public override VeroOperation Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && OperationTable.Find(reader.GetString()!) is { } facts
            ? facts.Operation
            : throw new JsonException($"An operation is one of {string.Join(", ", OperationTable.All.Select(static facts => facts.Name))}.");

    public override void Write(Utf8JsonWriter writer, VeroOperation value, JsonSerializerOptions options) => writer.WriteStringValue(OperationTable.Of(value).Name);
}
