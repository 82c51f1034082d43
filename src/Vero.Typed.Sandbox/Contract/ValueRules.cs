using System.Globalization;
using System.Text.Json;

namespace Vero.Typed.Sandbox.Contract;

/// <summary>Checks values with the functions that the library and the analyzers use as well.</summary>
internal static class ValueRules
{
    /// <param name="operation">The operation.</param>
    /// <param name="body">A body that the schema has accepted.</param>
    public static IEnumerable<SandboxViolation> Check(VeroOperation operation, JsonElement body)
    {
        var violations = new List<SandboxViolation>();
        string owner = operation == VeroOperation.Track ? "/identity" : "";
        JsonElement identity = operation == VeroOperation.Track ? body.GetProperty("identity") : body;
        CheckString(identity, "id", owner, IdProblem, violations);
        CheckString(identity, "new_id", owner, IdProblem, violations);
        CheckString(identity, "email", owner, EmailProblem, violations);
        CheckTags(body, "add", violations);
        CheckTags(body, "remove", violations);
        if (body.TryGetProperty("data", out JsonElement data))
        {
            foreach (ReservedKey key in VeroContract.ReservedKeys)
            {
                if (key.Kind == ReservedKeyKind.Language)
                    CheckString(data, key.Name, "/data", LanguageProblem, violations);
            }
        }

        return violations;
    }

    private static void CheckTags(JsonElement body, string list, List<SandboxViolation> violations)
    {
        if (!body.TryGetProperty(list, out JsonElement tags))
            return;
        int index = 0;
        foreach (JsonElement tag in tags.EnumerateArray())
        {
            if (TagProblem(tag.GetString()!) is { } problem)
                violations.Add(new SandboxViolation(string.Create(CultureInfo.InvariantCulture, $"/{list}/{index}"), problem));
            index++;
        }
    }

    private static void CheckString(JsonElement owner, string name, string path, Func<string, string?> problemOf, List<SandboxViolation> violations)
    {
        if (owner.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String && problemOf(value.GetString()!) is { } problem)
            violations.Add(new SandboxViolation(JsonPointer.Append(path, name), problem));
    }

    // What stands for "no id", such as 0, is an id where the annotated type says so.
    private static string? IdProblem(string id) => VeroContract.CheckId(id, allowDefault: true) switch
    {
        IdFault.None => null,
        IdFault.WhiteSpaceAtEnds => "must not begin or end with white space",
        IdFault.InvisibleCharacter => "must not contain an invisible character",
        IdFault other => $"is not valid: {other}",
    };

    private static string? EmailProblem(string email) => VeroContract.CheckEmail(email) switch
    {
        EmailFault.None => null,
        EmailFault.Malformed => "must be an email address",
        EmailFault.InvisibleCharacter => "must not contain an invisible character",
        EmailFault other => $"is not valid: {other}",
    };

    private static string? TagProblem(string tag) => VeroContract.CheckTag(tag) switch
    {
        TagFault.None => null,
        TagFault.WhiteSpaceAtEnds => "must not begin or end with white space",
        TagFault other => $"is not valid: {other}",
    };

    private static string? LanguageProblem(string language) => VeroContract.IsLanguageTag(language) ? null : "must be a language tag such as en-AU";
}
