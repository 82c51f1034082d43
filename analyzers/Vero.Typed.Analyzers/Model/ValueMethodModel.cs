namespace Vero.Typed.Analyzers.Model;

/// <summary>A method that writes the values of one type that have parts.</summary>
internal sealed record ValueMethodModel
{
    public required ValueMethodKind Kind { get; init; }

    public required string Name { get; init; }

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

    /// <summary>Of an array whose items are collections that go into it: those, from the outside in. The items of the last one are its own.</summary>
    public required EquatableArray<LoopModel> Loops { get; init; }

    /// <summary>Of a dictionary: the key of an entry as text, such as <c>__entry.Key</c>.</summary>
    public required string KeyAccess { get; init; }

    /// <summary>Of a step: the expression that calls the user's method.</summary>
    public required string Call { get; init; }

    /// <summary>Of a step: the type of its result.</summary>
    public required string ResultType { get; init; }

    /// <summary>Of a step: how messages name the user's method, such as <c>ShopConverters.ToVero</c>.</summary>
    public required string StepName { get; init; }
}

internal enum ValueMethodKind
{
    Array,
    Dictionary,
    Object,
    Flags,

    /// <summary>Writes nothing: calls a method of the user, which may throw.</summary>
    Step,
}

/// <param name="Access">The collection, read from the item around it.</param>
/// <param name="Pattern">What it matches when it is there, such as <c>{ }</c>.</param>
/// <param name="EnumerableCast">As <see cref="ValueMethodModel.EnumerableCast"/>.</param>
internal sealed record LoopModel(string Access, string Pattern, string EnumerableCast);

/// <param name="Bits">The bits as a number without sign.</param>
/// <param name="Json">The name as it is sent, without quotes.</param>
internal sealed record FlagModel(ulong Bits, string Json);
