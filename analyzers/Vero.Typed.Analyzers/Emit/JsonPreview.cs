using System.Globalization;
using System.Text;
using Vero.Typed.Analyzers.Model;

namespace Vero.Typed.Analyzers.Emit;

/// <summary>
/// The body of the request as documentation shows it: JSON with types in the place of values, each line with the member that it comes from.
/// </summary>
internal sealed class JsonPreview
{
    // What fits on a screen. Keys after these stay, many on a line.
    private const int MostLines = 24;
    private const int LineWidth = 100;
    private const int MostEnumWidth = 60;

    private const int MostObjectWidth = 80;

    private readonly DataModel _model;
    private readonly Dictionary<int, string> _texts = [];

    private JsonPreview(DataModel model) => _model = model;

    /// <summary>The body of an identify request, line by line.</summary>
    public static IEnumerable<string> Of(UserModel user)
    {
        var top = new List<Entry> { Keyed("id", IdText(user.Id), user.Id.Source, isOptional: false) };
        if (user.Email is { } email)
            top.Add(Keyed("email", "string", email.Source, email.IsOptional));
        if (user.Channels.Count > 0)
        {
            List<Entry> channels = user.Channels.Select(Channel).ToList();
            top.Add(Keyed("channels", Block('[', channels, ']'), "", channels.TrueForAll(static entry => entry.IsOptional)));
        }

        new JsonPreview(user.Data).AddData(top);
        return Block('{', top, '}').Split('\n');
    }

    /// <summary>The body of a track request, line by line.</summary>
    public static IEnumerable<string> Of(EventModel happened)
    {
        var identity = new List<Entry> { Keyed("id", happened.Id is null ? "string" : IdText(happened.Id), happened.Id?.Source ?? "of the user", isOptional: false) };
        if (happened.Id is null)
            identity.Add(Keyed("email", "string", "of the user", isOptional: true));
        else if (happened.Email is { } email)
            identity.Add(Keyed("email", "string", email.Source, email.IsOptional));
        var top = new List<Entry>
        {
            Keyed("identity", Block('{', identity, '}'), "", isOptional: false),
            Keyed("event_name", Quoted(happened.Name), "", isOptional: false),
        };
        new JsonPreview(happened.Data).AddData(top);
        var extras = new List<Entry>();
        if (happened.Source is { } source)
            extras.Add(Keyed("source", Quoted(source), "", isOptional: false));
        if (happened.CreatedAt is { } at)
            extras.Add(Keyed("created_at", "string", at.Source, at.IsOptional));
        if (extras.Count > 0)
            top.Add(Keyed("extras", Block('{', extras, '}'), "", extras.TrueForAll(static entry => entry.IsOptional)));
        return Block('{', top, '}').Split('\n');
    }

    private static string IdText(IdModel id) => id.Prefix.Length == 0 ? "string" : Quoted(id.Prefix + "...");

    private static Entry Channel(ChannelModel channel)
    {
        string type = channel.Type is { } known ? Quoted(known) : "string";
        string platform = channel.Platform is { } on ? Quoted(on) : "string";
        return new Entry(
            "", $"{{ \"type\": {type}, \"platform\": {platform}, \"address\": string }}", (channel.IsCollection && channel.Loops.Count == 0 ? "each of " : "") + channel.Source, channel.IsOptional);
    }

    private void AddData(List<Entry> top)
    {
        List<Entry> data = _model.Members
            .Select(trait => Keyed(
                Visible(JsonText.Escape(trait.Key)), SentText(trait), trait.Source + (VeroContract.FindReservedKey(trait.Key) is null ? "" : ", reserved key"), trait.IsOptional))
            .Concat(_model.Entries.Select(entries => new Entry("[key]: ", SentText(entries.Value), "the entries of " + entries.Source, IsOptional: true)))
            .ToList();
        if (data.Count > 0)
            top.Add(Keyed("data", Block('{', data, '}'), "", data.TrueForAll(static entry => entry.IsOptional)));
    }

    /// <summary>What stands for a value. Of several lines, those after the first are indented from where the key begins.</summary>
    private string SentText(TraitModel value)
    {
        string text = !_model.SendsStrings || value.Kind is TraitValueKind.Timezone or TraitValueKind.TimezoneId or TraitValueKind.Enum or TraitValueKind.EnumAtRunTime ? ValueText(value)
            : value.Kind == TraitValueKind.Constant ? ConstantAsText(value.Access)
            : "string";
        return value.WritesNull ? text + " | null" : text;
    }

    private static string ConstantAsText(string json) => json[0] == '"' ? Visible(json) : Quoted(json);

