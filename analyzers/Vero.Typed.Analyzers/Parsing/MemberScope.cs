using Vero.Typed.Analyzers.Parsing.Values;
using Vero.Typed.Analyzers.Symbols;

namespace Vero.Typed.Analyzers.Parsing;

/// <summary>Where members stand: at the top of a user or event, or in a value inside of it.</summary>
/// <param name="Access">How generated code reads them.</param>
/// <param name="HasReservedKeys">Whether Vero reserves keys there.</param>
/// <param name="CanDefer">Whether what depends on a type parameter can be left to a derived type, or to whoever holds the value.</param>
/// <param name="IsReadElsewhere">Whether somebody else reads them, who says what of them cannot be read.</param>
/// <param name="Trail">What leads there.</param>
/// <param name="IsEvent">Whether that is an event: it reserves fewer keys.</param>
internal sealed record MemberScope(MemberAccess Access, bool HasReservedKeys, bool CanDefer, bool IsReadElsewhere, Trail Trail, bool IsEvent = false);
