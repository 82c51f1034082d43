using System.Globalization;
using Vero.Typed.Analyzers.Model;

namespace Vero.Typed.Analyzers.Emit;

/// <summary>Prints the methods of a user.</summary>
internal static class UserEmitter
{
    private const string Throws = "A member holds a value that Vero would reject or misread.";

    public static void Emit(SourceWriter writer, UserModel user)
    {
        var target = new TargetEmitter(writer, user.Target, "user");
        target.Open("Builds Vero identify requests of");
        target.DeclareSize();
        target.Method(
            new MethodText
            {
                Summary = TargetEmitter.Preview("Builds the Vero identify request for this user, as it is now.", JsonPreview.Of(user)),
                ReturnType = "global::Vero.Typed.IdentifyRequest",
                Name = GeneratedNames.ToIdentifyRequest,
                Returns = "The request; later changes of the user do not change it.",
                Throws = Throws,
            },
            $"""
            global::Vero.Typed.VeroJsonWriter __json = new global::Vero.Typed.VeroJsonWriter({target.DisplayName}, {GeneratedNames.Size});
            {target.CallWrite}
            return __json.ToIdentifyRequest(ref {GeneratedNames.Size});
            """);
        target.Method(
            new MethodText
            {
                Summary = "<summary>Writes the JSON body of the request that <c>ToIdentifyRequest()</c> builds, without allocating.</summary>",
                ReturnType = "void",
                Name = GeneratedNames.WriteIdentifyRequest,
                Parameters = [("global::System.Buffers.IBufferWriter<byte>", target.WriterName, "Receives the whole body, or nothing if an exception is thrown.")],
                Throws = Throws,
            },
            $"""
            global::Vero.Typed.VeroJsonWriter __json = new global::Vero.Typed.VeroJsonWriter({target.DisplayName}, {target.WriterName}, {GeneratedNames.Size});
            {target.CallWrite}
            __json.Complete(ref {GeneratedNames.Size});
            """);
        target.Method(
            new MethodText
            {
                Summary = "<summary>Who this user is at Vero: the raw id and the email address, as <c>ToIdentifyRequest()</c> sends them.</summary>",
                ReturnType = "global::Vero.Typed.VeroIdentity",
                Name = GeneratedNames.ToVeroIdentity,
                Returns = "The identity, from which the requests of other operations are made.",
                Throws = "The id or the email address is one that Vero would reject or misread.",
            },
            $"""
            global::Vero.Typed.VeroJsonWriter __json = new global::Vero.Typed.VeroJsonWriter({target.DisplayName}, 0);
            {string.Join("\n", Identity("{\"id\":\"", user.Id, user.Email))}
            return __json.ToIdentity();
            """);

        target.OpenWrite();
        foreach (string line in Identity("{\"id\":\"", user.Id, user.Email))
            writer.WriteLine(line);
        EmitChannels(writer, user.Channels);
        var data = new DataEmitter(writer, target, user.Data, isEvent: false);
        data.EmitMembers();
        writer.WriteLine("\n__json.Raw(\"}\"u8);");
        writer.CloseBlock();
        data.EmitValueMethods();
        data.EmitSteps();
        target.Close();
    }

    /// <summary>The calls that write who it is.</summary>
    public static IEnumerable<string> Identity(string start, IdModel id, EmailModel? email)
    {
        string leading = CSharpText.Utf8Literal(start + JsonText.Escape(id.Prefix));
        string rest = $"{id.Access}, {(id.AllowDefault ? "true" : "false")}, {CSharpText.Literal(id.MemberName)});";
        yield return id.Prefix.Length > 0 && id.IsText
            ? $"__json.PrefixedId({leading}, {id.Prefix.Length.ToString(CultureInfo.InvariantCulture)}, {rest}"
            : $"__json.Id({leading}, {rest}";
        if (email is not null)
            yield return $"__json.Email({CSharpText.Utf8Literal(",\"email\":\"")}, {email.Access}, {CSharpText.Literal(email.MemberName)});";
    }

    private static void EmitChannels(SourceWriter writer, EquatableArray<ChannelModel> channels)
    {
        if (channels.Count == 0)
            return;
        writer.WriteLine();
        writer.WriteLine("int __channels = __json.BeginChannels();");
        for (int i = 0; i < channels.Count; i++)
        {
            ChannelModel channel = channels[i];
            string local = "__channels" + i.ToString(CultureInfo.InvariantCulture);
            string access = channel.MayBeDefault ? $"{channel.Access} is {{ IsDefault: false }} {local} ? {local} : null" : channel.Access;
            string leading = channel.Type is null
                ? ""
                : CSharpText.Utf8Literal($",{{\"type\":\"{JsonText.Escape(channel.Type)}\",\"platform\":\"{JsonText.Escape(channel.Platform!)}\",\"address\":\"") + ", ";
            string call = $"__json.{(channel.IsCollection ? "Channels" : "Channel")}({leading}{access}, {CSharpText.Literal(channel.MemberName)});";
            if (channel.Loops.Count == 0)
            {
                writer.WriteLine(call);
                continue;
            }

            // Where a null is on the way, there are no addresses.
            var below = new EquatableArray<LoopModel>(channel.Loops.Skip(1));
            writer.OpenBlock($"if ({channel.Loops[0].Access} is {channel.Loops[0].Pattern} {local}Of)");
            LoopEmitter.Open(writer, $"{channel.Loops[0].EnumerableCast}{local}Of", below, nothing: "continue;");
            writer.WriteLine(call);
            LoopEmitter.Close(writer, below);
            writer.CloseBlock();
        }

        writer.WriteLine("__json.EndChannels(__channels);");
    }
}
