using System.Text.Json;

namespace Vero.Typed;

/// <summary>Reads one body, as strictly as ours are written.</summary>
internal ref struct RequestBodyReader
{
    // A set that has become larger is not cleared but replaced: clearing takes as long as the largest object that it ever had.
    private const int FewNames = 64;

    private readonly VeroOperation _operation;
    private readonly ReadOnlySpan<byte> _body;
    private readonly long _offset;

    // The names of every object that is open, outermost first; the sets are used again for the next object of that depth.
    private readonly List<HashSet<string>> _names;

    private Utf8JsonReader _reader;
    private string? _id;
    private string? _newId;
    private bool _hasEventName;
    private HashSet<string>? _tags;
    private long _nameAt;

    public RequestBodyReader(VeroOperation operation, ReadOnlySpan<byte> body, long offset)
    {
        _operation = operation;
        _body = body;
        _offset = offset;
        _names = [];

        // One level more, so that it is not a syntax error but a fault with a message of its own.
        _reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = VeroContract.MaxDepth + 1 });
    }

    /// <exception cref="FormatException">It is not the body of such a request.</exception>
    public void Check()
    {
        try
        {
            _reader.Read();
            if (_reader.TokenType is not JsonTokenType.StartObject)
                throw Fault(BodyProblems.NotAnObject);
            HashSet<string> names = OpenNames();
            while (ReadName(names) is { } name)
                CheckTopLevelValue(name);

            // Whatever comes after the object is an exception.
            _reader.Read();
        }
        catch (JsonException exception)
        {
            // Its own message may repeat what it has found.
            throw Fault(BodyProblems.NotJson, OffsetOf(_body, exception));
        }

        CheckWhole();
    }

    /// <summary>The position that an exception of System.Text.Json names, in bytes.</summary>
    public static long OffsetOf(ReadOnlySpan<byte> json, JsonException exception)
    {
        int lineStart = 0;
        for (long line = exception.LineNumber ?? 0; line > 0; line--)
            lineStart += json.Slice(lineStart).IndexOf((byte)'\n') + 1;
        return lineStart + (exception.BytePositionInLine ?? 0);
    }

    private readonly void CheckWhole()
    {
        if (_id is null)
            throw Fault(BodyProblems.IdMissing, 0);
        switch (_operation)
        {
            case VeroOperation.Track when !_hasEventName:
                throw Fault(BodyProblems.EventNameMissing, 0);
            case VeroOperation.Alias when _newId is null:
                throw Fault(BodyProblems.NewIdMissing, 0);
            case VeroOperation.Alias when string.Equals(_id, _newId, StringComparison.Ordinal):
                throw Fault(ValueProblems.AliasToItself, 0);
            case VeroOperation.EditTags when _tags is not { Count: > 0 }:
                throw Fault(ValueProblems.NoTags, 0);
        }
    }

    private void CheckTopLevelValue(string name)
    {
        CheckNoCredential(name);
        switch (_operation, name)
        {
            case (VeroOperation.Track, "identity"):
                CheckIdentity();
                return;
            case (VeroOperation.Track, "event_name"):
                CheckEventName();
                return;
            case (VeroOperation.Track, "extras"):
                CheckExtras();
                return;
            case (VeroOperation.Track, "id"):
                CheckValue();
                return;
            case (_, "id"):
                _id = ReadId();
                return;
            case (VeroOperation.Alias, "new_id"):
                _newId = ReadId();
                return;
            case (VeroOperation.EditTags, "add" or "remove"):
                CheckTags();
                return;
            case (VeroOperation.Identify, "email"):
                CheckEmail();
                return;
            case (VeroOperation.Identify, "channels"):
                CheckChannels();
                return;
            case (VeroOperation.Identify or VeroOperation.Track, "data"):
                CheckData();
                return;
            default:
                CheckValue();
                return;
        }
    }

    private string ReadId()
    {
        if (_reader.TokenType is not JsonTokenType.String)
            throw Fault(BodyProblems.IdNotString);
        string id = ReadText();
        IdFault fault = VeroContract.CheckId(id, allowDefault: true);
        return fault == IdFault.None ? id : throw Fault(ValueProblems.Of(fault));
    }

    private void CheckIdentity()
    {
        if (_reader.TokenType is not JsonTokenType.StartObject)
            throw Fault(BodyProblems.IdentityNotObject);
        HashSet<string> names = OpenNames();
        while (ReadName(names) is { } name)
        {
            switch (name)
            {
                case "id":
                    _id = ReadId();
                    break;
                case "email":
                    CheckEmail();
                    break;
                default:
                    CheckNoCredential(name);
                    CheckValue();
                    break;
            }
        }
    }

    private void CheckEventName()
    {
        if (_reader.TokenType is not JsonTokenType.String)
            throw Fault(BodyProblems.EventNameNotString);
        EventNameFault fault = VeroContract.CheckEventName(ReadText());
        if (fault != EventNameFault.None)
            throw Fault(ValueProblems.Of(fault));
        _hasEventName = true;
    }

    private void CheckExtras()
    {
        if (_reader.TokenType is JsonTokenType.Null)
            return;
        if (_reader.TokenType is not JsonTokenType.StartObject)
            throw Fault(BodyProblems.ExtrasNotObject);
        HashSet<string> names = OpenNames();
        while (ReadName(names) is { } name)
        {
            CheckNoCredential(name);
            switch (name)
            {
                case "created_at":
                    CheckCreatedAt();
                    break;
                case "source" when _reader.TokenType is not JsonTokenType.String:
                    throw Fault(BodyProblems.SourceNotString);
                default:
                    CheckValue();
                    break;
            }
        }
    }

    private readonly void CheckCreatedAt()
    {
        if (_reader.TokenType is not JsonTokenType.String || VeroContract.PointInTime(ReadText()) is not { } time)
            throw Fault(BodyProblems.CreatedAtNotDate);
        if (VeroContract.IsNeverSet(time))
            throw Fault(ValueProblems.DateNotSet);
    }

    // In data, it is a trait of this name.
    private readonly void CheckNoCredential(string name)
    {
        if (VeroContract.IsCredentialName(name))
            throw Fault(BodyProblems.Credential);
    }

    private readonly void CheckEmail()
    {
        if (_reader.TokenType is JsonTokenType.Null)
            return;
        if (_reader.TokenType is not JsonTokenType.String)
            throw Fault(BodyProblems.EmailNotString);
        string email = ReadText();
        if (email.Length > 0 && VeroContract.CheckEmail(email) is not EmailFault.None and var fault)
            throw Fault(ValueProblems.Of(fault));
    }

    private void CheckTags()
    {
        if (_reader.TokenType is not JsonTokenType.StartArray)
            throw Fault(BodyProblems.TagsNotArray);
        _tags ??= new HashSet<string>(SeededHash.Strings);
        while (_reader.Read() && _reader.TokenType is not JsonTokenType.EndArray)
        {
            if (_reader.TokenType is not JsonTokenType.String)
                throw Fault(BodyProblems.TagsNotArray);
            string tag = ReadText();
            if (VeroContract.CheckTag(tag) is not TagFault.None and var fault)
                throw Fault(ValueProblems.Of(fault));
            if (!_tags.Add(tag))
                throw Fault(ValueProblems.TagTwice);
        }
    }

    private void CheckChannels()
    {
        if (_reader.TokenType is JsonTokenType.Null)
            return;
        if (_reader.TokenType is not JsonTokenType.StartArray)
            throw Fault(BodyProblems.ChannelsNotArray);
        while (_reader.Read() && _reader.TokenType is not JsonTokenType.EndArray)
        {
            if (_reader.TokenType is not JsonTokenType.StartObject)
                throw Fault(BodyProblems.ChannelsNotArray);
            long start = _reader.TokenStartIndex;
            int parts = 0;
            HashSet<string> names = OpenNames();
            while (ReadName(names) is { } name)
            {
                CheckNoCredential(name);
                if (name is not ("type" or "platform" or "address"))
                    CheckValue();
                else if (_reader.TokenType is not JsonTokenType.String || string.IsNullOrWhiteSpace(ReadText()))
                    throw Fault(ValueProblems.ChannelIncomplete);
                else
                    parts++;
            }

            if (parts < 3)
                throw Fault(ValueProblems.ChannelIncomplete, start);
        }
    }

    private void CheckData()
    {
        if (_reader.TokenType is JsonTokenType.Null)
            return;
        if (_reader.TokenType is not JsonTokenType.StartObject)
            throw Fault(BodyProblems.DataNotObject);
        HashSet<string> names = OpenNames();
        while (ReadName(names) is { } name)
        {
            if (string.IsNullOrWhiteSpace(name))
                throw Fault(BodyProblems.KeyBlank, _nameAt);
            if (VeroContract.FindReservedKey(name) is { } reserved && (_operation == VeroOperation.Identify || reserved.IsOfEvents))
                CheckReservedValue(reserved);
            CheckValue();
        }
    }

    private readonly void CheckReservedValue(ReservedKey reserved)
    {
        if (reserved.Kind is ReservedKeyKind.Timezone)
        {
            if (_reader.TokenType is not JsonTokenType.Number || !_reader.TryGetInt64(out long hours))
                throw Fault(ValueProblems.TimezoneNotInteger);
            if (!VeroContract.IsTimezone(hours))
                throw Fault(ValueProblems.TimezoneRange);
            return;
        }

        if (_reader.TokenType is not JsonTokenType.String)
            throw Fault(ValueProblems.ReservedKeyNotString(reserved.Name));
        if (reserved.Normalize is { } normalize && ReadText() is var text && (text.Length == 0 || normalize(text) != text))
            throw Fault(ValueProblems.Of(reserved.Kind));
    }

    // Any value: no key twice in any object, no invalid string, not too deep.
    private void CheckValue()
    {
        switch (_reader.TokenType)
        {
            case JsonTokenType.StartObject:
                HashSet<string> names = OpenNames();
                while (ReadName(names) is not null)
                    CheckValue();
                break;
            case JsonTokenType.StartArray:
                CheckDepth();
                while (_reader.Read() && _reader.TokenType is not JsonTokenType.EndArray)
                    CheckValue();
                break;
            case JsonTokenType.String when _reader.ValueIsEscaped:
                ReadText();
                break;
        }
    }

    private readonly void CheckDepth()
    {
        if (_reader.CurrentDepth >= VeroContract.MaxDepth)
            throw Fault(BodyProblems.TooDeep);
    }

    private readonly HashSet<string> OpenNames()
    {
        CheckDepth();

        // Arrays in between have no names, but a depth.
        int depth = _reader.CurrentDepth;
        while (_names.Count <= depth)
            _names.Add(new HashSet<string>(SeededHash.Strings));
        if (_names[depth].Count > FewNames)
            _names[depth] = new HashSet<string>(SeededHash.Strings);
        else
            _names[depth].Clear();
        return _names[depth];
    }

    // The name of the next member, with the reader on its value; null at the end of the object.
    private string? ReadName(HashSet<string> names)
    {
        _reader.Read();
        if (_reader.TokenType is JsonTokenType.EndObject)
            return null;
        string name = ReadText();
        _nameAt = _reader.TokenStartIndex;
        if (!names.Add(name))
            throw Fault(BodyProblems.DuplicateKey);
        _reader.Read();
        return name;
    }

    private readonly string ReadText()
    {
        try
        {
            return _reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw Fault(BodyProblems.LoneSurrogate);
        }
    }

    private readonly FormatException Fault(string problem) => Fault(problem, _reader.TokenStartIndex);

    private readonly FormatException Fault(string problem, long at) =>
        BodyProblems.OfBody(OperationTable.Of(_operation).Name, problem, _offset + at);
}
