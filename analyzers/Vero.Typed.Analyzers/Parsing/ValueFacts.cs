using Microsoft.CodeAnalysis;
using Vero.Typed.Analyzers.Model;
using Vero.Typed.Analyzers.Parsing.Values;
using Vero.Typed.Analyzers.Symbols;

namespace Vero.Typed.Analyzers.Parsing;

/// <summary>How a value is written, or why it cannot be.</summary>
/// <param name="Kind">How it is written.</param>
/// <param name="Type">The type of what is written.</param>
/// <param name="Path">What leads to it from what is read, such as <c>?.Value</c>.</param>
/// <param name="Shape">Its parts, if it has some.</param>
internal sealed record ValueFacts(TraitValueKind Kind, ITypeSymbol Type, string Path = "", ShapeFacts? Shape = null)
{
    /// <summary>Why it cannot be written; null when it can.</summary>
    public Fault? Fault { get; private init; }

    /// <summary>Whether a null on the way makes the whole value null.</summary>
    public bool IsConditional => Path.IndexOf('?') >= 0;

    public bool IsNullable => IsConditional || ValueTypes.IsNullableValue(Type);

    /// <summary>Whether there can be nothing to write.</summary>
    public bool MayBeNothing => IsNullable || (ValueTypes.WithoutNullable(Type) is var written && (written.IsReferenceType || ValueTypes.MayBeUnset(written)));

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
}
