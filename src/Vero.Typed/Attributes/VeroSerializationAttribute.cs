namespace Vero.Typed;

/// <summary>
/// Says how the annotated members of a type, or of all types of an assembly, are written. On a type it wins over the assembly's.
/// </summary>
/// <remarks>
/// On a type it also asks for code where the type itself has no annotated member: a class that only inherits them.
/// </remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Assembly, Inherited = false)]
public sealed class VeroSerializationAttribute : Attribute
{
    /// <summary>How the key of a trait is made from the name of its member. <see cref="Naming.SnakeCase"/> by default, and for a value that the enum does not define.</summary>
    public Naming Naming { get; set; }

    /// <summary>
    /// How the values of traits are sent. <see cref="FreeformValues.Native"/> by default. It counts for all that is sent of the type, inherited
    /// members included; a type without it has that of its nearest base, else of its assembly.
    /// </summary>
    public FreeformValues FreeformValues { get; set; }

    /// <summary>
    /// What a <see cref="DateTime"/> of kind <see cref="DateTimeKind.Unspecified"/> means, which is what most database drivers return.
    /// <see cref="UnspecifiedDateTime.AsIs"/> by default. It counts for all that is sent of the type; a type without it has that of its nearest base,
    /// else of its assembly.
    /// </summary>
    public UnspecifiedDateTime UnspecifiedDateTime { get; set; }

    /// <summary>
    /// On a type: it is only ever the value of a trait, so it needs no <see cref="VeroIdAttribute"/> and gets no methods. Needed only where no trait of
    /// the same assembly holds it.
    /// </summary>
    public bool ValueOnly { get; set; }
}
