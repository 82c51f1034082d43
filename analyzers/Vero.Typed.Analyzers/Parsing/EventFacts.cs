using Microsoft.CodeAnalysis;
using Vero.Typed.Analyzers.Symbols;

namespace Vero.Typed.Analyzers.Parsing;

/// <summary>What is known of an event beside its members.</summary>
/// <param name="Name">The name as it is sent.</param>
/// <param name="Source">Where it comes from; null when nothing is said.</param>
/// <param name="Attribute">On the type itself; null where only a base has it.</param>
internal sealed record EventFacts(string Name, string? Source, VeroAttribute? Attribute)
{
    /// <summary>Whether the type says the name itself.</summary>
    public bool SaysName => Attribute is { Data.ConstructorArguments.IsEmpty: false };
}
