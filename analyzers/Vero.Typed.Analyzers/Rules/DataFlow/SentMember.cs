using Microsoft.CodeAnalysis;

namespace Vero.Typed.Analyzers.Rules.DataFlow;

/// <param name="Symbol">The annotated property or field.</param>
/// <param name="SentAs">What Vero takes its value for.</param>
/// <param name="IsOfEvent">Whether it is sent with an event, for which fewer keys are reserved.</param>
internal sealed record SentMember(ISymbol Symbol, SentAs SentAs, bool IsOfEvent);
