using Vero.Typed.Analyzers.Emit;

namespace Vero.Typed.Analyzers.Model;

/// <summary>Everything that the emitter prints for one annotated type.</summary>
internal sealed record UserTypeModel
{
    public required string HintName { get; init; }

    /// <summary>Escaped; null in the global namespace.</summary>
    public required string? Namespace { get; init; }

    /// <summary>The type as messages name it.</summary>
    public required string DisplayName { get; init; }

    /// <summary>Members that other assemblies cannot see; null when there are none, or nobody there would miss them.</summary>
    public required HiddenMembersModel? HiddenMembers { get; init; }

    /// <summary>
    /// Where the methods go: one of <see cref="Instance"/> and <see cref="Extension"/> is set, or neither when the type has no methods and
    /// its file only says what other assemblies cannot see.
    /// </summary>
    public required InstanceModel? Instance { get; init; }

    /// <inheritdoc cref="Instance"/>
    public required ExtensionModel? Extension { get; init; }

    /// <summary>Null where there are no methods.</summary>
    public required IdModel? Id { get; init; }

    public required EmailModel? Email { get; init; }

    public required EquatableArray<ChannelModel> Channels { get; init; }

    public required EquatableArray<TraitModel> Data { get; init; }

    public required EquatableArray<EntriesModel> Entries { get; init; }

    public required EquatableArray<ValueMethodModel> ValueMethods { get; init; }

    /// <summary>Whether freeform values are sent as text, whatever they are.</summary>
    public required bool SendsStrings { get; init; }

    /// <summary>What the documentation of the methods shows of the JSON, line by line, as text.</summary>
    public required EquatableArray<string> Preview { get; init; }
}

/// <param name="TypeName">The metadata name of the type.</param>
/// <param name="Names">The names of the members, separated by a comma and a space.</param>
/// <param name="Traits">Those that are sent of a value of the type, in the same way.</param>
internal sealed record HiddenMembersModel(string TypeName, string Names, string Traits);

/// <summary>Methods in the user's own partial type.</summary>
internal sealed record InstanceModel
{
    /// <summary>The partial declarations from the outermost type to the user's, such as <c>partial class Outer&lt;T&gt;</c>.</summary>
    public required EquatableArray<string> Declarations { get; init; }

    /// <summary>False where a base has generated methods, and with them the interface.</summary>
    public required bool ImplementsInterface { get; init; }

    public required MethodInheritance ToIdentifyRequest { get; init; }

    public required MethodInheritance WriteIdentifyRequest { get; init; }

    public required MethodInheritance ToVeroIdentity { get; init; }
}

internal enum MethodInheritance
{
    /// <summary>In a sealed type or a struct.</summary>
    None,
    Virtual,
    Override,
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

    public required bool ReceiverCanBeNull { get; init; }
}
