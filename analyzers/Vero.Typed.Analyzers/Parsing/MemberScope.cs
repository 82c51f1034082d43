using Vero.Typed.Analyzers.Parsing.Values;
using Vero.Typed.Analyzers.Symbols;

namespace Vero.Typed.Analyzers.Parsing;

/// <summary>Where members stand: at the top of a user or event, or in a value inside of it.</summary>
/// <param name="Access">How generated code reads them.</param>
/// <param name="HasReservedKeys">Whether Vero reserves keys there.</param>
/// <param name="CanDefer">Whether what depends on a type parameter can be left to a derived type, or to whoever holds the value.</param>
/// <param name="IsReadElsewhere">Whether somebody else reads them, who says what of them cannot be read.</param>
/// <param name="Trail">What leads there.</param>
/// <param name="IsEvent">Whether they are those of an event, where fewer keys are reserved.</param>
internal sealed record MemberScope(MemberAccess Access, bool HasReservedKeys, bool CanDefer, bool IsReadElsewhere, Trail Trail, bool IsEvent = false)
{
    /// <summary>Whether they stand in a value inside of a user or event.</summary>
    public bool IsPart { get; init; }

    /// <summary>The expression that names a member in messages.</summary>
    public string TextFor(string name) => IsPart ? GeneratedNames.MemberParameter : CSharpText.Literal(name);
}
