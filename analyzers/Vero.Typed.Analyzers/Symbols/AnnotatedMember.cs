using Microsoft.CodeAnalysis;

namespace Vero.Typed.Analyzers.Symbols;

/// <summary>One member that is sent: a property or field with what is written on it.</summary>
/// <param name="Member">The property or field to read; for an override, the most derived one.</param>
/// <param name="Attributes">Of the member itself, or of the one that it overrides.</param>
/// <param name="AnnotatedIn">The type that wrote the attributes: its naming policy counts, and its errors are its own.</param>
internal sealed record AnnotatedMember(ISymbol Member, IReadOnlyList<VeroAttribute> Attributes, INamedTypeSymbol AnnotatedIn)
{
    /// <summary>The type of what is read.</summary>
    public ITypeSymbol Type => TypeOf(Member);

    /// <summary>What messages call it.</summary>
    public string Name => Member.Name;

    /// <summary>Whether it is sent of a value that is inside of a user or event, where no key is reserved.</summary>
    public bool IsPart => Attributes[0].Row.IsPart;

    public static ITypeSymbol TypeOf(ISymbol member) => member is IPropertySymbol property ? property.Type : ((IFieldSymbol)member).Type;

    public bool IsSameAs(AnnotatedMember other) => SymbolEqualityComparer.Default.Equals(Member, other.Member);

    public bool Has(VeroAttributeKind kind) => Attributes.Any(attribute => attribute.Kind == kind);

    /// <summary>The key that the attribute sends the member under; null when it has none, or a blank one.</summary>
    public string? KeyOf(VeroAttribute attribute)
    {
        if (attribute.Row.Key is { } own)
            return own;
        if (attribute.Kind != VeroAttributeKind.Trait)
            return null;
        if (attribute.Data.ConstructorArguments.IsEmpty)
            return attribute.Data.AttributeConstructor is null ? null : NamingPolicy.KeyFor(Member.Name, AnnotatedIn);
        return attribute.Text(0) is { } key && !string.IsNullOrWhiteSpace(key) ? key : null;
    }

    /// <summary>The same member with what a derived type says of it. What only repeats the base adds nothing.</summary>
    public AnnotatedMember WithAttributes(IReadOnlyList<VeroAttribute> attributes, INamedTypeSymbol derived) =>
        attributes.Any(attribute => !Attributes.Any(attribute.SaysTheSameAs)) ? this with { Attributes = attributes, AnnotatedIn = derived } : this;
}
