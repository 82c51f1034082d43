namespace Vero.Typed.Analyzers.Model;

/// <summary>What goes into <c>data</c>.</summary>
internal sealed record DataModel
{
    public required EquatableArray<TraitModel> Members { get; init; }

    public required EquatableArray<EntriesModel> Entries { get; init; }

    /// <summary>The methods that write values with parts; <see cref="TraitModel.Method"/> counts them.</summary>
    public required EquatableArray<ValueMethodModel> ValueMethods { get; init; }

    /// <summary>The methods that call methods of the user.</summary>
    public required EquatableArray<StepModel> Steps { get; init; }

    /// <summary>What dates of unspecified kind mean, as a member of DateTimeKind; null when nothing is assumed.</summary>
    public required string? UnspecifiedMeans { get; init; }

    /// <summary>Whether freeform values are sent as text, whatever they are.</summary>
    public required bool SendsStrings { get; init; }
}