    private string ValueText(TraitModel value) => value.Kind switch
    {
        TraitValueKind.Method => PartsText(value.Method),
        TraitValueKind.Integer => "integer",
        TraitValueKind.Number or TraitValueKind.FloatingPoint => "number",
        TraitValueKind.Boolean => "boolean",
        TraitValueKind.Enum => Names(value.EnumValues),
        TraitValueKind.EnumAtRunTime => value.EnumValues.Count == 0 ? "string" : Names(value.EnumValues),
        TraitValueKind.Timezone or TraitValueKind.TimezoneId => "integer",
        TraitValueKind.Constant => Visible(value.Access),
        TraitValueKind.JsonText => "any",
        TraitValueKind.Json or TraitValueKind.RunTime => "any",
        TraitValueKind.Text or TraitValueKind.Date or TraitValueKind.Flags or TraitValueKind.Bytes or TraitValueKind.Language or TraitValueKind.PhoneNumber => "string",
        _ => throw new InvalidOperationException(value.Kind.ToString()),
    };

    // On one line if it fits there, else a line for each key of an object. What fills the screen is seen at its own type.
    private string PartsText(int number)
    {
        if (_texts.TryGetValue(number, out string? known))
            return known;

        ValueMethodModel method = _model.ValueMethods[number];
        string text = method.Kind switch
        {
            ValueMethodKind.Array => $"[{ItemText(method.Members[0])}, ...]",
            ValueMethodKind.Dictionary => $"{{ [key]: {ItemText(method.Members[0])} }}",
            ValueMethodKind.Object => ObjectText(method),
            _ => "string",
        };
        if (text.Count(static c => c == '\n') > MostLines)
            text = method.Kind == ValueMethodKind.Array ? "[...]" : "{ ... }";
        _texts.Add(number, text);
        return text;
    }

    private string ObjectText(ValueMethodModel method)
    {
        List<Entry> parts = method.Members
            .Select(part => Part(Quoted(part.Key) + (part.IsOptional ? "?" : ""), part))
            .Concat(method.Entries.Select(entry => Part("[key]", entry.Value)))
            .ToList();
        string line = $"{{ {string.Join(", ", parts.Select(static part => part.Start + part.Value))} }}";
        return line.Length <= MostObjectWidth && !line.Contains('\n') ? line : Block('{', parts, '}');
    }

    private Entry Part(string key, TraitModel part) => new(key + ": ", ItemText(part), Source: "", IsOptional: false);

    private string ItemText(TraitModel item) => ValueText(item) + (item.WritesNull ? " | null" : "");

    private static Entry Keyed(string key, string value, string source, bool isOptional) =>
        new($"\"{key}\"{(isOptional ? "?" : "")}: ", value, source, isOptional);

    private static string Names(EquatableArray<EnumValueModel> values)
    {
        var names = new StringBuilder();
        for (int i = 0; i < values.Count; i++)
        {
            string name = Quoted(values[i].Name);
            if (i > 0 && names.Length + name.Length > MostEnumWidth)
                return names.Append(" | ...").ToString();
            names.Append(i == 0 ? "" : " | ").Append(name);
        }

        return names.ToString();
    }

    private static string Block(char open, List<Entry> entries, char close)
    {
        var lines = new List<string> { open.ToString() };
        AddIndented(lines, entries);
        lines.Add(close.ToString());
        return string.Join("\n", lines);
    }

    private static void AddIndented(List<string> lines, List<Entry> entries)
    {
        int full = entries.Count > MostLines ? MostLines - 4 : entries.Count;
        for (int i = 0; i < full; i++)
        {
            Entry entry = entries[i];
            string[] value = entry.Value.Split('\n');
            for (int line = 0; line < value.Length; line++)
            {
                bool isLast = line == value.Length - 1;
                string comma = isLast && i < entries.Count - 1 ? "," : "";
                string source = line == 0 && entry.Source.Length > 0 ? "  // " + entry.Source : "";
                lines.Add($"  {(line == 0 ? entry.Start : "")}{value[line]}{comma}{source}");
            }
        }

        var more = new StringBuilder();
        for (int i = full; i < entries.Count; i++)
        {
            string next = entries[i].Start.TrimEnd(' ', ':') + (i < entries.Count - 1 ? "," : "");
            if (more.Length + next.Length > LineWidth)
            {
                lines.Add("  " + more);
                more.Clear();
            }

            more.Append(more.Length > 0 ? " " : "").Append(next);
        }

        if (more.Length > 0)
            lines.Add("  " + more);
    }

    private static string Quoted(string text) => $"\"{Visible(JsonText.Escape(text))}\"";

    /// <summary>Without characters that would end a comment, are none in XML, or are not seen.</summary>
    private static string Visible(string text)
    {
        StringBuilder? visible = null;
        for (int i = 0; i < text.Length; i++)
        {
            bool isShown = text[i] is not ('\uFFFE' or '\uFFFF') && CharUnicodeInfo.GetUnicodeCategory(text[i])
                is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
            if (isShown)
                visible?.Append(text[i]);
            else
                (visible ??= new StringBuilder(text, 0, i, text.Length + 6)).Append("\\u").Append(((int)text[i]).ToString("X4", CultureInfo.InvariantCulture));
        }

        return visible?.ToString() ?? text;
    }

    private sealed record Entry(string Start, string Value, string Source, bool IsOptional);
}
