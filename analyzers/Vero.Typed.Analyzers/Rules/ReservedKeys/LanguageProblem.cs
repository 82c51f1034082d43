using Microsoft.CodeAnalysis;
using Vero.Typed.Analyzers.Rules.DataFlow;

namespace Vero.Typed.Analyzers.Rules.ReservedKeys;

/// <param name="Source">Where the value comes from.</param>
/// <param name="Syntax">The smallest part of the expression that is wrong.</param>
/// <param name="Reason">For the message.</param>
/// <param name="Replacement">The tag or the name of the property that is meant; null when nobody knows.</param>
internal sealed record LanguageProblem(ValueSource Source, SyntaxNode Syntax, string Reason, string? Replacement)
{
    public Location Location => Source.Location(Syntax);
}
