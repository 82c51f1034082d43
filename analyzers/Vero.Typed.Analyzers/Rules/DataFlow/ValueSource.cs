using Microsoft.CodeAnalysis;

namespace Vero.Typed.Analyzers.Rules.DataFlow;

/// <summary>One of the expressions that a value may come from.</summary>
/// <param name="Operation">The expression.</param>
/// <param name="Via">The local, field or property that holds its value, when the expression itself is elsewhere.</param>
internal readonly record struct ValueSource(IOperation Operation, IOperation? Via)
{
    /// <summary>Where to tell the user, beside the member that is written.</summary>
    public Location Location(SyntaxNode direct) => (Via?.Syntax ?? direct).GetLocation();
}
