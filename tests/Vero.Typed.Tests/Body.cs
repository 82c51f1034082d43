using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Vero.Typed.Tests;

internal delegate void WriteBody(ref VeroJsonWriter w);

/// <summary>Makes bodies as generated code does.</summary>
internal static class Body
{
    public const string TypeName = "Shop.Customer";

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>
    /// The body, made three ways (request, roomy destination, destination that gives exactly what is asked), which must agree on one
    /// valid JSON object.
    /// </summary>
    public static IdentifyRequest Of(WriteBody write)
    {
        IdentifyRequest request = Request(write);

        var roomy = new ArrayBufferWriter<byte>();
        Into(roomy, write);
        Assert.True(request.Utf8Json.Span.SequenceEqual(roomy.WrittenSpan), "ArrayBufferWriter got another body than the request");

        var exact = new ExactDestination();
        Into(exact, write);
        Assert.True(request.Utf8Json.Span.SequenceEqual(exact.Written), "ExactDestination got another body than the request");

        Parse(request.Utf8Json).Dispose();
        return request;
    }

    public static IdentifyRequest Request(WriteBody write)
    {
        int hint = 0;
        return Request(write, ref hint);
    }

    public static IdentifyRequest Request(WriteBody write, ref int hint)
    {
        var w = new VeroJsonWriter(TypeName, hint);
        write(ref w);
        w.Raw("}"u8);
        return w.ToIdentifyRequest(ref hint);
    }

    public static void Into(IBufferWriter<byte> destination, WriteBody write)
    {
        int hint = 0;
        Into(destination, write, ref hint);
    }

    public static void Into(IBufferWriter<byte> destination, WriteBody write, ref int hint)
    {
        var w = new VeroJsonWriter(TypeName, destination, hint);
        write(ref w);
        w.Raw("}"u8);
        w.Complete(ref hint);
    }

    /// <summary>What the members write into <c>data</c>, without the braces; empty when <c>data</c> is left out.</summary>
    public static string Data(WriteBody members)
    {
        string json = Of((ref w) =>
        {
            w.Id("7", "Id");
            int d = w.BeginData();
            members(ref w);
            w.EndData(d);
        }).ToJson();

        if (json == """{"id":"7"}""")
            return "";
        Assert.StartsWith("""{"id":"7","data":{""", json, StringComparison.Ordinal);
        Assert.EndsWith("}}", json, StringComparison.Ordinal);
        return json["""{"id":"7","data":{""".Length..^2];
    }

    /// <summary>The value of <c>data.v</c>, exactly as text, of a writer that writes <c>,"v":</c> and the value.</summary>
    public static string Value(WriteBody member)
    {
        string data = Data(member);
        Assert.StartsWith("\"v\":", data, StringComparison.Ordinal);
        return data["\"v\":".Length..];
    }

    /// <summary>One valid UTF-8 JSON object, no duplicate keys, nothing after it, read as strictly as System.Text.Json can.</summary>
    public static JsonDocument Parse(ReadOnlyMemory<byte> body)
    {
        _ = StrictUtf8.GetCharCount(body.Span);
        JsonDocument document = JsonDocument.Parse(body, new JsonDocumentOptions
        {
            AllowDuplicateProperties = false,
            AllowTrailingCommas = false,
            CommentHandling = JsonCommentHandling.Disallow,
        });
        Assert.Equal(JsonValueKind.Object, document.RootElement.ValueKind);
        return document;
    }

    /// <summary>
    /// The body is refused, whichever way it is made: nothing reaches the destination, the exception names type and member and keeps
    /// <paramref name="canary"/>, a part of the value, to itself.
    /// </summary>
    public static VeroSerializationException Refused(string member, WriteBody write, string? canary = null)
    {
        var destination = new ExactDestination();
        VeroSerializationException direct = Assert.Throws<VeroSerializationException>(() => Into(destination, write));
        Assert.Empty(destination.Written.ToArray());

        VeroSerializationException e = Assert.Throws<VeroSerializationException>(() => Request(write));
        Assert.Equal(direct.Message, e.Message);
        Assert.Equal(TypeName, e.TypeName);
        Assert.Equal(member, e.MemberName);
        Assert.StartsWith($"{TypeName}.{member}: ", e.Message, StringComparison.Ordinal);
        Assert.False(e.IsTransient);
        Assert.Null(e.InnerException);
        Assert.Empty(e.Data);
        if (canary is not null)
            Assert.DoesNotContain(canary, e.ToString(), StringComparison.OrdinalIgnoreCase);
        return e;
    }

    /// <summary>The same where <c>data</c> is open, as it is for a trait.</summary>
    public static VeroSerializationException RefusedTrait(string member, WriteBody write, string? canary = null) => Refused(
        member,
        (ref w) =>
        {
            w.Id("7", "Id");
            int d = w.BeginData();
            w.Member(",\"before\":\""u8, "written");
            write(ref w);
            w.EndData(d);
        },
        canary);
}
