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

    /// <summary>Whether the fault is that the user or event contains itself, which no other type can say.</summary>
    public bool IsOfOwner { get; init; }

    public static Fault Unsupported(string text, string advice) => new(FaultKind.Unsupported, text, advice);
}
