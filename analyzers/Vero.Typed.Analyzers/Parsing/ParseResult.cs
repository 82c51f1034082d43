using Vero.Typed.Analyzers.Model;

namespace Vero.Typed.Analyzers.Parsing;

internal enum ParseOutcome
{
    /// <summary>There is a model with methods.</summary>
    Model,

    /// <summary>
    /// Nothing is wrong and there are no methods to emit: an abstract base without an id, or members of a type parameter's type. The model,
    /// if there is one, only says what other assemblies cannot see.
    /// </summary>
    NothingToEmit,

    /// <summary>Something is wrong, and the compiler or at least one rule of severity Error says so.</summary>
    Invalid,
}

internal sealed record ParseResult(ParseOutcome Outcome, UserTypeModel? Model)
{
    public static readonly ParseResult Invalid = new(ParseOutcome.Invalid, null);
}
