namespace Vero.Typed;

internal enum ResponseBodyKind
{
    /// <summary>Nothing, or white space.</summary>
    Empty,

    /// <summary>A JSON object.</summary>
    Vero,

    /// <summary>Anything else, such as the page of a proxy.</summary>
    Foreign,
}
