using Microsoft.CodeAnalysis;
using Vero.Typed.Analyzers.Emit;

namespace Vero.Typed.Analyzers.Parsing;

/// <summary>How generated code for a type reads the members that the type has and inherits.</summary>
internal sealed class MemberAccess
{
    private readonly INamedTypeSymbol _type;
    private readonly TypeReach _reach;
    private readonly KnownSymbols _symbols;

    public MemberAccess(INamedTypeSymbol type, TypeReach reach, KnownSymbols symbols)
    {
        _type = type;
        _reach = reach;
        _symbols = symbols;
    }

    /// <summary>Why generated code cannot read the member; null when it can.</summary>
    public string? ReasonNotToRead(AnnotatedMember member)
    {
        ISymbol symbol = member.Member;
        if (symbol is IFieldSymbol { IsConst: true })
            return "is a constant";
        if (symbol.IsStatic)
            return "is static";

        ISymbol read = symbol;
        if (symbol is IPropertySymbol property)
        {
            if (property.IsIndexer)
                return "is an indexer";
            if (!property.ExplicitInterfaceImplementations.IsEmpty)
                return "implements an interface explicitly: annotate a property that returns it";
            if (Getter(property) is not { } getter)
                return "has no getter";
            read = getter;
        }

        if (ValueTypes.IsObsoleteError(symbol) || ValueTypes.IsObsoleteError(read))
            return "is obsolete as an error";
        if (_reach.CanRead(read))
            return IsOwn(symbol.ContainingType) || Receiver(symbol) is not null ? null : "is hidden: make it public";
        return IsOwn(symbol.ContainingType)
            ? $"{(symbol is IPropertySymbol ? "has a getter that " : "")}is not accessible: make it public or internal, or make the type and those around it partial"
            : $"is not accessible from '{TypeText.ForMessage(_type)}': make it {(_reach.IsInstance ? "protected or public" : "public, or make the type partial")}";
    }

    // An override may have only the setter; then the getter is the base's.
    private static IMethodSymbol? Getter(IPropertySymbol property)
    {
        for (IPropertySymbol? current = property; current is not null; current = current.OverriddenProperty)
        {
            if (current.GetMethod is { } getter)
                return getter;
        }

        return null;
    }

    /// <summary>The expression that reads the member.</summary>
    public string Read(AnnotatedMember member) => $"{Receiver(member.Member)}.{CSharpText.Identifier(member.Member.Name)}";

    /// <summary>What stands before the dot. Behind a shadowing member the base's is read through the base.</summary>
    private string? Receiver(ISymbol member)
    {
        string self = _reach.Self;
        if (IsOwn(member.ContainingType) || !IsShadowed(member))
            return self;
        if (!IsProtected(member) && _symbols.CanBeNamed(member.ContainingType))
            return $"(({TypeText.Qualified(member.ContainingType)}){self})";

        // Protected members of a base cannot be read through a cast.
        bool isNextAbove = SymbolEqualityComparer.Default.Equals(FirstAbove(member.Name), member);
        return _reach.IsInstance && isNextAbove ? "base" : null;
    }

    private bool IsShadowed(ISymbol member)
    {
        for (INamedTypeSymbol? level = _type; level is not null; level = level.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(level, member.ContainingType))
                return false;
            if (level.GetMembers(member.Name).Any(m => !m.IsOverride && !_symbols.GeneratedTrees.ContainAll(m)))
                return true;
        }

        return false;
    }

    private ISymbol? FirstAbove(string name)
    {
        for (INamedTypeSymbol? level = _type.BaseType; level is not null; level = level.BaseType)
        {
            foreach (ISymbol member in level.GetMembers(name))
            {
                if (!member.IsOverride)
                    return member;
            }
        }

        return null;
    }

    private static bool IsProtected(ISymbol member) => member.DeclaredAccessibility
        is Accessibility.Protected or Accessibility.ProtectedAndInternal or Accessibility.ProtectedOrInternal;

    private bool IsOwn(INamedTypeSymbol type) => SymbolEqualityComparer.Default.Equals(type, _type);
}
