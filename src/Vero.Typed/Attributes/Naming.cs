namespace Vero.Typed;

/// <summary>How the key of a trait is made from the name of its member.</summary>
public enum Naming
{
    /// <summary>
    /// <c>FirstName</c> is sent as <c>first_name</c>: exactly <c>JsonNamingPolicy.SnakeCaseLower</c>. This is how Vero's own
    /// documentation writes its keys.
    /// </summary>
    SnakeCase = 0,

    /// <summary><c>FirstName</c> is sent as <c>firstName</c>: exactly <c>JsonNamingPolicy.CamelCase</c>.</summary>
    CamelCase = 1,

    /// <summary><c>FirstName</c> is sent as <c>FirstName</c>.</summary>
    AsDeclared = 2,
}
