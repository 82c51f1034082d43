using Microsoft.CodeAnalysis;

namespace Vero.Typed.Analyzers.Rules.DataFlow;

/// <summary>One of the expressions that a value may come from.</summary>
/// <param name="Operation">The expression.</param>
/// <param name="Via">The local, field or property that holds its value, when the expression itself is elsewhere.</param>
/// <param name="Hops">How many locals, fields and properties are between the value and the expression.</param>
internal readonly record struct ValueSource(IOperation Operation, IOperation? Via, int Hops = 0)
{
    /// <summary>Where to tell the user, beside the member that is written.</summary>
    public Location Location(SyntaxNode direct) => (Via?.Syntax ?? direct).GetLocation();
}
