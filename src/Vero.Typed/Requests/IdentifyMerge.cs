using System.Globalization;
using System.Text.Json;

namespace Vero.Typed;

/// <summary>Merges the bodies of identify requests of one user, oldest first. Keys and values are copied byte for byte.</summary>
internal sealed class IdentifyMerge
{
    private readonly Members _identity = new();
    private readonly Members _others = new();
    private Members? _channels;
    private Members? _data;
    private int _size;

    public static byte[] Merge(ReadOnlyMemory<byte> older, ReadOnlyMemory<byte> newer)
    {
        var merge = new IdentifyMerge();
        merge.Add(older);
        merge.Add(newer);
        return merge.ToUtf8();
    }

    private void Add(ReadOnlyMemory<byte> body)
    {
        _size += body.Length;
        var reader = new Utf8JsonReader(body.Span);
        reader.Read();
        while (ReadName(ref reader, body, out string name, out ReadOnlyMemory<byte> rawName))
        {
            switch (name)
            {
                case "id":
                    _identity.Set(name, rawName, ReadValue(ref reader, body));
                    break;
                case "email":
                    // Null and empty mean that there is none.
                    bool isEmail = reader.TokenType is JsonTokenType.String && !reader.ValueTextEquals(default(ReadOnlySpan<byte>));
                    ReadOnlyMemory<byte> email = ReadValue(ref reader, body);
                    if (isEmail)
                        _identity.Set(name, rawName, email);
                    break;
                case "channels" when reader.TokenType is JsonTokenType.StartArray:
                    AddChannels(ref reader, body);
                    break;
                case "data" when reader.TokenType is JsonTokenType.StartObject:
                    _data ??= new Members();
                    while (ReadName(ref reader, body, out string key, out ReadOnlyMemory<byte> rawKey))
                        _data.Set(key, rawKey, ReadValue(ref reader, body));
                    break;
                case "channels" or "data":
                    break;
                default:
                    _others.Set(name, rawName, ReadValue(ref reader, body));
                    break;
            }
        }
    }

    private void AddChannels(ref Utf8JsonReader reader, ReadOnlyMemory<byte> body)
    {
        _channels ??= new Members();
        while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
        {
            int start = (int)reader.TokenStartIndex;
            string type = "", platform = "", address = "";
            while (ReadName(ref reader, body, out string name, out _))
            {
                switch (name)
                {
                    case "type":
                        type = reader.GetString()!;
                        break;
                    case "platform":
                        platform = reader.GetString()!;
                        break;
                    case "address":
                        address = reader.GetString()!;
                        break;
                    default:
                        reader.Skip();
                        break;
                }
            }

            string key = string.Format(CultureInfo.InvariantCulture, "{0} {1} {2}{3}{4}", type.Length, platform.Length, type, platform, address);
            _channels.Set(key, default, body.Slice(start, (int)reader.BytesConsumed - start));
        }
    }

    private byte[] ToUtf8()
    {
        // The two bodies have at least the separators that one has.
        var writer = new Output(_size);
        writer.Raw("{"u8);
        bool isFirst = true;
        writer.Members(_identity, ref isFirst);
        if (_channels is not null)
            writer.Container(",\"channels\":["u8, _channels, "]"u8);
        if (_data is not null)
            writer.Container(",\"data\":{"u8, _data, "}"u8);
        writer.Members(_others, ref isFirst);
        writer.Raw("}"u8);
        return writer.ToArray();
    }

    // The reader ends on the value.
    private static bool ReadName(ref Utf8JsonReader reader, ReadOnlyMemory<byte> body, out string name, out ReadOnlyMemory<byte> raw)
    {
        name = "";
        raw = default;
        reader.Read();
        if (reader.TokenType is JsonTokenType.EndObject)
            return false;

        name = reader.GetString()!;

        // With its quotes.
        raw = body.Slice((int)reader.TokenStartIndex, reader.ValueSpan.Length + 2);
        reader.Read();
        return true;
    }

    private static ReadOnlyMemory<byte> ReadValue(ref Utf8JsonReader reader, ReadOnlyMemory<byte> body)
    {
        int start = (int)reader.TokenStartIndex;
        reader.Skip();
        return body.Slice(start, (int)reader.BytesConsumed - start);
    }

    /// <summary>Members in the order in which their keys came first, each with its last value.</summary>
    private sealed class Members
    {
        private readonly Dictionary<string, int> _indexes = new(SeededHash.Strings);

        public List<(ReadOnlyMemory<byte> Name, ReadOnlyMemory<byte> Value)> All { get; } = [];

        public void Set(string key, ReadOnlyMemory<byte> name, ReadOnlyMemory<byte> value)
        {
            if (_indexes.TryGetValue(key, out int index))
            {
                All[index] = (name, value);
                return;
            }

            _indexes.Add(key, All.Count);
            All.Add((name, value));
        }
    }

    private struct Output(int capacity)
    {
        private byte[] _bytes = new byte[capacity];
        private int _length;

        public void Raw(ReadOnlySpan<byte> json)
        {
            if (json.Length > _bytes.Length - _length)
                Array.Resize(ref _bytes, (_length + json.Length) * 2);
            json.CopyTo(_bytes.AsSpan(_length));
            _length += json.Length;
        }

        public void Container(ReadOnlySpan<byte> open, Members members, ReadOnlySpan<byte> close)
        {
            Raw(open);
            bool isFirst = true;
            Members(members, ref isFirst);
            Raw(close);
        }

        public void Members(Members members, ref bool isFirst)
        {
            foreach ((ReadOnlyMemory<byte> name, ReadOnlyMemory<byte> value) in members.All)
            {
                if (!isFirst)
                    Raw(","u8);
                isFirst = false;
                if (!name.IsEmpty)
                {
                    Raw(name.Span);
                    Raw(":"u8);
                }

                Raw(value.Span);
            }
        }

        public byte[] ToArray()
        {
            Array.Resize(ref _bytes, _length);
            return _bytes;
        }
    }
}
