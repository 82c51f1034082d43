using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Vero.Typed.TestHarness;

namespace Vero.Typed.Analyzers.Tests.Generator;

/// <summary>The JSON that the documentation of a generated method shows, and whether a body is of that form.</summary>
internal sealed partial class PreviewText
{
    private readonly string _text;
    private int _at;

    private PreviewText(string text) => _text = text;

    /// <summary>The code block of a method's documentation, as an IDE reads it.</summary>
    /// <param name="run">A run with methods of the name.</param>
    /// <param name="method">The name of the method.</param>
    /// <param name="within">The type that has it; null where only one type does.</param>
    /// <returns>The lines without the indentation that they share.</returns>
    public static string Of(GeneratorRun run, string method, string? within = null)
    {
        IMethodSymbol[] found = [.. run.Output.GetSymbolsWithName(method).OfType<IMethodSymbol>().Where(candidate => within is null || string.Equals(candidate.ContainingType.Name, within, StringComparison.Ordinal))];
        IMethodSymbol symbol = found.Length == 1 ? found[0] : found.Single(static candidate => candidate.Parameters.IsEmpty);
        var summary = System.Xml.Linq.XElement.Parse(symbol.GetDocumentationCommentXml(cancellationToken: TestContext.Current.CancellationToken)!).Element("summary")!;
        Assert.StartsWith("Builds the Vero ", summary.Value.TrimStart(), StringComparison.Ordinal);
        string[] lines = summary.Element("code")!.Value.Trim('\n').Split('\n');
        int indentation = lines[0].Length - lines[0].TrimStart().Length;
        return string.Join('\n', lines.Where(static line => line.Trim().Length > 0).Select(line => line[indentation..]));
    }

    /// <summary>What of a body the preview does not show, as a path; null when it has the form that the preview shows.</summary>
    /// <param name="preview">The preview.</param>
    /// <param name="json">The body.</param>
    public static string? Difference(string preview, string json)
    {
        using JsonDocument body = JsonDocument.Parse(json);
        return new PreviewText(Comment().Replace(preview, "")).Value()("$", body.RootElement);
    }

    [GeneratedRegex("  // .*$", RegexOptions.Multiline)]
    private static partial Regex Comment();

    private delegate string? Form(string path, JsonElement value);

    private Form Value()
    {
        var forms = new List<Form> { Single() };
        while (Take("|"))
            forms.Add(Single());
        return (path, value) =>
        {
            string?[] differences = [.. forms.Select(form => form(path, value))];
            return Array.Exists(differences, static difference => difference is null) ? null : differences[0];
        };
    }

    private Form Single()
    {
        if (Take("{"))
            return Object();
        if (Take("["))
            return Items();
        if (Peek() == '"')
        {
            string text = Text();
            return (path, value) => value.ValueKind == JsonValueKind.String && Fits(text, value.GetString()!) ? null : $"{path} is not \"{text}\"";
        }

        string word = WordAt();
        return (path, value) => IsOf(word, value) ? null : $"{path} is not {word}";
    }

    private Form Object()
    {
        var members = new Dictionary<string, (bool IsOptional, Form Form)>(StringComparer.Ordinal);
        Form? others = null;
        while (!Take("}"))
        {
            if (Take("[key]"))
            {
                Expect(":");
                others = Value();
            }
            else
            {
                string key = Text();
                bool isOptional = Take("?");
                Expect(":");
                members.Add(key, (isOptional, Value()));
            }

            _ = Take(",");
        }

        return (path, value) =>
        {
            if (value.ValueKind != JsonValueKind.Object)
                return $"{path} is no object";
            foreach ((string key, (bool isOptional, _)) in members)
            {
                if (!isOptional && !value.TryGetProperty(key, out _))
                    return $"{path}.{key} is missing";
            }

            foreach (JsonProperty property in value.EnumerateObject())
            {
                Form? form = members.TryGetValue(property.Name, out var known) ? known.Form : others;
                if (form is null)
                    return $"{path}.{property.Name} is not shown";
                if (form($"{path}.{property.Name}", property.Value) is { } difference)
                    return difference;
            }

            return null;
        };
    }

    private Form Items()
    {
        var items = new List<Form>();
        while (!Take("]"))
        {
            if (!Take("..."))
                items.Add(Value());
            _ = Take(",");
        }

        return (path, value) => value.ValueKind != JsonValueKind.Array
            ? $"{path} is no array"
            : value.EnumerateArray()
                .Select((item, i) => items.Exists(form => form("", item) is null) ? null : items[0]($"{path}[{i}]", item))
                .FirstOrDefault(static difference => difference is not null);
    }

    private static bool IsOf(string word, JsonElement value) => word switch
    {
        "any" or "..." => true,
        "string" => value.ValueKind == JsonValueKind.String,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "number" => value.ValueKind == JsonValueKind.Number,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "true" or "false" or "null" => string.Equals(value.GetRawText(), word, StringComparison.Ordinal),
        _ => char.IsAsciiDigit(word[^1]) && string.Equals(value.GetRawText(), word, StringComparison.Ordinal),
    };

    // An id with a prefix is shown as "vendor-...".
    private static bool Fits(string shown, string value) =>
        shown.EndsWith("...", StringComparison.Ordinal) ? value.StartsWith(shown[..^3], StringComparison.Ordinal) && value.Length > shown.Length - 3 : string.Equals(shown, value, StringComparison.Ordinal);

    private char Peek()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at]))
            _at++;
        return _at < _text.Length ? _text[_at] : '\0';
    }

    private bool Take(string token)
    {
        _ = Peek();
        if (!_text.AsSpan(_at).StartsWith(token, StringComparison.Ordinal))
            return false;
        _at += token.Length;
        return true;
    }

    private void Expect(string token) => Assert.True(Take(token), $"{token} is missing before: {_text[_at..]}");

    private string Text()
    {
        _ = Peek();
        int start = _at++;
        while (_text[_at] != '"')
            _at += _text[_at] == '\\' ? 2 : 1;
        return JsonSerializer.Deserialize<string>(_text[start..++_at])!;
    }

    private string WordAt()
    {
        _ = Peek();
        int start = _at;
        while (_at < _text.Length && (char.IsLetterOrDigit(_text[_at]) || _text[_at] is '.' or '-' or '+'))
            _at++;
        Assert.True(_at > start, $"There is no value before: {_text[_at..]}");
        return _text[start.._at];
    }
}
