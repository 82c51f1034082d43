namespace Vero.Typed;

/// <summary>
/// How the values of traits are sent. Vero's published schema says that freeform values are strings, while its documentation, SDKs and segments
/// use numbers, booleans and dates.
/// </summary>
public enum FreeformValues
{
    /// <summary>As the JSON type that fits: numbers, booleans, strings, arrays and objects.</summary>
    Native,

    /// <summary>
    /// As strings, exactly to the schema: of a number, a boolean, an array or an object the text of its JSON. The timezone stays an integer, and a
    /// null that is sent stays null.
    /// </summary>
    Strings,
}
