namespace Vero.Typed.Analyzers.Model;

/// <summary>Where the methods of a type go.</summary>
internal sealed record TargetModel
{
    /// <summary>Escaped; null in the global namespace.</summary>
    public required string? Namespace { get; init; }

    /// <summary>The type as messages name it.</summary>
    public required string DisplayName { get; init; }

    /// <summary>One of <see cref="Instance"/> and <see cref="Extension"/> is set.</summary>
    public required InstanceModel? Instance { get; init; }

    /// <inheritdoc cref="Instance"/>
    public required ExtensionModel? Extension { get; init; }
}

/// <summary>Methods in the user's own partial type.</summary>
internal sealed record InstanceModel
{
    /// <summary>The partial declarations from the outermost type to the user's, such as <c>partial class Outer&lt;T&gt;</c>.</summary>
    public required EquatableArray<string> Declarations { get; init; }

    /// <summary>The type, as it is written inside of itself, such as <c>Customer&lt;T&gt;</c>.</summary>
    public required string SelfType { get; init; }

    /// <summary>The name of the interface to implement; null where a base implements it.</summary>
    public required string? Interface { get; init; }

    /// <summary>Of a method that no base has.</summary>
    public required MethodInheritance Inheritance { get; init; }

    /// <summary>Those that a base has, each as its name and the number of its parameters: <c>ToTrackRequest/1</c>.</summary>
    public required EquatableArray<string> Overrides { get; init; }
}

internal enum MethodInheritance
{
    /// <summary>In a sealed type or a struct.</summary>
    None,
    Virtual,
}

/// <summary>Extension methods in a static class beside the type.</summary>
internal sealed record ExtensionModel
{
    public required string ClassName { get; init; }

    public required bool IsPublic { get; init; }

    /// <summary>Such as <c>&lt;TId, T&gt;</c>, or empty.</summary>
    public required string TypeParameters { get; init; }

    /// <summary>Such as <c> where T : struct</c>, or empty.</summary>
    public required string Constraints { get; init; }

    public required string ReceiverType { get; init; }

    public required string ReceiverName { get; init; }

    public required string WriterName { get; init; }

    /// <summary>What a method calls the identity that it is given.</summary>
    public required string UserName { get; init; }

    public required bool ReceiverCanBeNull { get; init; }

    /// <summary>Whether the class is the user's, and partial: a map.</summary>
    public required bool IsMap { get; init; }

    /// <summary>Whether the methods are called on the object, and not only by the name of the class.</summary>
    public required bool IsExtension { get; init; }
}
