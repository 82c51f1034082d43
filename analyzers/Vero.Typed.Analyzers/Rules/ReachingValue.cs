using Microsoft.CodeAnalysis;

namespace Vero.Typed.Analyzers.Rules;

/// <param name="Operation">Where the value is made.</param>
/// <param name="Place">
/// Where it comes into the expression: the same place, or the name of the local, field or property that it went through.
/// </param>
internal readonly record struct ReachingValue(IOperation Operation, SyntaxNode Place);
