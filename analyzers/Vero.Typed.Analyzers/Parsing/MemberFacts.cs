using Microsoft.CodeAnalysis;
using Vero.Typed.Analyzers.Parsing.Values;
using Vero.Typed.Analyzers.Symbols;

namespace Vero.Typed.Analyzers.Parsing;

/// <summary>What is known of one annotated member.</summary>
/// <param name="Member">The member with its attributes.</param>
/// <param name="Source">What its attribute sends.</param>
internal abstract record MemberFacts(AnnotatedMember Member, SourceFacts Source)
{
    /// <summary>What messages call it.</summary>
    public string Name => Source.Name;

    /// <summary>The expression that reads it.</summary>
    public string Read => Source.Read;

    /// <summary>The type of what is read.</summary>
    public ITypeSymbol Type => Source.Type;

    /// <summary>The attribute that counts.</summary>
    public VeroAttribute Attribute => Member.Attributes[0];

    /// <summary>Why it cannot be sent; null when it can.</summary>
    public Fault? Fault { get; init; }
}

/// <summary>A member that cannot be sent, whatever it is.</summary>
internal sealed record FaultyFacts(AnnotatedMember Member, SourceFacts Source) : MemberFacts(Member, Source);

/// <param name="Value">What is sent as the id.</param>
/// <param name="AllowsDefault">Whether what looks like no id is one.</param>
internal sealed record IdFacts(AnnotatedMember Member, SourceFacts Source, ValueFacts Value, bool AllowsDefault) : MemberFacts(Member, Source)
{
    /// <summary>What comes before the id.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>Whether it takes the place of the id that a base has.</summary>
    public bool Replaces { get; init; }
}

/// <param name="Value">What is sent as the email address.</param>
internal sealed record EmailFacts(AnnotatedMember Member, SourceFacts Source, ValueFacts Value) : MemberFacts(Member, Source)
{
    /// <summary>Whether declarations say that there may be none.</summary>
    public bool SaysItCanBeNull => Value.SaysItCanBeNull(Source.Declared);
}

/// <param name="ChannelType">Such as <c>push</c>; null when the value says it.</param>
/// <param name="Platform">Such as <c>android</c>; null when the value says it.</param>
/// <param name="IsCollection">Whether there may be several.</param>
internal sealed record ChannelFacts(AnnotatedMember Member, SourceFacts Source, string? ChannelType, string? Platform, bool IsCollection) : MemberFacts(Member, Source);

/// <param name="IsDateTime">Whether it is a DateTime, which has a kind, and no DateTimeOffset.</param>
internal sealed record CreatedAtFacts(AnnotatedMember Member, SourceFacts Source, bool IsDateTime) : MemberFacts(Member, Source);

/// <param name="Key">The key in <c>data</c> or in the object.</param>
/// <param name="IsReserved">Whether Vero reserves the key.</param>
/// <param name="Value">What is sent.</param>
/// <param name="WritesNull">Whether a null is sent as one.</param>
internal sealed record TraitFacts(AnnotatedMember Member, SourceFacts Source, string Key, bool IsReserved, ValueFacts Value, bool WritesNull) : MemberFacts(Member, Source)
{
    /// <summary>Whether declarations say that there may be nothing to write.</summary>
    public bool SaysItCanBeNull => Source.Constant is null && Value.SaysItCanBeNull(Source.Declared);
}

/// <param name="Dictionary">The type of the dictionary.</param>
/// <param name="Value">What its entries hold.</param>
internal sealed record EntriesFacts(AnnotatedMember Member, SourceFacts Source, ITypeSymbol Dictionary, ValueFacts Value) : MemberFacts(Member, Source)
{
    /// <summary>The key of an entry as text.</summary>
    public string KeyRead { get; init; } = "";
}
