using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Vero.Typed.Analyzers.Model;
using Vero.Typed.Analyzers.Symbols;

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

    private readonly INamedTypeSymbol _type;
    private readonly EquatableArray<ValueMethodModel> _methods;
    private readonly bool _sendsStrings;
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly List<Entry> _top = [];
    private readonly List<Entry> _channels = [];
    private readonly List<Entry> _data = [];

    public JsonPreview(INamedTypeSymbol type, EquatableArray<ValueMethodModel> methods, bool sendsStrings)
    {
        _type = type;
        _methods = methods;
        _sendsStrings = sendsStrings;
    }

    public void AddId(AnnotatedMember member) => _top.Add(new Entry("\"id\": ", "string", Source(member), IsOptional: false));

    public void AddEmail(AnnotatedMember member) => _top.Add(Keyed("email", "string", Source(member), CanBeNull(member.Type)));

    public void AddChannel(AnnotatedMember member, ChannelModel model)
    {
        string start = model.LeadingJson is { } json ? Visible(json.Substring(2)).Replace("\":\"", "\": \"").Replace("\",\"", "\", \"") : "";
        string entry = model.LeadingJson is null
            ? "{ \"type\": string, \"platform\": string, \"address\": string }"
            : $"{{ {start.Substring(0, start.Length - 1)}string }}";
        string source = Source(member);
        _channels.Add(new Entry("", entry, model.IsCollection ? "each of " + source : source, model.IsCollection || CanBeNull(member.Type)));
    }

    public void AddTrait(AnnotatedMember member, string sentKey, bool isReserved, TraitModel model)
    {
        string source = Source(member) + (isReserved ? ", reserved key" : "");
        _data.Add(Keyed(Visible(sentKey), SentText(model), source, CanBeNull(member.Type) && model.NullJson is null));
    }

    public void AddEntries(AnnotatedMember member, TraitModel value) =>
        _data.Add(new Entry("[key]: ", SentText(value), "the entries of " + Source(member), IsOptional: true));

    public EquatableArray<string> ToLines()
    {
        var lines = new List<string> { "{" };
        if (_channels.Count > 0)
            _top.Add(Keyed("channels", Block('[', _channels, ']'), "", _channels.TrueForAll(static entry => entry.IsOptional)));
        if (_data.Count > 0)
            _top.Add(Keyed("data", Block('{', _data, '}'), "", _data.TrueForAll(static entry => entry.IsOptional)));
        AddIndented(lines, _top);
        lines.Add("}");
        return new EquatableArray<string>(lines);
    }

    /// <summary>What stands for a value. Of several lines, those after the first are indented from where the key begins.</summary>
    private string SentText(TraitModel value)
    {
        string text = _sendsStrings && value.Kind is not (TraitValueKind.Timezone or TraitValueKind.Enum) ? "string" : ValueText(value);
        return value.NullJson is null ? text : text + " | null";
    }

    private string ValueText(TraitModel value) => value.Kind switch
    {
        TraitValueKind.Method => PartsText(_methods.First(method => method.Name == value.Method)),
        TraitValueKind.Integer => "integer",
        TraitValueKind.Number or TraitValueKind.FloatingPoint => "number",
        TraitValueKind.Boolean => "boolean",
        TraitValueKind.Enum => Names(value.EnumValues),
        TraitValueKind.Timezone => "integer",
        TraitValueKind.Json or TraitValueKind.RunTime => "any",
        _ => "string",
    };

    // On one line if it fits there, else a line for each key of an object. What fills the screen is seen at its own type.
    private string PartsText(ValueMethodModel method)
    {
        if (_texts.TryGetValue(method.Name, out string? known))
            return known;

        string text = method.Kind switch
        {
            ValueMethodKind.Array => $"[{ItemText(method.Members[0])}, ...]",
            ValueMethodKind.Dictionary => $"{{ [key]: {ItemText(method.Members[0])} }}",
            ValueMethodKind.Object => ObjectText(method),
            _ => "string",
        };
        if (text.Count(static c => c == '\n') > MostLines)
            text = method.Kind == ValueMethodKind.Array ? "[...]" : "{ ... }";
        _texts.Add(method.Name, text);
        return text;
    }

    private string ObjectText(ValueMethodModel method)
    {
        List<Entry> parts = method.Members
            .Select(part => Part(Visible(part.KeyJson.Substring(1, part.KeyJson.Length - 2)) + (part.IsOptional ? "?" : ""), part))
            .Concat(method.Entries.Select(entry => Part("[key]", entry.Value)))
            .ToList();
        string line = $"{{ {string.Join(", ", parts.Select(static part => part.Start + part.Value))} }}";
        return line.Length <= MostObjectWidth && !line.Contains('\n') ? line : Block('{', parts, '}');
    }

    private Entry Part(string key, TraitModel part) => new(key + ": ", ItemText(part), Source: "", IsOptional: false);

    private string ItemText(TraitModel item) => ValueText(item) + (item.NullJson is null ? "" : " | null");

    private static Entry Keyed(string key, string value, string source, bool isOptional) =>
        new($"\"{key}\"{(isOptional ? "?" : "")}: ", value, source, isOptional);

    private static string Names(EquatableArray<EnumValueModel> values)
    {
        var names = new StringBuilder();
        for (int i = 0; i < values.Count; i++)
        {
            string name = Visible(values[i].Json);
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

    private string Source(AnnotatedMember member)
    {
        string name = CSharpText.Identifier(member.Member.Name);
        return SymbolEqualityComparer.Default.Equals(member.Member.ContainingType, _type)
            ? name
            : $"{member.Member.ContainingType.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}.{name}";
    }

    // By what is declared: a reference that is said to be never null is shown as one that is always sent. The invariant culture is left out.
    public static bool CanBeNull(ITypeSymbol type) => ValueTypes.IsNullableValue(type) || ValueTypes.IsCultureInfo(type) || ValueTypes.MayBeUnset(type)
        || (!type.IsValueType && type.NullableAnnotation != NullableAnnotation.NotAnnotated);

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
