using System.Globalization;
using System.Text.Json;

namespace Vero.Typed.Sandbox.Contract;

/// <summary>Finds the place where a text stops being JSON that can be stored. JsonDocument says what is wrong, but not where.</summary>
internal static class JsonFaultLocator
{
    /// <returns>The place of the first syntax error, repeated name or text that is no Unicode; null if there is none.</returns>
    public static string? Find(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        var open = new Stack<Container>();
        try
        {
            while (reader.Read())
            {
                switch (reader.TokenType)
                {
                    case JsonTokenType.PropertyName:
                        Container owner = open.Peek();
                        owner.Name = reader.GetString();
                        if (!owner.Names.Add(owner.Name!))
                            return Pointer(open);
                        break;
                    case JsonTokenType.StartObject or JsonTokenType.StartArray:
                        open.Push(new Container(reader.TokenType == JsonTokenType.StartArray));
                        break;
                    case JsonTokenType.EndObject or JsonTokenType.EndArray:
                        open.Pop();
                        EndValue(open);
                        break;
                    case JsonTokenType.String:
                        reader.GetString();
                        EndValue(open);
                        break;
                    default:
                        EndValue(open);
                        break;
                }
            }

            return null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return Pointer(open);
        }
    }

    // What follows a value belongs to the object or array around it: a trailing comma is not a fault of the last value.
    private static void EndValue(Stack<Container> open)
    {
        if (!open.TryPeek(out Container? container))
            return;
        container.Name = null;
        container.Index++;
    }

    private static string Pointer(Stack<Container> open)
    {
        string pointer = JsonPointer.Root;
        foreach (Container container in open.Reverse())
        {
            string? step = container.IsArray ? container.Index.ToString(CultureInfo.InvariantCulture) : container.Name;
            if (step is not null)
                pointer = JsonPointer.Append(pointer, step);
        }

        return pointer;
    }

    private sealed class Container(bool isArray)
    {
        public bool IsArray { get; } = isArray;

        public int Index { get; set; }

        public string? Name { get; set; }

        public HashSet<string> Names { get; } = new(StringComparer.Ordinal);
    }
}
