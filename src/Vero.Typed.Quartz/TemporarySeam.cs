using System.Text.Json;
using System.Text.Json.Nodes;
namespace Vero.Typed;
#pragma warning disable
internal static class TemporarySeam
{
    extension(VeroRequest request)
    {
        public string ToEnvelope() => $$"""{"v":1,"operation":"{{OperationTable.Of(request.Operation).Name}}","body":{{request.ToJson()}}}""";
        public static VeroRequest ParseEnvelope(string envelope)
        {
            JsonNode node;
            try { node = JsonNode.Parse(envelope)!; } catch (JsonException e) { throw new FormatException(e.Message); }
            if (node["v"]!.GetValue<int>() != 1) throw new VeroSerializationException("x", "y", "version");
            string body = node["body"]!.ToJsonString();
            string id = (string?)node["body"]!["id"] ?? "";
            return (string)node["operation"]! switch
            {
                "identify" => IdentifyRequest.Parse(body),
                "delete_user" => new DeleteUserRequest(new VeroIdentity(id)),
                "alias" => new AliasRequest(new VeroIdentity(id), new VeroIdentity((string)node["body"]!["new_id"]!)),
                "edit_tags" => new EditTagsRequest(new VeroIdentity(id), node["body"]!["add"]!.AsArray().Select(t => (string)t!).ToArray()),
                "unsubscribe" => new UnsubscribeRequest(new VeroIdentity(id)),
                "resubscribe" => new ResubscribeRequest(new VeroIdentity(id)),
                _ => throw new VeroSerializationException("x", "y", "operation"),
            };
        }
    }
    extension(IdentifyRequest older)
    {
        public IdentifyRequest Merge(IdentifyRequest newer)
        {
            var a = JsonNode.Parse(older.ToJson())!.AsObject(); var b = JsonNode.Parse(newer.ToJson())!.AsObject();
            if (b["data"] is JsonObject d) { var t = a["data"] as JsonObject; if (t is null) a["data"] = t = new JsonObject(); foreach (var (k, v) in d.ToArray()) { d.Remove(k); t[k] = v; } }
            return IdentifyRequest.Parse(a.ToJsonString());
        }
    }
}
