using Vero.Typed.Analyzers.Model;

namespace Vero.Typed.Analyzers.Emit;

/// <summary>Prints the methods of an event.</summary>
internal static class EventEmitter
{
    private const string IdentityStart = "{\"identity\":{\"id\":\"";
    private const string Returns = "The request; later changes of the event do not change it.";
    private const string Throws = "A member holds a value that Vero would reject or misread.";
    private const string ThrowsWithUser = "A member or the identity holds a value that Vero would reject or misread.";
    private const string Request = "global::Vero.Typed.TrackRequest";
    private const string Received = "Receives the whole body, or nothing if an exception is thrown.";

    public static void Emit(SourceWriter writer, EventModel happened)
    {
        var target = new TargetEmitter(writer, happened.Target, "event");
        target.Open("Builds Vero track requests of");
        target.DeclareSize();
        string preview = TargetEmitter.Preview("Builds the Vero track request for this event, as it is now.", JsonPreview.Of(happened));
        if (happened.Id is { } id)
            EmitOwnIdentity(target, string.Join("\n", UserEmitter.Identity(IdentityStart, id, happened.Email)), preview);
        EmitGivenIdentity(target, happened.Id is null
            ? preview
            : "<summary>Builds the Vero track request for this event, as it is now, for a user: the event's own identity is not sent.</summary>");

        target.OpenWrite();
        writer.WriteLine($"__json.Raw({CSharpText.Utf8Literal($"}},\"event_name\":\"{JsonText.Escape(happened.Name)}\"")});");
        var data = new DataEmitter(writer, target, happened.Data, isEvent: true);
        data.EmitMembers();
        EmitExtras(writer, happened);
        writer.WriteLine("\n__json.Raw(\"}\"u8);");
        writer.CloseBlock();
        data.EmitValueMethods();
        data.EmitSteps();
        target.Close();
    }

    private static string Build(TargetEmitter target, string identity) =>
        $"""
        global::Vero.Typed.VeroJsonWriter __json = new global::Vero.Typed.VeroJsonWriter({target.DisplayName}, {GeneratedNames.Size});
        {identity}
        {target.CallWrite}
        return __json.ToTrackRequest(ref {GeneratedNames.Size});
        """;

    private static string Write(TargetEmitter target, string identity) =>
        $"""
        global::Vero.Typed.VeroJsonWriter __json = new global::Vero.Typed.VeroJsonWriter({target.DisplayName}, {target.WriterName}, {GeneratedNames.Size});
        {identity}
        {target.CallWrite}
        __json.Complete(ref {GeneratedNames.Size});
        """;

    private static void EmitOwnIdentity(TargetEmitter target, string identity, string preview)
    {
        target.Method(
            new MethodText { Summary = preview, ReturnType = Request, Name = GeneratedNames.ToTrackRequest, Returns = Returns, Throws = Throws },
            Build(target, identity));
        target.Method(
            new MethodText
            {
                Summary = "<summary>Writes the JSON body of the request that <c>ToTrackRequest()</c> builds, without allocating.</summary>",
                ReturnType = "void",
                Name = GeneratedNames.WriteTrackRequest,
                Parameters = [("global::System.Buffers.IBufferWriter<byte>", target.WriterName, Received)],
                Throws = Throws,
            },
            Write(target, identity));
    }

    private static void EmitGivenIdentity(TargetEmitter target, string summary)
    {
        (string, string, string) user = ("global::Vero.Typed.VeroIdentity", target.UserName, "The user.");
        string identity =
            $"__json.Identity({CSharpText.Utf8Literal(IdentityStart)}, {CSharpText.Utf8Literal(",\"email\":\"")}, {target.UserName}, {CSharpText.Literal(target.UserName)});";
        target.Method(
            new MethodText
            {
                Summary = summary,
                ReturnType = Request,
                Name = GeneratedNames.ToTrackRequest,
                Parameters = [user],
                Returns = Returns,
                Throws = ThrowsWithUser,
            },
            Build(target, identity));
        target.Method(
            new MethodText
            {
                Summary = "<summary>Writes the JSON body of the request that <c>ToTrackRequest(VeroIdentity)</c> builds, without allocating.</summary>",
                ReturnType = "void",
                Name = GeneratedNames.WriteTrackRequest,
                Parameters = [("global::System.Buffers.IBufferWriter<byte>", target.WriterName, Received), user],
                Throws = ThrowsWithUser,
            },
            Write(target, identity));
    }

    private static void EmitExtras(SourceWriter writer, EventModel happened)
    {
        if (happened is { Source: null, CreatedAt: null })
            return;
        writer.WriteLine("\nint __extras = __json.Begin(\",\\\"extras\\\":\"u8);");
        if (happened.Source is { } source)
            writer.WriteLine($"__json.Raw({CSharpText.Utf8Literal($",\"source\":\"{JsonText.Escape(source)}\"")});");
        if (happened.CreatedAt is { } at)
        {
            string unspecified = at.IsDateTime ? $"global::Vero.Typed.UnspecifiedDateTime.{at.Unspecified}, " : "";
            writer.WriteLine($"__json.CreatedAt({CSharpText.Utf8Literal(",\"created_at\":\"")}, {at.Access}, {unspecified}{CSharpText.Literal(at.MemberName)});");
        }

        writer.WriteLine("__json.EndExtras(__extras);");
    }
}
