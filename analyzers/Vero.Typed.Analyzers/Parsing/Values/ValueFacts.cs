using Microsoft.CodeAnalysis;
using Vero.Typed.Analyzers.Model;
using Vero.Typed.Analyzers.Symbols;

namespace Vero.Typed.Analyzers.Parsing.Values;

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

/// <summary>A type of values with parts, which a method of its own writes.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Type">The type, nullable or not.</param>
/// <param name="Item">What an array or a dictionary holds.</param>
/// <param name="Members">The members of an object.</param>
internal sealed record ShapeFacts(ValueMethodKind Kind, ITypeSymbol Type, ValueFacts? Item = null, MemberSelection? Members = null);
