#pragma warning disable // the shape and names of another project's types
namespace Vogen;

/// <summary>Stands for the attribute of the package of this name; what its generator makes is in the pages.</summary>
[AttributeUsage(AttributeTargets.Struct)]
public sealed class ValueObjectAttribute<T> : Attribute;
