#pragma warning disable // the shape and names of another project's types
namespace Ardalis.SmartEnum;

/// <summary>Stands for the base class of the package of this name.</summary>
public abstract class SmartEnum<TEnum>(string name, int value)
    where TEnum : SmartEnum<TEnum>
{
    public string Name { get; } = name;

    public int Value { get; } = value;
}
