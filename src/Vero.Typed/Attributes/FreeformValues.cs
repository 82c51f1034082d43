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
    /// As strings, exactly as the schema says: numbers, booleans, arrays and objects as their JSON. The time zone stays an integer, and a
    /// null that is sent stays null.
    /// </summary>
    Strings,
}
