namespace Vero.Typed.Analyzers.Symbols;

/// <summary>The words that a file must have for a rule to find something in it.</summary>
[Flags]
internal enum MentionedWords
{
    None = 0,
    Vero = 1,
    AuthToken = 2,
    BaseAddress = 4,

    /// <summary>Any of the generated methods.</summary>
    GeneratedMethod = 8,
    VeroConverter = 16,
    VeroMap = 32,
}
