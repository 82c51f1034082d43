namespace Vero.Typed.Analyzers.Model;

/// <summary>A method that writes the values of one type that have parts.</summary>
internal sealed record ValueMethodModel
{
    public required ValueMethodKind Kind { get; init; }

    public required string ParameterType { get; init; }

    /// <summary>What a value matches that is there, such as <c>{ }</c>; empty where it always is.</summary>
    public required string Pattern { get; init; }

    /// <inheritdoc cref="EntriesModel.EnumerableCast"/>
    public required string EnumerableCast { get; init; }

    /// <summary>The members of an object; the one item of an array; the one value of a dictionary.</summary>
    public required EquatableArray<TraitModel> Members { get; init; }

    /// <summary>The dictionaries whose entries go straight into an object.</summary>
    public required EquatableArray<EntriesModel> Entries { get; init; }

    /// <summary>In the order in which they are looked for; the one without bits, if there is one, last.</summary>
    public required EquatableArray<FlagModel> Flags { get; init; }
}

internal enum ValueMethodKind
{
    Array,
    Dictionary,
    Object,
    Flags,
}

/// <param name="Bits">The bits as a number without sign.</param>
/// <param name="Name">The name that is sent.</param>
internal sealed record FlagModel(ulong Bits, string Name);
