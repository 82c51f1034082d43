namespace Vero.Typed;

/// <summary>What can be wrong with bodies and envelopes that come from elsewhere. None of it contains text of theirs.</summary>
internal static class BodyProblems
{
    public const string NotUtf8 = "it is not valid UTF-8";
    public const string NotUtf16 = "the string contains half of a surrogate pair";
    public const string ByteOrderMark = "it begins with a byte order mark";
    public const string NotJson = "it is not valid JSON";
    public const string NotAnObject = "it must be one JSON object";
    public const string TooLarge = "it has more than 1,048,576 bytes, the largest that is sent";
    public const string TooDeep = "it is nested more than 64 levels deep";
    public const string DuplicateKey = "an object contains a duplicate key";
    public const string LoneSurrogate = "a string contains half of a surrogate pair";
    public const string IdMissing = "the id is missing";
    public const string IdNotString = "the id must be a string";
    public const string NewIdMissing = "the new id is missing";
    public const string IdentityNotObject = "the identity must be an object";
    public const string EventNameMissing = "the name of the event is missing";
    public const string EventNameNotString = "the name of the event must be a string";
    public const string ExtrasNotObject = "extras must be an object";
    public const string SourceNotString = "the source of the event must be a string";
    public const string CreatedAtNotDate = "created_at must be a date and time in ISO 8601 with an offset";
    public const string EmailNotString = "the email must be null or a string";
    public const string DataNotObject = "data must be an object";
    public const string ChannelsNotArray = "channels must be an array of objects";
    public const string TagsNotArray = "tags must be an array of strings";
    public const string Credential = "a request must not contain a credential; the client that sends it adds its own";
    public const string KeyBlank = "data contains a blank key";

    public const string VersionMissing = "the version is missing";
    public const string VersionNotNumber = "the version must be a number";
    public const string OperationMissing = "the operation is missing";
    public const string OperationNotString = "the operation must be a string";
    public const string BodyMissing = "the body is missing";
    public const string BodyNotObject = "the body must be an object";
    public const string UnknownKey = "the envelope contains an unknown key";
    public const string UnknownVersion = "the version is unknown; a newer version of Vero.Typed may have written the envelope";
    public const string UnknownOperation = "the operation is unknown; a newer version of Vero.Typed may have written the envelope";

    public const string NotARequest = "A request is a JSON object, or a string that contains one.";
    public const string MalformedJson = "The JSON of the request is malformed.";

    public static FormatException OfBody(string operation, string problem, long offset) =>
        new(FormattableString.Invariant($"Not a valid {operation} request: {problem} (at byte {offset})."));

    public static FormatException OfEnvelope(string problem, long offset) =>
        new(FormattableString.Invariant($"Not a valid request envelope: {problem} (at byte {offset})."));

    public static string OtherOperation(string found, string expected) => $"The envelope contains the operation {found}, not {expected}.";
}
