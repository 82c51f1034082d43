using System.Collections;
using System.Globalization;
using System.Net.Mail;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;
#if NET8_0_OR_GREATER
using System.Text.Unicode;
#endif

namespace Vero.Typed;

// Values whose shape is known only at run time.
public ref partial struct VeroJsonWriter
{
    // System.Text.Json reads and writes 64 levels unless told otherwise; the body and data are two of them.
    private const int DeepestLevel = 62;

    /// <summary>Writes bytes as Base64 text.</summary>
    /// <param name="name">Comma, key, colon, opening quote.</param>
    /// <param name="value">The bytes, or null.</param>
    public void Base64(scoped ReadOnlySpan<byte> name, byte[]? value)
    {
        if (value is null)
            return;
        Raw(name);
        System.Buffers.Text.Base64.EncodeToUtf8(value, Reserve(System.Buffers.Text.Base64.GetMaxEncodedToUtf8Length(value.Length)), out _, out int written);
        _length += written;
        Raw("\""u8);
    }

    /// <summary>Writes JSON as it is, white space left out.</summary>
    /// <param name="name">Comma, key, colon.</param>
    /// <param name="value">The JSON; null, a JSON null and an element that was never set write nothing.</param>
    /// <param name="member">The member, for the message.</param>
    public void Json(scoped ReadOnlySpan<byte> name, JsonElement? value, string member)
    {
        if (value is not { ValueKind: not (JsonValueKind.Undefined or JsonValueKind.Null) } element)
            return;
        Raw(name);
        Element(element, member, depth: 0);
    }

    /// <summary>Writes JSON as it is.</summary>
    /// <param name="name">Comma, key, colon.</param>
    /// <param name="value">The JSON, or null.</param>
    /// <param name="member">The member, for the message.</param>
    public void Json(scoped ReadOnlySpan<byte> name, JsonNode? value, string member)
    {
        int start = _length;
        Raw(name);
        int at = _length;
        Node(value, member, depth: 0);
        if (_length == at)
            _length = start;
    }

    /// <summary>Writes a value by the type that it has at run time.</summary>
    /// <param name="name">Comma, key, colon.</param>
    /// <param name="value">The value, or null; one of a type that cannot be sent throws.</param>
    /// <param name="member">The member, for the message.</param>
    public void RunTimeValue(scoped ReadOnlySpan<byte> name, object? value, string member)
    {
        int start = _length;
        Raw(name);
        int at = _length;
        Any(value, member, depth: 0);
        if (_length == at)
            _length = start;
    }

    private void Any(object? value, string member, int depth)
    {
        switch (value)
        {
            case null or DBNull: return;
            case string text: Member("\""u8, text); return;
            case bool yes: Raw(yes ? "true"u8 : "false"u8); return;
            case Enum named: Member("\""u8, RunTimeEnum.NameOf(named) ?? throw UndefinedEnumValue(member)); return;
            case int number: Member(default, number); return;
            case long number: Member(default, number); return;
            case double number: Member(default, number, member); return;
            case decimal number: Member(default, number); return;
            case DateTime time: Date("\""u8, time); return;
            case DateTimeOffset time: Date("\""u8, time); return;
            case Guid guid: Member("\""u8, guid); return;
            case float number: Member(default, number, member); return;
            case short number: Member(default, number); return;
            case sbyte number: Member(default, number); return;
            case byte number: Member(default, (long)number); return;
            case ushort number: Member(default, (long)number); return;
            case uint number: Member(default, (long)number); return;
            case ulong number: Member(default, number); return;
            case char character: Member("\""u8, character); return;
            case TimeSpan duration: Member("\""u8, duration); return;
#if NET8_0_OR_GREATER
            case DateOnly date: Date("\""u8, date); return;
            case TimeOnly time: Member("\""u8, time); return;
#endif
            case Uri address: Member("\""u8, address); return;
            case CultureInfo culture: Member("\""u8, culture); return;
            case MailAddress address: Member("\""u8, address.Address); return;
            case byte[] bytes: Base64("\""u8, bytes); return;
            case JsonElement element: Element(element, member, depth); return;
            case JsonNode node: Node(node, member, depth); return;
            case JsonDocument document: Element(document.RootElement, member, depth); return;
            case ValueType when RunTimeCollections.IsUnset(value): return;
            case IDictionary dictionary: Entries(dictionary, member, Deeper(depth, member)); return;
            case IEnumerable<KeyValuePair<string, object?>> entries: Entries(entries, member, Deeper(depth, member)); return;
            case IEnumerable<KeyValuePair<string, string?>> entries: Entries(entries, member, Deeper(depth, member)); return;
            case IEnumerable<KeyValuePair<string, int>> entries: ValueEntries(entries, member, Deeper(depth, member)); return;
            case IEnumerable<KeyValuePair<string, long>> entries: ValueEntries(entries, member, Deeper(depth, member)); return;
            case IEnumerable<KeyValuePair<string, double>> entries: ValueEntries(entries, member, Deeper(depth, member)); return;
            case IEnumerable<KeyValuePair<string, decimal>> entries: ValueEntries(entries, member, Deeper(depth, member)); return;
            case IEnumerable<KeyValuePair<string, bool>> entries: ValueEntries(entries, member, Deeper(depth, member)); return;
            case IEnumerable<KeyValuePair<string, DateTime>> entries: ValueEntries(entries, member, Deeper(depth, member)); return;
            case IEnumerable<KeyValuePair<string, DateTimeOffset>> entries: ValueEntries(entries, member, Deeper(depth, member)); return;
            case IEnumerable<KeyValuePair<string, Guid>> entries: ValueEntries(entries, member, Deeper(depth, member)); return;
            case IEnumerable items when RunTimeCollections.CanBeSent(items): Items(items, member, Deeper(depth, member)); return;
            default: throw UnknownType(value.GetType(), member);
        }
    }

    private void Entries(IDictionary dictionary, string member, int depth)
    {
        int start = _length;
        foreach (DictionaryEntry entry in dictionary)
        {
            if (entry.Key is not string key)
                throw UnknownType(dictionary.GetType(), member);
            Entry(key, entry.Value, member, depth);
        }

        EndDictionary(start, member);
    }

    private void Entries<T>(IEnumerable<KeyValuePair<string, T>> entries, string member, int depth)
        where T : class?
    {
        int start = _length;
        foreach (KeyValuePair<string, T> entry in entries)
            Entry(entry.Key, entry.Value, member, depth);
        EndDictionary(start, member);
    }

    private void ValueEntries<T>(IEnumerable<KeyValuePair<string, T>> entries, string member, int depth)
        where T : struct
    {
        int start = _length;
        foreach (KeyValuePair<string, T> entry in entries)
            Entry(entry.Key, entry.Value, member, depth);
        EndDictionary(start, member);
    }

    private void Entry(string? key, object? value, string member, int depth)
    {
        int at = Key(key, member);
        Any(value, member, depth);
        NullIfNothing(at, "null"u8);
    }

    private void Items(IEnumerable items, string member, int depth)
    {
        int start = _length;
        foreach (object? item in items)
        {
            Raw(","u8);
            int at = _length;
            Any(item, member, depth);
            NullIfNothing(at, "null"u8);
        }

        EndArray(start);
    }

    private void Node(JsonNode? node, string member, int depth)
    {
        switch (node)
        {
            case null:
                return;
            case JsonObject members:
                depth = Deeper(depth, member);
                CheckKeys(members, member);
                int startOfObject = _length;
                foreach (KeyValuePair<string, JsonNode?> entry in members)
                {
                    int at = Key(entry.Key, member);
                    Node(entry.Value, member, depth);
                    NullIfNothing(at, "null"u8);
                }

                EndDictionary(startOfObject, member);
                return;
            case JsonArray items:
                depth = Deeper(depth, member);
                int startOfArray = _length;
                foreach (JsonNode? item in items)
                {
                    Raw(","u8);
                    int at = _length;
                    Node(item, member, depth);
                    NullIfNothing(at, "null"u8);
                }

                EndArray(startOfArray);
                return;
            case JsonValue value when value.TryGetValue(out JsonElement element):
                Element(element, member, depth);
                return;
            case JsonValue value when value.TryGetValue(out string? text):
                Member("\""u8, text);
                return;
            case JsonValue value when (value.TryGetValue(out double number) && !IsFinite(number)) || (value.TryGetValue(out float single) && !IsFinite(single)):
                throw NotANumber(member);
            default:
                using (JsonDocument document = Written(node, member))
                    Element(document.RootElement, member, depth);
                return;
        }
    }

    // An object that was read parses its members when they are first asked for, and says what is wrong with the key in its message.
    private readonly void CheckKeys(JsonObject members, string member)
    {
        try
        {
            _ = members.Count;
        }
        catch (ArgumentException)
        {
            throw Problem(member, ValueProblems.DuplicateKey);
        }
        catch (InvalidOperationException)
        {
            throw Problem(member, ValueProblems.JsonNotUnicode);
        }
    }

    // A value of any type, written by whatever converter it has.
    private readonly JsonDocument Written(JsonNode node, string member)
    {
        try
        {
            return JsonDocument.Parse(node.ToJsonString());
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or NotSupportedException or JsonException)
        {
            throw Problem(member, ValueProblems.JsonValue);
        }
    }

    private static bool IsFinite(double number) => !double.IsNaN(number) && !double.IsInfinity(number);

    private void Element(JsonElement element, string member, int depth)
    {
        if (element.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null))
            Tokens(JsonMarshal.GetRawUtf8Value(element), member, depth);
    }

    private void Tokens(scoped ReadOnlySpan<byte> json, string member, int depth)
    {
        // Whoever made the element may have allowed comments, trailing commas and duplicate keys.
        var reader = new Utf8JsonReader(json, new JsonReaderOptions
        {
            CommentHandling = JsonCommentHandling.Skip,
            AllowTrailingCommas = true,
            MaxDepth = int.MaxValue,
        });
        Span<int> starts = stackalloc int[DeepestLevel];
        int open = 0;
        bool isNamed = true;
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.EndArray:
                    EndArray(starts[--open]);
                    continue;
                case JsonTokenType.EndObject:
                    EndDictionary(starts[--open], member);
                    continue;
                case JsonTokenType.PropertyName:
                    Raw(",\""u8);
                    TokenText(reader, member);
                    Raw(":"u8);
                    isNamed = true;
                    continue;
            }

            if (!isNamed)
                Raw(","u8);
            isNamed = false;
            switch (reader.TokenType)
            {
                case JsonTokenType.StartArray:
                case JsonTokenType.StartObject:
                    Deeper(depth + open, member);
                    starts[open++] = _length;
                    break;
                case JsonTokenType.String:
                    Raw("\""u8);
                    TokenText(reader, member);
                    break;
                default:
                    Raw(reader.ValueSpan);
                    break;
            }
        }
    }

    private void TokenText(scoped Utf8JsonReader reader, string member)
    {
#if NET8_0_OR_GREATER
        if (!reader.ValueIsEscaped && Utf8.IsValid(reader.ValueSpan))
        {
            Raw(reader.ValueSpan);
            Raw("\""u8);
            return;
        }
#endif
        string text;
        try
        {
            text = reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw Problem(member, ValueProblems.JsonNotUnicode);
        }

        TextAndQuote(default, text.AsSpan());
    }

    private readonly int Deeper(int depth, string member) =>
        depth < DeepestLevel ? depth + 1 : throw Problem(member, ValueProblems.TooDeep);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly VeroSerializationException UnknownType(Type type, string member) => Problem(member, ValueProblems.UnsupportedType(type));
}
