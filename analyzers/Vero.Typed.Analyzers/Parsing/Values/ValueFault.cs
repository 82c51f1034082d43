using Vero.Typed.Analyzers.Symbols;

namespace Vero.Typed.Analyzers.Parsing.Values;

internal enum ValueFaultKind
{
    /// <summary>The compiler, or a rule at another place, says what is wrong.</summary>
    SaidElsewhere,

    /// <summary>It depends on a type parameter.</summary>
    Open,
    Unsupported,
    Unreadable,
    MadeByGenerator,

    /// <summary>A converter does not fit, or there are several.</summary>
    Converter,

    /// <summary>A path that cannot be read.</summary>
    Path,

    /// <summary>An option that does not fit.</summary>
    Option,
}

/// <summary>Why a value cannot be written.</summary>
/// <param name="Kind">Which rule it is.</param>
/// <param name="Text">The part of the message that says what is wrong.</param>
/// <param name="Advice">The part of the message that says what to do.</param>
/// <param name="IsOfUserType">Whether the fault is that the customer contains itself, which no other type can say.</param>
internal sealed record ValueFault(ValueFaultKind Kind, string Text = "", string Advice = "", bool IsOfUserType = false)
{
    /// <summary>The wrong step of a path.</summary>
    public PathFault? Path { get; init; }

    /// <summary>The named argument of the attribute that is wrong; null for the whole of it.</summary>
    public string? Argument { get; init; }

    public static readonly ValueFault SaidElsewhere = new(ValueFaultKind.SaidElsewhere);

    public static readonly ValueFault Open = new(ValueFaultKind.Open);
}
