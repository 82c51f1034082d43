using Microsoft.CodeAnalysis;
using Vero.Typed.Analyzers.Symbols;

namespace Vero.Typed.Analyzers.Parsing;

/// <summary>What a check has found in facts.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Place">Where it is said: the generator, which says nothing, never asks.</param>
/// <param name="Arguments">Of the message.</param>
internal sealed record Finding(DiagnosticDescriptor Rule, Func<ReportLocations, Location> Place, params string[] Arguments)
{
    /// <summary>What to write instead of what is marked; null where that is not evident.</summary>
    public string? Replacement { get; init; }

    /// <summary>Whether a base that is invalid says enough.</summary>
    public bool IsSaidAtInvalidBase { get; init; }

    /// <summary>Whether a base that the compiler does not know says enough.</summary>
    public bool IsSaidAtUnknownBase { get; init; }
}
