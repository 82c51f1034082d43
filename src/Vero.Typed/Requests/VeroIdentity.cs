namespace Vero.Typed;

/// <summary>Who a user is at Vero: the id exactly as Vero stores it and, optionally, the email address.</summary>
/// <remarks>
/// <c>ToVeroIdentity()</c> of an annotated type makes it with the type's own checks applied. There is no conversion from a number, because "42"
/// and "vendor-42" are different users.
/// </remarks>
// Without init accessors: their modifier is a type of another assembly on netstandard2.0, and code compiled against that build could not call them.
public readonly record struct VeroIdentity
{
    /// <summary>Makes an identity.</summary>
    /// <param name="id">The id at Vero, with its prefix if the annotated type has one.</param>
    /// <param name="email">The email address, or null.</param>
    public VeroIdentity(string id, string? email = null)
    {
        Id = id;
        Email = email;
    }

    /// <summary>The id at Vero.</summary>
    public string Id { get; }

    /// <summary>The email address, or null.</summary>
    public string? Email { get; }

    /// <summary>The type only: ids and email addresses are personal data.</summary>
    /// <returns><c>VeroIdentity</c>.</returns>
    public override string ToString() => nameof(VeroIdentity);
}
