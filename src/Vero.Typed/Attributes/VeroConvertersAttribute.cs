namespace Vero.Typed;

/// <summary>Names a class whose <see cref="VeroConverterAttribute"/> methods apply to this assembly, or to one type. Needed for classes of other assemblies.</summary>
[AttributeUsage(AttributeTargets.Assembly | AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = true, Inherited = false)]
public sealed class VeroConvertersAttribute : Attribute
{
    /// <summary>Names a class with converters.</summary>
    /// <param name="type">The class, such as <c>typeof(ShopConverters)</c>.</param>
    public VeroConvertersAttribute(Type type) => Type = type;

    /// <summary>The class with converters.</summary>
    public Type Type { get; }
}
