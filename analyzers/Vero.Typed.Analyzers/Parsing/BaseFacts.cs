using Microsoft.CodeAnalysis;
using Vero.Typed.Analyzers.Symbols;

namespace Vero.Typed.Analyzers.Parsing;

/// <summary>What the bases of a type mean for it: the table in the documentation of the attributes.</summary>
/// <param name="NearestAnnotated">The nearest base with attributes of ours, if any.</param>
/// <param name="Nearest">Its facts.</param>
/// <param name="HasInstanceMethods">Whether generated methods are inherited, so that ours override them.</param>
/// <param name="HasCode">Whether a base has generated methods of whatever kind, or would have them but for its errors.</param>
/// <param name="HiddenMembers">What a base in another assembly sends and code outside of it cannot see; null when there is nothing.</param>
/// <param name="IsInvalid">Whether a base in this compilation has errors of its own; they stand for the derived type too.</param>
internal sealed record BaseFacts(INamedTypeSymbol? NearestAnnotated, TypeFacts? Nearest, bool HasInstanceMethods, bool HasCode, string? HiddenMembers, bool IsInvalid)
{
    private static readonly BaseFacts None = new(null, null, HasInstanceMethods: false, HasCode: false, HiddenMembers: null, IsInvalid: false);

    /// <summary>From the facts of the nearest annotated base, which has read its own bases already.</summary>
    public static BaseFacts Of(INamedTypeSymbol type, KnownSymbols symbols, Func<INamedTypeSymbol, TypeFacts> read)
    {
        string? hidden = null;
        for (INamedTypeSymbol? current = type.BaseType; current is { TypeKind: not TypeKind.Error }; current = current.BaseType)
        {
            if (!symbols.CanBeAnnotated(current.ContainingAssembly))
                continue;

            // A base whose annotated members are all hidden looks like one without any.
            if (!symbols.IsInThisCompilation(current))
                hidden ??= Symbols.HiddenMembers.Of(current);
            if (AnnotatedTypeReader.HasOwn(current, symbols))
                return From(current, read(current.OriginalDefinition), hidden, symbols);
        }

        return None with { HiddenMembers = hidden };
    }

    private static BaseFacts From(INamedTypeSymbol nearest, TypeFacts facts, string? hidden, KnownSymbols symbols)
    {
        // Elsewhere, code was generated when its own assembly was compiled, or not at all.
        bool isElsewhere = !symbols.IsInThisCompilation(nearest);
        bool hasInstanceMethods = isElsewhere ? OwnMethods.IsVirtualIn(nearest, facts.Methods[0]) : facts is { Outcome: TypeOutcome.Methods, Reach.IsInstance: true };
        bool hasCode = hasInstanceMethods || facts.Outcome != TypeOutcome.Nothing;
        if (hasInstanceMethods || (!isElsewhere && hasCode))
            return new BaseFacts(nearest, facts, hasInstanceMethods, HasCode: true, hidden, IsInvalid: !isElsewhere && facts.Outcome == TypeOutcome.Invalid);

        BaseFacts above = facts.Base;
        return above with { NearestAnnotated = nearest, Nearest = facts, HasCode = hasCode || above.HasCode, HiddenMembers = hidden ?? above.HiddenMembers };
    }

    /// <summary>Whether a base with generated methods says which user an event belongs to.</summary>
    public bool HasIdentity => HasInstanceMethods && LevelWithMethods is { HasIdAttribute: true };

    private TypeFacts? LevelWithMethods
    {
        get
        {
            TypeFacts? level = Nearest;
            while (level is { Base.HasInstanceMethods: true, Reach.IsInstance: false })
                level = level.Base.Nearest;
            return level;
        }
    }
}
