using System.Text.Json;

namespace Vero.Typed;

/// <summary>Reads one body, as strictly as ours are written.</summary>
internal ref struct IdentifyBodyReader
{
    private readonly ReadOnlySpan<byte> _body;

    // The names of every object that is open, outermost first; the sets are used again for the next object of that depth.
    private readonly List<HashSet<string>> _names;

    private Utf8JsonReader _reader;
    private string? _topLevelName;
    private bool _hasId;
    private bool _isInChannels;

    public IdentifyBodyReader(ReadOnlySpan<byte> body)
    {
        _body = body;
        _names = [];

        // One level more, so that it is not a syntax error but a fault with a text of its own.
        _reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = VeroContract.MaxDepth + 1 });
    }

    /// <exception cref="FormatException">It is not the body of an Identify request.</exception>
    public void Check()
    {
        try
        {
            _reader.Read();
            if (_reader.TokenType is not JsonTokenType.StartObject)
                throw Fault("it must be one JSON object");
            do
                CheckToken();
            while (_reader.Read());
        }
        catch (JsonException exception)
        {
            // Its own text may repeat what it has found.
            throw IdentifyBody.Fault("it is not valid JSON", OffsetOf(exception));
        }

        if (!_hasId)
            throw IdentifyBody.Fault("the id is missing, and without it there is no profile to update", 0);
    }

    private void CheckToken()
    {
        if (_reader.CurrentDepth == 1 && _topLevelName is { } name)
        {
            _topLevelName = null;
            CheckTopLevelValue(name);
        }
        else if (_isInChannels && _reader.CurrentDepth == 2 && _reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.EndObject))
        {
            // Names and values of the entries are one level deeper.
            throw Fault("the entries of channels must be objects");
        }

        switch (_reader.TokenType)
        {
            case JsonTokenType.StartObject:
                CheckDepth();
                OpenNames();
                break;
            case JsonTokenType.StartArray:
                CheckDepth();
                break;
            case JsonTokenType.EndArray when _reader.CurrentDepth == 1:
                _isInChannels = false;
                break;
            case JsonTokenType.PropertyName:
                CheckName();
                break;
            case JsonTokenType.String when _reader.ValueIsEscaped:
                ReadText();
                break;
        }
    }

    private void CheckTopLevelValue(string name)
    {
        JsonTokenType type = _reader.TokenType;
        switch (name)
        {
            case "id":
                if (type is not JsonTokenType.String || VeroContract.CheckId(ReadText(), allowDefault: true) != IdFault.None)
                    throw Fault("the id must be text that is not blank, of fewer than 255 characters");
                _hasId = true;
                break;
            case "email":
                if (type is not JsonTokenType.Null && (type is not JsonTokenType.String || !IsNoneOrEmail(ReadText())))
                {
                    throw Fault("the email must be null or an email address of fewer than 255 characters, with exactly one @, neither first "
                        + "nor last, and no white space or control characters");
                }

                break;
            case "data":
                if (type is not (JsonTokenType.StartObject or JsonTokenType.Null))
                    throw Fault("data must be an object");
                break;
            case "channels":
                if (type is not (JsonTokenType.StartArray or JsonTokenType.Null))
                    throw Fault("channels must be an array");
                _isInChannels = type is JsonTokenType.StartArray;
                break;
            case var other when VeroContract.IsCredentialName(other):
                throw Fault("a request holds no credential, because the client that sends it adds its own");
        }
    }

    private static bool IsNoneOrEmail(string email) => email.Length == 0 || VeroContract.CheckEmail(email) == EmailFault.None;

    private readonly void CheckDepth()
    {
        if (_reader.CurrentDepth >= VeroContract.MaxDepth)
            throw Fault(FormattableString.Invariant($"it is nested more than {VeroContract.MaxDepth} deep"));
    }

    private readonly void OpenNames()
    {
        // Arrays in between have no names, but a depth.
        while (_names.Count <= _reader.CurrentDepth)
            _names.Add(new HashSet<string>(StringComparer.Ordinal));
        _names[_reader.CurrentDepth].Clear();
    }

    private void CheckName()
    {
        // The depth of a name counts the object that it is in.
        string name = ReadText();
        if (!_names[_reader.CurrentDepth - 1].Add(name))
            throw Fault("the same object has this key twice");
        if (_reader.CurrentDepth == 1)
            _topLevelName = name;
    }

    private readonly string ReadText()
    {
        try
        {
            return _reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw Fault("a text holds half of a surrogate pair");
        }
    }

    private readonly FormatException Fault(string problem) => IdentifyBody.Fault(problem, _reader.TokenStartIndex);

    private readonly long OffsetOf(JsonException exception)
    {
        int lineStart = 0;
        for (long line = exception.LineNumber ?? 0; line > 0; line--)
            lineStart += _body.Slice(lineStart).IndexOf((byte)'\n') + 1;
        return lineStart + (exception.BytePositionInLine ?? 0);
    }
}
