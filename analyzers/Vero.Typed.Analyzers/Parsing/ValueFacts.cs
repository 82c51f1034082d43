using Microsoft.CodeAnalysis;
using Vero.Typed.Analyzers.Model;
using Vero.Typed.Analyzers.Parsing.Values;
using Vero.Typed.Analyzers.Symbols;

namespace Vero.Typed.Analyzers.Parsing;

/// <summary>How a value is written, or why it cannot be.</summary>
/// <param name="Kind">How it is written.</param>
/// <param name="Type">The type of what is written.</param>
/// <param name="Way">What leads to it from what is read, such as <c>?.Value</c>.</param>
/// <param name="Shape">Its parts, if it has some.</param>
internal sealed record ValueFacts(TraitValueKind Kind, ITypeSymbol Type, Way Way = default, ShapeFacts? Shape = null)
{
    /// <summary>The JSON of a constant.</summary>
    public string Constant { get; init; } = "";

    /// <summary>Whether the converter that the member names made it, or what it holds.</summary>
    public bool UsesMemberConverter { get; init; }

    /// <summary>Whether a null is an argument of a converter, and not already nothing.</summary>
    public bool TakesNull { get; init; }

    /// <summary>Whether a converter, or what a value object holds, may be null according to its declaration.</summary>
    public bool GivesNull { get; init; }

    /// <summary>Why it cannot be written; null when it can.</summary>
    public Fault? Fault { get; private init; }

    /// <summary>Whether a null on the way makes the whole value null.</summary>
    public bool IsConditional => Way.CanBeNull;

    public bool IsNullable => IsConditional || ValueTypes.IsNullableValue(Type);

    /// <summary>Whether there can be nothing to write.</summary>
    public bool MayBeNothing => IsNullable || Kind == TraitValueKind.Date || (ValueTypes.WithoutNullable(Type) is var written && (written.IsReferenceType || ValueTypes.MayBeUnset(written)));

    /// <summary>Whether declarations say that there may be nothing to write, so that the key is left out then.</summary>
    /// <param name="declared">The type that the value is declared with.</param>
    public bool SaysItCanBeNull(ITypeSymbol declared) => GivesNull || (!TakesNull && ValueTypes.SaysItCanBeNull(declared));

    public static ValueFacts Faulty(ITypeSymbol type, Fault fault) => new(default, type) { Fault = fault };
}

/// <summary>A type of values with parts, which a method of its own writes. One for each type of a user or event.</summary>
internal sealed class ShapeFacts(ValueMethodKind kind, ITypeSymbol type, ValueFacts? item = null, MemberSelection? members = null)
{
    public ValueMethodKind Kind { get; } = kind;

    /// <summary>The type, nullable or not.</summary>
    public ITypeSymbol Type { get; } = type;

    /// <summary>What an array or a dictionary holds.</summary>
    public ValueFacts? Item { get; } = item;

    /// <summary>The members of an object.</summary>
    public MemberSelection? Members { get; } = members;

    /// <summary>The key of a dictionary's entry as text.</summary>
    public string KeyRead { get; init; } = "";

    /// <summary>What is read of each item; the item itself where it is null.</summary>
    public string? ItemRead { get; init; }

    /// <summary>The collections below this one whose items all go into the array, from the outside in.</summary>
    public IReadOnlyList<PathValue> Loops { get; init; } = [];
}
