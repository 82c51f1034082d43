using Microsoft.CodeAnalysis;

namespace Vero.Typed.Analyzers.Symbols;

/// <summary>What sends something: a property, a field or a method with what is written on it, or a type with one of its attributes.</summary>
/// <param name="Member">The property, field or method to read, for an override the most derived one; or the type.</param>
/// <param name="Attributes">Of the member itself, or of the one that it overrides.</param>
/// <param name="AnnotatedIn">The type that wrote the attributes: its naming policy counts, and its errors are its own.</param>
internal sealed record AnnotatedMember(ISymbol Member, IReadOnlyList<VeroAttribute> Attributes, INamedTypeSymbol AnnotatedIn)
{
    /// <summary>The type of what is read.</summary>
    public ITypeSymbol Type => TypeOf(Member);

    /// <summary>What messages call it.</summary>
    public string Name => Member.Name;

    /// <summary>Whether it is written on a type: then a path begins at the type, or there is a constant.</summary>
    public bool IsOnType => Member is INamedTypeSymbol;

    /// <summary>Whether what is sent is the value of a property or a field, and not what a path or a converter makes of it.</summary>
    public bool SendsItsValue => Member is IPropertySymbol or IFieldSymbol && Attributes.All(static attribute => attribute.SendsWholeValue);

    /// <summary>Whether it is sent of a value that is inside of a user or event, where no key is reserved.</summary>
    public bool IsPart => Attributes[0].Row.IsPart;

    public static ITypeSymbol TypeOf(ISymbol member) => member switch
    {
        IPropertySymbol property => property.Type,
        IFieldSymbol field => field.Type,
        IMethodSymbol method => method.ReturnType,
        _ => (INamedTypeSymbol)member,
    };

    public bool IsSameAs(AnnotatedMember other) => SymbolEqualityComparer.Default.Equals(Member, other.Member);

    public bool Has(VeroAttributeKind kind) => Attributes.Any(attribute => attribute.Kind == kind);

    /// <summary>The key that the attribute sends the member under; null when it has none, or a blank one.</summary>
    public string? KeyOf(VeroAttribute attribute)
    {
        if (attribute.Row.Key is { } own)
            return own;
        if (attribute.Kind != VeroAttributeKind.Trait)
            return null;
        if (attribute.ArgumentCount == 0)
            return !attribute.HasConstructor || NameForKey(attribute) is not { } name ? null : NamingPolicy.KeyFor(name, AnnotatedIn);
        return attribute.Text(0) is { } key && !string.IsNullOrWhiteSpace(key) ? key : null;
    }

    private string? NameForKey(VeroAttribute attribute)
    {
        if (attribute.Text("From") is { } path)
            return FromPath.Parse(path, out _) is { } steps ? FromPath.NameForKey(steps) ?? (IsOnType ? null : Member.Name) : null;
        return Member switch
        {
            INamedTypeSymbol => null,
            IFieldSymbol => NamingPolicy.WithoutFieldPrefix(Member.Name),
            IMethodSymbol => NamingPolicy.WithoutVerb(Member.Name),
            _ => Member.Name,
        };
    }
}
