using Microsoft.CodeAnalysis;

namespace Vero.Typed.Analyzers.Symbols;

/// <summary>What is annotated of a type and its bases.</summary>
/// <param name="Type">The type.</param>
/// <param name="Members">The members of the whole hierarchy, base first.</param>
/// <param name="MadeByGenerator">Annotated members that exist only in trees made by other generators.</param>
internal sealed record AnnotatedType(INamedTypeSymbol Type, IReadOnlyList<AnnotatedMember> Members, IReadOnlyList<ISymbol> MadeByGenerator)
{
    public bool HasId => Members.Any(static member => member.Has(VeroAttributeKind.Id));
}
