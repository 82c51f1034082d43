namespace Vero.Typed;

/// <summary>The shapes that have a name.</summary>
internal enum PlanWord
{
    /// <summary>Whatever the value is at run time.</summary>
    Any,
    Bool,

    /// <summary>A string such as <c>2026-03-01</c>.</summary>
    Date,

    /// <summary>A string such as <c>2026-03-01T09:30:00Z</c>, with or without an offset.</summary>
    DateTime,

    /// <summary>The time zone as hours from GMT, a whole number.</summary>
    Hours,

    /// <summary>A BCP 47 tag.</summary>
    Language,
    Number,

    /// <summary>An object; its keys have lines of their own.</summary>
    Object,

    /// <summary>A phone number in E.164 form.</summary>
    Phone,
    String,
}

/// <summary>How the shapes with a name are written.</summary>
internal static class PlanWords
{
    /// <summary>What stands before the names of a flags enum.</summary>
    public const string Flags = "flags";

    // In the order of the enum.
    private static readonly string[] Texts = ["any", "bool", "date", "date-time", "hours", "language", "number", "object", "phone", "string"];

    public static IReadOnlyList<string> All => Texts;

    public static string TextOf(PlanWord word) => Texts[(int)word];

    public static PlanWord? Find(string text) => Array.IndexOf(Texts, text) is >= 0 and var index ? (PlanWord)index : null;
}
