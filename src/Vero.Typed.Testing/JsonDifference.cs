using System.Globalization;
using System.Text.Json;

namespace Vero.Typed.Testing;

/// <summary>What differs between two JSON values, one line for each location.</summary>
internal static class JsonDifference
{
    private const int LongestValue = 200;

    public static IReadOnlyList<string> Between(JsonElement expected, JsonElement actual)
    {
        var differences = new List<string>();
        Compare("", expected, actual, differences);
        return differences;
    }

    private static void Compare(string path, JsonElement expected, JsonElement actual, List<string> differences)
    {
        if (expected.ValueKind == JsonValueKind.Object && actual.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty property in expected.EnumerateObject())
            {
                if (actual.TryGetProperty(property.Name, out JsonElement value))
                    Compare(Step(path, property.Name), property.Value, value, differences);
                else
                    differences.Add($"{Step(path, property.Name)}: missing, expected {Show(property.Value)}");
            }

            foreach (JsonProperty property in actual.EnumerateObject())
            {
                if (!expected.TryGetProperty(property.Name, out _))
                    differences.Add($"{Step(path, property.Name)}: not expected, was {Show(property.Value)}");
            }
        }
        else if (expected.ValueKind == JsonValueKind.Array && actual.ValueKind == JsonValueKind.Array)
        {
            int length = Math.Max(expected.GetArrayLength(), actual.GetArrayLength());
            for (int i = 0; i < length; i++)
            {
                string step = Step(path, i.ToString(CultureInfo.InvariantCulture));
                if (i >= actual.GetArrayLength())
                    differences.Add($"{step}: missing, expected {Show(expected[i])}");
                else if (i >= expected.GetArrayLength())
                    differences.Add($"{step}: not expected, was {Show(actual[i])}");
                else
                    Compare(step, expected[i], actual[i], differences);
            }
        }
        else if (!JsonElement.DeepEquals(expected, actual))
        {
            differences.Add($"{(path.Length == 0 ? "(the whole value)" : path)}: expected {Show(expected)}, was {Show(actual)}");
        }
    }

    private static string Step(string path, string name) => $"{path}/{name.Replace("~", "~0").Replace("/", "~1")}";

    private static string Show(JsonElement value)
    {
        string json = value.GetRawText();
        return json.Length <= LongestValue ? json : $"{json.Substring(0, LongestValue)}...";
    }
}
