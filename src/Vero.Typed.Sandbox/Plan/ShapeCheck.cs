using System.Globalization;
using System.Text.Json;

namespace Vero.Typed.Sandbox.Plan;

/// <summary>Whether a value has the shape that a plan says.</summary>
internal static class ShapeCheck
{
    public static bool Fits(JsonElement value, PlanShape shape) => shape switch
    {
        PlanShape.Nullable nullable => value.ValueKind == JsonValueKind.Null || Fits(value, nullable.WithoutNull),
        PlanShape.Items items => value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(item => Fits(item, items.Item)),
        PlanShape.OneOfShapes union => union.Alternatives.Any(alternative => Fits(value, alternative)),
        PlanShape.Literal literal => value.ValueKind == JsonValueKind.String && value.GetString() == literal.Value,
        PlanShape.Flags flags => value.ValueKind == JsonValueKind.String && value.GetString()!.Split(", ").All(name => flags.Names.Contains(name, StringComparer.Ordinal)),
        PlanShape.Word word => Fits(value, word.Name),
        _ => throw new InvalidOperationException($"The sandbox does not know the shape {shape.GetType().Name}."),
    };

    /// <summary>What a value is, in the words of a plan.</summary>
    public static string Describe(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.Number => "number",
        JsonValueKind.True or JsonValueKind.False => "bool",
        _ => "null",
    };

    private static bool Fits(JsonElement value, PlanWord word) => word switch
    {
        PlanWord.Any => true,
        PlanWord.Bool => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        PlanWord.Number => value.ValueKind == JsonValueKind.Number,
        PlanWord.Object => value.ValueKind == JsonValueKind.Object,
        PlanWord.Hours => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out long hours) && VeroContract.IsTimezone(hours),
        PlanWord.Date => value.ValueKind == JsonValueKind.String && DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        PlanWord.DateTime => value.ValueKind == JsonValueKind.String && value.TryGetDateTime(out _),
        PlanWord.String or PlanWord.Language or PlanWord.Phone => value.ValueKind == JsonValueKind.String,
        _ => throw new InvalidOperationException($"The sandbox does not know the shape {word}."),
    };
}
