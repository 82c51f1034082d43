using Microsoft.CodeAnalysis;
using Vero.Typed.Analyzers.Parsing.Values;
using Vero.Typed.Analyzers.Symbols;

namespace Vero.Typed.Analyzers.Parsing;

/// <summary>What is known of one annotated member.</summary>
/// <param name="Member">The member with its attributes.</param>
/// <param name="Read">The expression that reads it.</param>
internal abstract record MemberFacts(AnnotatedMember Member, string Read)
{
    /// <summary>The attribute that counts.</summary>
    public VeroAttribute Attribute => Member.Attributes[0];

    /// <summary>Why it cannot be sent; null when it can.</summary>
    public Fault? Fault { get; init; }
}

/// <summary>A member that cannot be sent, whatever it is.</summary>
internal sealed record FaultyFacts(AnnotatedMember Member) : MemberFacts(Member, "");

/// <param name="Value">What is sent as the id.</param>
/// <param name="AllowsDefault">Whether what looks like no id is one.</param>
internal sealed record IdFacts(AnnotatedMember Member, string Read, ValueFacts Value, bool AllowsDefault) : MemberFacts(Member, Read);

/// <param name="Value">What is sent as the email address.</param>
internal sealed record EmailFacts(AnnotatedMember Member, string Read, ValueFacts Value) : MemberFacts(Member, Read);

/// <param name="Type">Such as <c>push</c>; null when the value says it.</param>
/// <param name="Platform">Such as <c>android</c>; null when the value says it.</param>
/// <param name="IsCollection">Whether there may be several.</param>
internal sealed record ChannelFacts(AnnotatedMember Member, string Read, string? Type, string? Platform, bool IsCollection) : MemberFacts(Member, Read);

/// <param name="IsDateTime">Whether it is a DateTime, which has a kind, and no DateTimeOffset.</param>
internal sealed record CreatedAtFacts(AnnotatedMember Member, string Read, bool IsDateTime) : MemberFacts(Member, Read);

/// <param name="Key">The key in <c>data</c> or in the object.</param>
/// <param name="IsReserved">Whether Vero reserves the key.</param>
/// <param name="Value">What is sent.</param>
/// <param name="WritesNull">Whether a null is sent as one.</param>
internal sealed record TraitFacts(AnnotatedMember Member, string Read, string Key, bool IsReserved, ValueFacts Value, bool WritesNull) : MemberFacts(Member, Read);

/// <param name="Dictionary">The type of the dictionary.</param>
/// <param name="Value">What its entries hold.</param>
internal sealed record EntriesFacts(AnnotatedMember Member, string Read, ITypeSymbol Dictionary, ValueFacts Value) : MemberFacts(Member, Read);
