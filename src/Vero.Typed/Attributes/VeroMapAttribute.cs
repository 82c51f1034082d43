namespace Vero.Typed;

/// <summary>
/// On a static partial class: its attributes, each with a <c>From</c>, say what is sent of a type that cannot be annotated, or send something else of a
/// type than its own attributes say.
/// </summary>
/// <remarks>
/// The class gets the methods that an annotated type has, as extension methods where it is the only map of the type. Several maps of one type, and a map
/// of an annotated type, are called by their name: <c>CrmCustomer.ToIdentifyRequest(customer)</c>.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class VeroMapAttribute : Attribute
{
    /// <summary>Maps a type.</summary>
    /// <param name="type">The type, such as <c>typeof(Customer)</c>.</param>
    public VeroMapAttribute(Type type) => Type = type;

    /// <summary>The type that is mapped.</summary>
    public Type Type { get; }
}
