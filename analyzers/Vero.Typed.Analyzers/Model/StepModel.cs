namespace Vero.Typed.Analyzers.Model;

/// <summary>A method that calls one of the user's, which may throw: a converter, or a method that gives a value.</summary>
internal sealed record StepModel
{
    public required string Name { get; init; }

    public required string ParameterType { get; init; }

    /// <summary>What the argument matches when there is one, such as <c>{ }</c>: the user's method does not see nulls. Empty where it sees all.</summary>
    public required string Pattern { get; init; }

    public required string ResultType { get; init; }

    /// <summary>The expression that calls the user's method.</summary>
    public required string Call { get; init; }

    /// <summary>Whether the result may be an iterator: what is in such a method runs, and throws, only when the result is enumerated.</summary>
    public required bool MayBeIterator { get; init; }

    /// <summary>How messages name the user's method, such as <c>ShopConverters.ToVero</c>.</summary>
    public required string StepName { get; init; }
}
