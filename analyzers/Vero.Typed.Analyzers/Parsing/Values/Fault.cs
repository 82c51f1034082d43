using Microsoft.CodeAnalysis;
using Vero.Typed.Analyzers.Symbols;

namespace Vero.Typed.Analyzers.Parsing.Values;

/// <summary>Why a member or a value cannot be sent.</summary>
internal enum FaultKind
{
    /// <summary>The compiler, or a rule at another place, says what is wrong.</summary>
    SaidElsewhere,

    /// <summary>It depends on a type parameter.</summary>
    Open,

    /// <summary>The type cannot be sent.</summary>
    Unsupported,

    /// <summary>A member inside of the value cannot be read from where the generated code is.</summary>
    Unreadable,

    /// <summary>Another source generator makes a part of it.</summary>
    MadeByGenerator,

    /// <summary>The member itself cannot be read from where the generated code is, but perhaps from elsewhere.</summary>
    Inaccessible,

    /// <summary>No code can read the member.</summary>
    CannotBeRead,

    BlankKey,
    ReservedKeyType,
    ReservedKeyNull,
    IdType,
    EmailType,
    CreatedAtType,

    /// <summary>The attribute is for users and this is an event, or the other way round.</summary>
    WithoutPlace,

    BlankChannel,
    ChannelType,

    /// <summary>A path that cannot be read.</summary>
    Path,

    /// <summary>A converter that does not fit, or several.</summary>
    Converter,

    /// <summary>An option that has no meaning at its place.</summary>
    Option,
}

/// <param name="Kind">Which rule it is.</param>
/// <param name="Text">The part of the message that says what is wrong.</param>
/// <param name="Advice">The part of the message that says what to do.</param>
internal sealed record Fault(FaultKind Kind, string Text = "", string Advice = "")
{
    public static readonly Fault SaidElsewhere = new(FaultKind.SaidElsewhere);

    public static readonly Fault Open = new(FaultKind.Open);

    /// <summary>The argument of the attribute that is wrong.</summary>
    public int Argument { get; init; }

    /// <summary>The named argument of the attribute that is wrong; null for the whole of it.</summary>
    public string? NamedArgument { get; init; }

    /// <summary>The wrong step of a path.</summary>
    public PathFault? WrongStep { get; init; }

    /// <summary>The type that says what is wrong, where that is known.</summary>
    public INamedTypeSymbol? SaidAt { get; init; }

    /// <summary>Whether no other type can say it: the user or event contains itself, hides what a base has, or has it on its head.</summary>
    public bool IsOfOwner { get; init; }

    /// <summary>Whether code at another place could read what this code cannot.</summary>
    public bool DependsOnAccess { get; init; }

    /// <param name="argument">The named argument; null for the whole attribute.</param>
    /// <param name="reason">Why it has no meaning.</param>
    public static Fault Option(string? argument, string reason) => new(FaultKind.Option, argument ?? "", reason) { NamedArgument = argument };

    public static Fault Unsupported(string text, string advice) => new(FaultKind.Unsupported, text, advice);
}
