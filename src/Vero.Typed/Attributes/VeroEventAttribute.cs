namespace Vero.Typed;

/// <summary>Marks a type as an event of a user, which is tracked: <c>ToTrackRequest()</c> builds the request.</summary>
/// <remarks>
/// <para>
/// Members with <see cref="VeroIdAttribute"/> and <see cref="VeroEmailAttribute"/> identify the user; without them, the identity is passed to
/// <c>ToTrackRequest(VeroIdentity)</c>. <see cref="VeroTraitAttribute"/> and <see cref="VeroDataAttribute"/> go to the event's <c>data</c>, and
/// <see cref="VeroCreatedAtAttribute"/> says when it happened.
/// </para>
/// <para>
/// Letter case, spaces and underscores make no difference in the names of events: for Vero, "Placed order" and "placed_order" are one event.
/// </para>
/// <para>
/// A base class with annotated members of events carries the attribute itself; on an abstract class it gives no name and no methods. A type is an
/// event or a user, not both.
/// </para>
/// </remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class VeroEventAttribute : Attribute
{
    /// <summary>The name is the type's name as words: <c>OrderPlaced</c> is sent as "Order placed".</summary>
    public VeroEventAttribute()
    {
    }

    /// <summary>The name is <paramref name="name"/>, exactly as written.</summary>
    /// <param name="name">The name: not blank, of fewer than 255 characters, and none that Vero reserves.</param>
    public VeroEventAttribute(string name) => Name = name;

    /// <summary>The name of the event, or null where the type's name gives it.</summary>
    public string? Name { get; }

    /// <summary>Where the event comes from, such as the name of a program. It is sent as <c>extras.source</c>.</summary>
    public string? Source { get; set; }
}
