using Vero.Typed.Analyzers.Model;

namespace Vero.Typed.Analyzers.Parsing;

internal enum ParseOutcome
{
    /// <summary>There is a model.</summary>
    Model,

    /// <summary>Nothing is wrong and there is nothing to emit: an abstract base without an id, or members of a type parameter's type.</summary>
    NothingToEmit,

    /// <summary>Something is wrong, and the compiler or at least one rule of severity Error says so.</summary>
    Invalid,
}

internal sealed record ParseResult(ParseOutcome Outcome, UserTypeModel? Model)
{
    public static readonly ParseResult NothingToEmit = new(ParseOutcome.NothingToEmit, null);

    public static readonly ParseResult Invalid = new(ParseOutcome.Invalid, null);
}
