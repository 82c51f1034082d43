using System.Text;
using System.Text.Json;

namespace Vero.Typed;

/// <summary>The envelope that a queue carries: <c>{"v":1,"operation":"identify","body":{...}}</c>.</summary>
internal static class RequestEnvelope
{
    public const int Version = 1;

    private const string RequestType = "Vero.Typed.VeroRequest";
    private const string VersionKey = "v";
    private const string OperationKey = "operation";
    private const string BodyKey = "body";

    // What surrounds a body, and white space that another program may have added.
    public const int MaxBytes = VeroContract.MaxBodyBytes + 4_096;

    public static byte[] ToUtf8(VeroRequest request)
    {
        byte[] start = Encoding.UTF8.GetBytes(Start(request.Operation));
        ReadOnlySpan<byte> body = request.Utf8Json.Span;
        byte[] envelope = new byte[start.Length + body.Length + 1];
        start.CopyTo(envelope, 0);
        body.CopyTo(envelope.AsSpan(start.Length));
        envelope[envelope.Length - 1] = (byte)'}';
        return envelope;
    }

    public static string ToText(VeroRequest request) => Start(request.Operation) + request.ToJson() + "}";

    /// <exception cref="FormatException">It is not an envelope; the message contains nothing of it.</exception>
    /// <exception cref="VeroSerializationException">The version or the operation is unknown.</exception>
    public static VeroRequest Parse(string envelope) => Parse(RequestBody.ToUtf8(envelope, MaxBytes, BodyProblems.OfEnvelope));

    /// <inheritdoc cref="Parse(string)"/>
    public static VeroRequest Parse(ReadOnlySpan<byte> envelope)
    {
        Parts parts = ReadParts(envelope);

        // The version first: what is wrong with a later format is not for this version to say.
        if (parts.VersionAt < 0)
            throw BodyProblems.OfEnvelope(BodyProblems.VersionMissing, 0);
        if (!parts.IsKnownVersion)
            throw new VeroSerializationException(RequestType, VersionKey, BodyProblems.UnknownVersion);
        if (parts.Operation is null)
        {
            throw parts.OperationAt < 0
                ? BodyProblems.OfEnvelope(BodyProblems.OperationMissing, 0)
                : BodyProblems.OfEnvelope(BodyProblems.OperationNotString, parts.OperationAt);
        }

        if (OperationTable.Find(parts.Operation) is not { } operation)
            throw new VeroSerializationException(RequestType, OperationKey, BodyProblems.UnknownOperation);
        if (parts.UnknownKeyAt >= 0)
            throw BodyProblems.OfEnvelope(BodyProblems.UnknownKey, parts.UnknownKeyAt);
        if (parts.BodyAt < 0)
            throw BodyProblems.OfEnvelope(BodyProblems.BodyMissing, 0);
        if (!parts.IsBodyObject)
            throw BodyProblems.OfEnvelope(BodyProblems.BodyNotObject, parts.BodyAt);

        return RequestTypes.Create(operation.Operation, envelope.Slice((int)parts.BodyAt, (int)(parts.BodyEnd - parts.BodyAt)), parts.BodyAt);
    }

    /// <summary>Whether valid JSON is meant as an envelope: an object with a key that only envelopes have.</summary>
    public static bool IsMeant(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = int.MaxValue });
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.PropertyName && reader.CurrentDepth == 1
                    && (reader.ValueTextEquals(VersionKey) || reader.ValueTextEquals(OperationKey)))
                {
                    return true;
                }
            }
        }
        catch (JsonException)
        {
            // Whoever reads it says what is wrong.
        }

        return false;
    }

    private static string Start(VeroOperation operation) =>
        FormattableString.Invariant($"{{\"{VersionKey}\":{Version},\"{OperationKey}\":\"{OperationTable.Of(operation).Name}\",\"{BodyKey}\":");

    private static Parts ReadParts(ReadOnlySpan<byte> envelope)
    {
        if (envelope.StartsWith("\uFEFF"u8))
            throw BodyProblems.OfEnvelope(BodyProblems.ByteOrderMark, 0);

        // Two levels more than a body may have: one is the envelope, the other makes a message of its own of what would be a syntax error.
        var reader = new Utf8JsonReader(envelope, new JsonReaderOptions { MaxDepth = VeroContract.MaxDepth + 2 });
        try
        {
            return ReadParts(ref reader);
        }
        catch (JsonException exception)
        {
            // Its own message may repeat what it has found.
            throw BodyProblems.OfEnvelope(BodyProblems.NotJson, RequestBodyReader.OffsetOf(envelope, exception));
        }
        catch (InvalidOperationException)
        {
            throw BodyProblems.OfEnvelope(BodyProblems.LoneSurrogate, reader.TokenStartIndex);
        }
    }

    private static Parts ReadParts(ref Utf8JsonReader reader)
    {
        var parts = new Parts();
        reader.Read();
        if (reader.TokenType is not JsonTokenType.StartObject)
            throw BodyProblems.OfEnvelope(BodyProblems.NotAnObject, reader.TokenStartIndex);

        var names = new HashSet<string>(SeededHash.Strings);
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            string name = reader.GetString()!;
            long nameAt = reader.TokenStartIndex;
            if (!names.Add(name))
                throw BodyProblems.OfEnvelope(BodyProblems.DuplicateKey, nameAt);
            reader.Read();
            switch (name)
            {
                case VersionKey:
                    if (reader.TokenType is not JsonTokenType.Number)
                        throw BodyProblems.OfEnvelope(BodyProblems.VersionNotNumber, reader.TokenStartIndex);
                    parts.VersionAt = reader.TokenStartIndex;
                    parts.IsKnownVersion = reader.TryGetInt32(out int version) && version == Version;
                    break;
                case OperationKey:
                    parts.OperationAt = reader.TokenStartIndex;
                    parts.Operation = reader.TokenType is JsonTokenType.String ? reader.GetString() : null;
                    Skip(ref reader);
                    break;
                case BodyKey:
                    parts.BodyAt = reader.TokenStartIndex;
                    parts.IsBodyObject = reader.TokenType is JsonTokenType.StartObject;
                    Skip(ref reader);
                    parts.BodyEnd = reader.BytesConsumed;
                    break;
                default:
                    if (parts.UnknownKeyAt < 0)
                        parts.UnknownKeyAt = nameAt;
                    Skip(ref reader);
                    break;
            }
        }

        // Whatever comes after the object is an exception.
        reader.Read();
        return parts;
    }

    private static void Skip(ref Utf8JsonReader reader)
    {
        int depth = reader.CurrentDepth;
        if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
            return;

        do
        {
            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray && reader.CurrentDepth > VeroContract.MaxDepth)
                throw BodyProblems.OfEnvelope(BodyProblems.TooDeep, reader.TokenStartIndex);
            reader.Read();
        }
        while (reader.CurrentDepth > depth);
    }

    private sealed class Parts
    {
        public long VersionAt { get; set; } = -1;

        public bool IsKnownVersion { get; set; }

        public long OperationAt { get; set; } = -1;

        public string? Operation { get; set; }

        public long BodyAt { get; set; } = -1;

        public long BodyEnd { get; set; }

        public bool IsBodyObject { get; set; }

        public long UnknownKeyAt { get; set; } = -1;
    }
}
