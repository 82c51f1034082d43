using System.Text.Json;
using System.Text.Json.Nodes;
using Vero.Typed;

namespace Vero.Typed.Tests.NetStandardDomain;

/// <summary>Calls every member of the writer that exists on netstandard2.0, as generated code does.</summary>
public static class Bodies
{
    /// <summary>Text in every place that takes text.</summary>
    public static byte[] Text(string? id, string? email, string? text, char character, string? address, string[]? addresses)
    {
        var w = new VeroJsonWriter("Shop.Customer", 0);
        w.Id("{\"id\":\""u8, id, allowDefault: false, "Id");
        w.Email(",\"email\":\""u8, email, "Email");
        int c = w.BeginChannels();
        w.Channel(",{\"type\":\"push\",\"platform\":\"android\",\"address\":\""u8, address, "Token");
        w.Channels(",{\"type\":\"push\",\"platform\":\"ios\",\"address\":\""u8, addresses, "Tokens");
        w.Channel(address is null ? null : new VeroChannel("push", text ?? "web", address), "Channel");
        w.Channels(addresses is null ? null : Array.ConvertAll(addresses, a => new VeroChannel("push", "web", a)), "Channels");
        w.EndChannels(c);
        int d = w.BeginData();
        w.Member(",\"text\":\""u8, text);
        w.Member(",\"character\":\""u8, character);
        w.Member(",\"maybe_character\":\""u8, text is null ? null : character);
        w.EndData(d);
        int hint = 0;
        w.Raw("}"u8);
        return w.ToIdentifyRequest(ref hint).Utf8Json.ToArray();
    }

    /// <summary>Everything that is written from numbers of a fixed width, each in its plain and its nullable form.</summary>
    public static byte[] Numbers(long? number, ulong? natural, decimal? price, double? ratio, float? share, bool vip)
    {
        var w = new VeroJsonWriter("Shop.Customer", 0);
        w.Id("{\"id\":\""u8, number, allowDefault: true, "Id");
        int d = w.BeginData();
        w.Member(",\"maybe_number\":"u8, number);
        w.Member(",\"number\":"u8, number.GetValueOrDefault());
        w.Member(",\"maybe_natural\":"u8, natural);
        w.Member(",\"natural\":"u8, natural.GetValueOrDefault());
        w.Member(",\"maybe_price\":"u8, price);
        w.Member(",\"price\":"u8, price.GetValueOrDefault());
        w.Member(",\"ratio\":"u8, ratio, "Ratio");
        w.Member(",\"share\":"u8, share, "Share");
        w.Raw(vip ? ",\"vip\":true"u8 : ",\"vip\":false"u8);
        w.EndData(d);
        int hint = 0;
        w.Raw("}"u8);
        return w.ToIdentifyRequest(ref hint).Utf8Json.ToArray();
    }

    /// <summary>Dates, durations, Guids, addresses and cultures.</summary>
    public static byte[] Times(Guid? id, DateTime? time, DateTimeOffset? instant, TimeSpan? duration, Uri? address, string? culture)
    {
        var w = new VeroJsonWriter("Shop.Customer", 0);
        w.Id("{\"id\":\""u8, id, allowDefault: true, "Id");
        int d = w.BeginData();
        w.Member(",\"guid\":\""u8, id);
        w.Member(",\"time\":\""u8, time);
        w.Member(",\"instant\":\""u8, instant);
        w.Member(",\"duration\":\""u8, duration);
        w.Member(",\"address\":\""u8, address);
        w.Member(",\"language\":\""u8, culture is null ? null : System.Globalization.CultureInfo.GetCultureInfo(culture));
        w.EndData(d);
        int hint = 0;
        w.Raw("}"u8);
        return w.ToIdentifyRequest(ref hint).Utf8Json.ToArray();
    }

    /// <summary>The timezone from hours, an offset and a zone, each in a body of its own, through a destination.</summary>
    public static byte[] Timezone(ulong id, long? hours, ulong? natural, TimeSpan? offset, TimeZoneInfo? zone)
    {
        var destination = new Destination();
        int hint = 0;
        for (int form = 0; form < 4; form++)
        {
            var w = new VeroJsonWriter("Shop.Customer", destination, hint);
            w.Id("{\"id\":\""u8, id, allowDefault: false, "Id");
            int d = w.BeginData();
            switch (form)
            {
                case 0: w.Timezone(",\"timezone\":"u8, hours, "Hours"); break;
                case 1: w.Timezone(",\"timezone\":"u8, natural, "Natural"); break;
                case 2: w.Timezone(",\"timezone\":"u8, offset, "Offset"); break;
                default: w.Timezone(",\"timezone\":"u8, zone, "Zone"); break;
            }

            w.EndData(d);
            w.Raw("}"u8);
            w.Complete(ref hint);
        }

        return destination.ToArray();
    }

    /// <summary>Values with parts, and entries whose keys and types are known only at run time.</summary>
    public static byte[] Parts(string? key, string? text, double number, ulong flags, byte[]? bytes, object? value, string json, bool asStrings)
    {
        var w = new VeroJsonWriter("Shop.Customer", 0);
        w.Id("{\"id\":\""u8, 7UL, allowDefault: false, "Id");
        int d = w.BeginData();
        int array = w.Begin(",\"array\":"u8);
        for (int i = 0; i < 3; i++)
        {
            int at = w.Position;
            w.Member(",\""u8, i == 1 ? null : text);
            w.NullIfNothing(at, ",null"u8);
        }

        w.EndArray(array);
        int nested = w.Begin(",\"object\":"u8);
        w.Within("Geo.Latitude");
        w.Member(",\"latitude\":"u8, number, "Object");
        w.EndObject(nested);
        int dictionary = w.Begin(",\"dictionary\":"u8);
        w.Key("k", "Dictionary");
        w.Member("\""u8, text);
        int empty = w.Position;
        w.EndEntry(empty, w.Key(key, "Dictionary"));
        w.EndDictionary(dictionary, "Dictionary");
        w.Base64(",\"bytes\":\""u8, bytes);
        if (flags != 0)
        {
            w.Raw(",\"flags\":\""u8);
            ulong rest = flags;
            w.Flag(ref rest, 1, "A, "u8);
            w.Flag(ref rest, 2, "B, "u8);
            w.EndFlags(flags, rest, "Flags");
        }

        using (JsonDocument document = JsonDocument.Parse(json))
            w.Json(",\"element\":"u8, document.RootElement, "Element");
        w.Json(",\"node\":"u8, JsonNode.Parse(json), "Node");
        w.RunTimeValue(",\"any\":"u8, value, "Any");
        int entries = w.Position;
        int start = w.Position;
        int valueAt = w.DataKey(key, "Data");
        w.RunTimeValue(default, value, "Data");
        w.EndEntry(start, valueAt);
        w.EndEntries(entries, ",\"array\":\n,\"object\":\n"u8, ",\"timezone\":\n"u8, "Data");
        if (asStrings)
            w.EndDataAsStrings(d, ",\"timezone\":\n"u8);
        else
            w.EndData(d);
        int hint = 0;
        w.Raw("}"u8);
        return w.ToIdentifyRequest(ref hint).Utf8Json.ToArray();
    }

    /// <summary>The exception that the caller of the writer throws for an enum value without a name.</summary>
    public static byte[] UndefinedEnum()
    {
        var w = new VeroJsonWriter("Shop.Customer", 0);
        throw w.UndefinedEnumValue("Plan");
    }
}
