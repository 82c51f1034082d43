namespace Vero.Typed.Analyzers.Parsing.Values;

/// <summary>What leads from one expression to another: <c>?.Value</c> behind it, or a call around it.</summary>
/// <param name="Before">What stands before the expression.</param>
/// <param name="After">What stands behind it.</param>
/// <param name="CanBeNull">Whether a null on the way makes the whole value null.</param>
internal readonly record struct Way(string Before, string After, bool CanBeNull)
{
    public string Of(string access) => Before + access + After;

    public Way Then(string member) => new(Before, After + member, CanBeNull || member[0] == '?');

    /// <summary>Into a call, whose result has a type of its own that says whether it can be null.</summary>
    public Way Into(string before, string after) => new(before + Before, After + after, CanBeNull: false);
}
