using System.Text.Json;

namespace Quickstart;

/// <summary>Compares <c>data</c> that must have arrived with what did, key by key.</summary>
internal static class DataComparison
{
    /// <returns>The places that differ, such as <c>data.plan</c>, without the values.</returns>
    public static IEnumerable<string> Differences(IReadOnlyDictionary<string, JsonElement> expected, IReadOnlyDictionary<string, JsonElement> actual)
    {
        foreach (string key in expected.Keys.Union(actual.Keys))
        {
            bool equal = expected.TryGetValue(key, out JsonElement wanted) && actual.TryGetValue(key, out JsonElement found) && JsonElement.DeepEquals(wanted, found);
            if (!equal)
                yield return $"data.{key}";
        }
    }
}
