namespace Framework.Domain;

/// <summary>Named values that are objects.</summary>
public abstract class SmartEnum<TEnum>(string name, int value) : IEquatable<SmartEnum<TEnum>>
    where TEnum : SmartEnum<TEnum>
{
    public string Name { get; } = name;

    public int Value { get; } = value;

    public bool Equals(SmartEnum<TEnum>? other) => other is not null && other.Value == Value;

    public override bool Equals(object? obj) => Equals(obj as SmartEnum<TEnum>);

    public override int GetHashCode() => Value;

    public override string ToString() => Name;
}
