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

    // Declared types, which cannot hold themselves, are never nested as deep as what is left.
    private const int DeepLevel = 32;

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
        if (value is not { } element || IsNothing(element, member))
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
        AnyNode(value, member, depth: 0);
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

    /// <summary>The name of a value of an enum of which only the run time knows which of several names is sent.</summary>
    /// <param name="value">The value; one that the enum does not define throws.</param>
    /// <param name="member">The member, for the message.</param>
    /// <returns>The name as it is sent.</returns>
    public readonly string NameOf(Enum value, string member) => RunTimeEnum.NameOf(value) ?? throw UndefinedEnumValue(member);

    private void Any(object? value, string member, int depth)
    {
        switch (value)
        {
            case null or DBNull: return;
            case string text: Member("\""u8, text); return;
            case bool yes: Raw(yes ? "true"u8 : "false"u8); return;
            case Enum named: Member("\""u8, NameOf(named, member)); return;
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
            // To the runtime, an sbyte[] and an array of an enum of bytes are a byte[] too.
            case byte[] bytes when bytes.GetType() == typeof(byte[]): Base64("\""u8, bytes); return;
            case JsonElement element: Element(element, member, depth); return;
            case JsonNode node: AnyNode(node, member, depth); return;
            case JsonDocument document: Document(document, member, depth); return;
            case ValueType when RunTimeCollections.IsUnset(value): return;
            case IEnumerable items when RunTimeCollections.KindOf(items) is not CollectionKind.None and var kind: Collection(items, kind, member, Deeper(depth, member)); return;
            default: throw UnknownType(value.GetType(), member);
        }
    }

    private void Collection(IEnumerable collection, CollectionKind kind, string member, int depth)
    {
        if (kind == CollectionKind.Items)
        {
            Items(collection, member, depth);
            return;
        }

        // Without reflection, an entry of an unknown type has neither a key nor a value.
        switch (collection)
        {
            case IDictionary dictionary: Entries(dictionary, member, depth); return;
            case IEnumerable<KeyValuePair<string, object?>> entries: Entries(entries, member, depth); return;
            case IEnumerable<KeyValuePair<string, string?>> entries: Entries(entries, member, depth); return;
            case IEnumerable<KeyValuePair<string, string?[]?>> entries: Entries(entries, member, depth); return;
            case IEnumerable<KeyValuePair<string, IEnumerable<string?>?>> entries: Entries(entries, member, depth); return;
            case IEnumerable<KeyValuePair<string, JsonNode?>> entries: Entries(entries, member, depth); return;
            case IEnumerable<KeyValuePair<string, Uri?>> entries: Entries(entries, member, depth); return;
        }

        bool isSent = ValueEntries<int>(collection, member, depth) || ValueEntries<long>(collection, member, depth) || ValueEntries<double>(collection, member, depth)
            || ValueEntries<decimal>(collection, member, depth) || ValueEntries<bool>(collection, member, depth) || ValueEntries<DateTime>(collection, member, depth)
            || ValueEntries<DateTimeOffset>(collection, member, depth) || ValueEntries<Guid>(collection, member, depth) || ValueEntries<float>(collection, member, depth)
            || ValueEntries<TimeSpan>(collection, member, depth) || ValueEntries<JsonElement>(collection, member, depth) || ValueEntries<char>(collection, member, depth)
            || ValueEntries<short>(collection, member, depth) || ValueEntries<byte>(collection, member, depth) || ValueEntries<uint>(collection, member, depth)
            || ValueEntries<ulong>(collection, member, depth) || ValueEntries<ushort>(collection, member, depth) || ValueEntries<sbyte>(collection, member, depth);
#if NET8_0_OR_GREATER
        isSent = isSent || ValueEntries<DateOnly>(collection, member, depth) || ValueEntries<TimeOnly>(collection, member, depth);
#endif
        if (!isSent)
            throw UnknownType(collection.GetType(), member);
    }

    private void Entries(IDictionary dictionary, string member, int depth)
    {
        int start = _length;
        foreach (DictionaryEntry entry in dictionary)
        {
            string? key = entry.Key switch
            {
                string text => text,
                Enum named when RunTimeCollections.IsKey(named.GetType()) => NameOf(named, member),
                _ => throw UnknownType(dictionary.GetType(), member),
            };
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

    // Whether the values are of this type, nullable or not.
    private bool ValueEntries<T>(IEnumerable collection, string member, int depth)
        where T : struct
    {
        int start = _length;
        switch (collection)
        {
            case IEnumerable<KeyValuePair<string, T>> entries:
                foreach (KeyValuePair<string, T> entry in entries)
                    Entry(entry.Key, entry.Value, member, depth);
                break;
            case IEnumerable<KeyValuePair<string, T?>> entries:
                foreach (KeyValuePair<string, T?> entry in entries)
                    Entry(entry.Key, entry.Value, member, depth);
                break;
            default:
                return false;
        }

        EndDictionary(start, member);
        return true;
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

    private void AnyNode(JsonNode? node, string member, int depth)
    {
        try
        {
            Node(node, member, depth);
        }
        catch (ObjectDisposedException)
        {
            throw Problem(member, ValueProblems.JsonDisposed);
        }
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
        catch (InvalidOperationException exception) when (exception is not ObjectDisposedException)
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
        catch (Exception exception)
        {
            throw StepFailed(exception, member, nameof(JsonNode) + "." + nameof(JsonNode.ToJsonString));
        }
    }

    private static bool IsFinite(double number) => !double.IsNaN(number) && !double.IsInfinity(number);

    private void Document(JsonDocument document, string member, int depth)
    {
        JsonElement root;
        try
        {
            root = document.RootElement;
        }
        catch (ObjectDisposedException)
        {
            throw Problem(member, ValueProblems.JsonDisposed);
        }

        Element(root, member, depth);
    }

    private void Element(JsonElement element, string member, int depth)
    {
        if (!IsNothing(element, member))
            Tokens(JsonMarshal.GetRawUtf8Value(element), member, depth);
    }

    private readonly bool IsNothing(JsonElement element, string member)
    {
        try
        {
            return element.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null;
        }
        catch (ObjectDisposedException)
        {
            throw Problem(member, ValueProblems.JsonDisposed);
        }
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

    private int Deeper(int depth, string member)
    {
        if (depth == DeepestLevel)
            throw Problem(member, ValueProblems.TooDeep);
        if (depth == DeepLevel)
            _deepMember = member;
        return depth + 1;
    }

    // What is around a deep value is known when the body is finished.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly void CheckDepth()
    {
        var reader = new Utf8JsonReader(_buffer.Slice(0, _length), new JsonReaderOptions { MaxDepth = VeroContract.MaxDepth });
        try
        {
            while (reader.Read())
            {
            }
        }
        catch (JsonException)
        {
            throw Problem(_deepMember!, ValueProblems.TooDeep);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly VeroSerializationException UnknownType(Type type, string member) => Problem(member, ValueProblems.UnsupportedType(type));
}
