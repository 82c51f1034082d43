namespace Vero.Typed.Analyzers.Model;

/// <summary>Everything that the emitter prints for one annotated type.</summary>
internal sealed record FileModel
{
    /// <summary>The name that no other type of the assembly has.</summary>
    public required string MetadataName { get; init; }

    /// <summary>Members that other assemblies cannot see; null when there are none, or nobody there would miss them.</summary>
    public required HiddenMembersModel? HiddenMembers { get; init; }

    /// <summary>The methods of a user; null where there are none.</summary>
    public required UserModel? User { get; init; }

    /// <summary>The methods of an event; null where there are none.</summary>
    public required EventModel? Event { get; init; }

    /// <summary>Methods that cannot be called, of a type with an error; null where there are none.</summary>
    public required StubModel? Stub { get; init; }
}

/// <param name="Names">The names of the members, separated by a comma and a space.</param>
/// <param name="Traits">Those that are sent of a value of the type, in the same way.</param>
internal sealed record HiddenMembersModel(string Names, string Traits);
