namespace Vero.Typed;

/// <summary>Why a line of a plan cannot be read: the end of a sentence that says what is wrong and what to write.</summary>
internal static class PlanReasons
{
    public const string ConflictMarker = "it is a marker of a merge conflict; keep the lines that are right and delete the marker";

    public const string NoPath = "a path and a shape are missing; a line is a type, a path and a shape, such as Shop.Customer data.first_name string";

    public const string NoShape = "a shape is missing; a line is a type, a path and a shape, such as Shop.Customer data.first_name string";

    public const string EmptyStep = "a step of the path is empty";

    public const string NoAlternative = "a shape is missing at the end";

    public const string CommentOnItsOwnLine = "a comment goes on a line of its own";

    public const string UnclosedString = "the string is not closed";

    public const string EscapeInString = "a string is JSON; escapes are \\\" \\\\ \\/ \\b \\f \\n \\r \\t and \\u with four hexadecimal digits";

    public const string ControlInString = "a control character in a string must be escaped";

    public const string UnclosedParenthesis = "the parenthesis is not closed";

    public const string UnclosedBracket = "an array is written [] behind the shape of its items";

    public const string FlagsWithoutNames = "flags is followed by names in parentheses, such as flags(\"Read\" | \"Write\")";

    public const string FlagsOfNames = "flags holds names only, each a JSON string";

    public const string ShapeTooDeep = "the shape is nested too deep";

    public const string EventNeedsName = "the shape of event and source is one JSON string, such as \"Placed order\"";

    public static string TypeName(string text) => $"'{text}' is not the name of a type; write namespace, name and number of type parameters, such as Shop.Customer or Shop.Box`1";

    public static string UnknownRoot(string text) => $"a path cannot begin with '{text}'; it begins with {string.Join(", ", PlanPath.RootNames)}";

    public static string WrongSteps(string path) => $"'{path}' is not a path; write data.key, channels.type.platform, or one of the other beginnings alone";

    public static string CharacterInStep(char c) => $"{Shown(c)} cannot be in a step of a path; write the step as a JSON string";

    public static string Unexpected(char c) => $"{Shown(c)} is not expected here";

    public static string UnknownShape(string text) => $"'{text}' is not a shape; use {string.Join(", ", PlanWords.All)}, the names of an enum as JSON strings, or {PlanWords.Flags}(...)";

    private static string Shown(char c) => char.IsControl(c) || char.IsWhiteSpace(c) || char.IsSurrogate(c) ? $"U+{(int)c:X4}" : $"'{c}'";
}
