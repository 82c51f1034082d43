namespace Vero.Typed;

internal enum AnswerBodyKind
{
    /// <summary>Nothing, or white space.</summary>
    Empty,

    /// <summary>A JSON object.</summary>
    Vero,

    /// <summary>Anything else: the page of a proxy, for example.</summary>
    Foreign,
}
