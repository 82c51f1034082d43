namespace Vero.Typed;

/// <summary>Marks a static method that converts values of one type to a type that can be sent.</summary>
/// <remarks>
/// <para>
/// The method has one parameter and is accessible, static and not generic. Wherever an annotated member, an item, a key or a value of a dictionary,
/// an id or an email has the type of the parameter, the result is sent instead. The result is not converted again.
/// </para>
/// <para>
/// A null result is a null. A nullable parameter receives nulls, any other does not. What the method throws is the inner exception of a
/// <see cref="VeroSerializationException"/>.
/// </para>
/// <para>
/// Converters of the assembly apply by themselves, those of other assemblies where <see cref="VeroConvertersAttribute"/> lists their class. The nearest
/// one is called: the one that the member names, then the assembly's own, then the listed ones.
/// </para>
/// </remarks>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class VeroConverterAttribute : Attribute
{
    /// <summary>The method converts the values of the type of its parameter.</summary>
    public VeroConverterAttribute()
    {
    }
}
