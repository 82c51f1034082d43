using Microsoft.CodeAnalysis;

namespace Vero.Typed.Analyzers.Symbols;

/// <summary>How generated code for a type reads the members that the type has and inherits.</summary>
internal sealed class MemberAccess
{
    private readonly INamedTypeSymbol _type;
    private readonly string _self;
    private readonly bool _isInstance;
    private readonly Func<ISymbol, ITypeSymbol, bool> _canRead;
    private readonly KnownSymbols _symbols;
    private readonly NameChoice _choice;

    /// <param name="type">The type whose members are read.</param>
    /// <param name="self">What generated code calls the object.</param>
    /// <param name="isInstance">Whether the code is inside the type.</param>
    /// <param name="canRead">Whether the code can get at a symbol through a type.</param>
    /// <param name="symbols">Of the same compilation.</param>
    public MemberAccess(INamedTypeSymbol type, string self, bool isInstance, Func<ISymbol, ITypeSymbol, bool> canRead, KnownSymbols symbols)
    {
        _type = type;
        _self = self;
        _isInstance = isInstance;
        _canRead = canRead;
        _symbols = symbols;
        _choice = new NameChoice(canRead, symbols);
    }

    /// <summary>The object itself.</summary>
    public PathValue Object => new(_self, _type);

    /// <summary>Whether generated code can read a member of the object, or of a value that it leads to.</summary>
    public bool CanRead(ISymbol member, ITypeSymbol through) => _canRead(member, through);

    /// <summary>Why generated code cannot read the member; null when it can.</summary>
    /// <param name="member">The member.</param>
    /// <param name="isAccessibility">Whether code at another place could read it.</param>
    public string? ReasonNotToRead(AnnotatedMember member, out bool isAccessibility)
    {
        isAccessibility = false;
        ISymbol symbol = member.Member;
        if (member.IsOnType)
            return null;
        if (symbol is IFieldSymbol { IsConst: true })
            return "is a constant";
        if (symbol.IsStatic)
            return "is static";

        if (symbol is IPropertySymbol { ExplicitInterfaceImplementations.IsEmpty: false } or IMethodSymbol { ExplicitInterfaceImplementations.IsEmpty: false })
            return "implements an interface explicitly: annotate a property that returns it";

        ISymbol read = symbol;
        if (symbol is IPropertySymbol property)
        {
            if (property.IsIndexer)
                return "is an indexer";
            if (Getter(property) is not { } getter)
            {
                // Of another assembly the compiler imports only what can be accessed.
                isAccessibility = !_symbols.IsInThisCompilation(property);
                return isAccessibility ? $"has no getter that is accessible from '{TypeText.ForMessage(_type)}': make it public" : "has no getter";
            }

            read = getter;
        }

        if (_symbols.IsObsoleteError(symbol) || _symbols.IsObsoleteError(read))
            return "is obsolete as an error";
        isAccessibility = true;
        if (symbol is IMethodSymbol method && _canRead(read, _type))
            return ReasonNotToCall(method, ref isAccessibility);
        if (_canRead(read, _type))
            return IsOwn(symbol.ContainingType) || ReceiverOf(symbol) is not null ? null : "is hidden: make it public";
        return IsOwn(symbol.ContainingType)
            ? $"{(symbol is IPropertySymbol ? "has a getter that " : "")}is not accessible: make it public or internal, or make the type and those around it partial"
            : $"is not accessible from '{TypeText.ForMessage(_type)}': make it {(_isInstance ? "protected or public" : "public, or make the type partial")}";
    }

    private string? ReasonNotToCall(IMethodSymbol method, ref bool isAccessibility)
    {
        if (_choice.To(method, _type) is not { Through: null, Instead: { } instead })
            return null;
        if (IsProtected(method))
            return "is hidden: make it public";

        // What the type of the method has itself, it says itself.
        isAccessibility = !SymbolEqualityComparer.Default.Equals(instead.ContainingType, method.ContainingType);
        return $"cannot be called because C# takes '{TypeText.ForMessage(instead)}' instead: rename one of the two";
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
    public string Read(AnnotatedMember member) => $"{ReceiverOf(member.Member)}.{CSharpText.Identifier(member.Member.Name)}";

    /// <summary>The object on which a method is called, and the type that it must have there.</summary>
    public PathValue Receiver(IMethodSymbol method) => Object with { Type = _choice.To(method, _type).Through ?? _type };

    // What stands before the dot. Behind a shadowing member the base's is read through the base.
    private string? ReceiverOf(ISymbol member)
    {
        if (IsOwn(member.ContainingType) || !IsShadowed(member))
            return _self;
        if (!IsProtected(member) && _symbols.CanBeNamed(member.ContainingType))
            return $"(({TypeText.Qualified(member.ContainingType)}){_self})";

        // Protected members of a base cannot be read through a cast.
        bool isNextAbove = SymbolEqualityComparer.Default.Equals(FirstAbove(member.Name), member);
        return _isInstance && isNextAbove ? "base" : null;
    }

    /// <summary>Whether another generator makes a member that hides an inherited one, so that generated code, which reads the inherited one, gets that.</summary>
    public bool IsHiddenByGenerator(ISymbol member) => member is IMethodSymbol method
        ? _choice.IsMadeByGenerator(method, _type)
        : !IsOwn(member.ContainingType) && _symbols.GeneratedTrees.HasOthers && IsShadowed(member, byGenerator: true);

    private bool IsShadowed(ISymbol member, bool byGenerator = false)
    {
        for (INamedTypeSymbol? level = _type; level is not null; level = level.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(level, member.ContainingType))
                return false;
            if (level.GetMembers(member.Name).Any(m => !m.IsOverride && _symbols.GeneratedTrees.ContainAll(m) == byGenerator))
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
