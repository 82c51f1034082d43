namespace Vero.Typed;

/// <summary>
/// Determines how the annotated members of a type, or of all types of an assembly, are written. That of a type takes precedence over that of the assembly.
/// </summary>
/// <remarks>
/// On a type without annotated members of its own, it also makes the generator emit methods for the inherited ones.
/// </remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Assembly, Inherited = false)]
public sealed class VeroSerializationAttribute : Attribute
{
    /// <summary>What is not set stays as it is by default.</summary>
    public VeroSerializationAttribute()
    {
    }

    /// <summary>How the key of a trait is made from the name of its member. <see cref="Naming.SnakeCase"/> by default, and for a value that the enum does not define.</summary>
    public Naming Naming { get; set; }

    /// <summary>
    /// How the values of traits are sent. <see cref="FreeformValues.Native"/> by default. It applies to everything that is sent of the type, inherited
    /// members included; a type without it uses that of its nearest base, or else of its assembly.
    /// </summary>
    public FreeformValues FreeformValues { get; set; }

    /// <summary>
    /// What a <see cref="DateTime"/> of kind <see cref="DateTimeKind.Unspecified"/> means, which is what most database drivers return.
    /// <see cref="UnspecifiedDateTime.AsIs"/> by default. It applies to everything that is sent of the type; a type without it uses that of its nearest
    /// base, or else of its assembly.
    /// </summary>
    public UnspecifiedDateTime UnspecifiedDateTime { get; set; }

    /// <summary>
    /// On a type: whether it is used only as the value of a trait, so that it needs no <see cref="VeroIdAttribute"/> and gets no methods. Needed only where no trait of
    /// the same assembly holds it.
    /// </summary>
    public bool ValueOnly { get; set; }
}
