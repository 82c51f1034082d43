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

    /// <summary>Of a dictionary: the key of an entry as text, such as <c>__entry.Key</c>.</summary>
    public required string KeyAccess { get; init; }

    /// <summary>Of an array whose items are collections that go into it: those, from the outside in. The items of the last one are its own.</summary>
    public required EquatableArray<LoopModel> Loops { get; init; }

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

/// <param name="Access">The collection, read from the item around it.</param>
/// <param name="Pattern">What it matches when it is there, such as <c>{ }</c>.</param>
/// <param name="EnumerableCast">As <see cref="ValueMethodModel.EnumerableCast"/>.</param>
internal sealed record LoopModel(string Access, string Pattern, string EnumerableCast);

/// <param name="Bits">The bits as a number without sign.</param>
/// <param name="Name">The name that is sent.</param>
internal sealed record FlagModel(ulong Bits, string Name);
