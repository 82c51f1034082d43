using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Vero.Typed.Analyzers.Symbols;

/// <summary>How generated code gets at a type: from inside, when it and all types around it are partial, else from beside it.</summary>
internal sealed class TypeReach
{
    private readonly INamedTypeSymbol _type;
    private readonly KnownSymbols _symbols;
    private readonly List<INamedTypeSymbol> _chain;

    public TypeReach(INamedTypeSymbol type, KnownSymbols symbols)
    {
        _type = type;
        _symbols = symbols;
        _chain = TypeText.WithContainingTypes(type);
        TypeParameters = _chain.SelectMany(static t => t.TypeParameters).ToList();
        IsInstance = _chain.TrueForAll(IsPartial);
        IsBroken = FindBreak();
        Problem = FindProblem();
        AccessProblem = IsInstance ? null : FindAccessProblem();
    }

    public bool IsInstance { get; }

    /// <summary>Whether the compiler has said enough: half-typed names, unknown constraints, attributes where none can be.</summary>
    public bool IsBroken { get; }

    /// <summary>Why no code can be generated, if so.</summary>
    public string? Problem { get; }

    /// <summary>Why no code can be generated beside the type, if it is to have code of its own.</summary>
    public string? AccessProblem { get; }

    /// <summary>What stands behind the names of generated methods that are called: <c>&lt;TId, T&gt;</c>, or nothing.</summary>
    public string TypeArguments => IsInstance ? "" : TypeText.TypeParameterList(TypeParameters);

    /// <summary>Whether generated code can get at a symbol.</summary>
    public bool CanRead(ISymbol symbol) => CanRead(symbol, _type);

    /// <summary>Whether generated code can get at a member through a type.</summary>
    public bool CanRead(ISymbol member, ITypeSymbol through) => IsPublicMemberInReach(member) || (IsInstance
        ? _symbols.Compilation.IsSymbolAccessibleWithin(member, _type, member.IsStatic ? null : through)
        : _symbols.Compilation.IsSymbolAccessibleWithin(member, _symbols.Compilation.Assembly));

    // Nearly all that is asked for, and the compiler takes its time to answer.
    private bool IsPublicMemberInReach(ISymbol member) => member.DeclaredAccessibility == Accessibility.Public
        && SymbolEqualityComparer.Default.Equals(member.ContainingType, _type) && (IsInstance || AccessProblem is null);

    /// <summary>The type and those around it, outermost first.</summary>
    public IReadOnlyList<INamedTypeSymbol> Chain => _chain;

    /// <summary>The type parameters of the type and of those around it.</summary>
    public IReadOnlyList<ITypeParameterSymbol> TypeParameters { get; }

    /// <summary>The name of the class with the extension methods.</summary>
    public string ExtensionClassName => JoinedName() + GeneratedNames.ExtensionClassSuffix;

    /// <summary>Whether everybody can use a class beside the type.</summary>
    public bool IsPublic => _chain.TrueForAll(static t => t.DeclaredAccessibility == Accessibility.Public)
        && TypeParameters.All(static p => p.ConstraintTypes.All(IsPublicType));

    /// <summary>Why the extension class cannot have its name, if so. Asked only of a type that needs the class.</summary>
    public string? NameProblem() => !IsInstance && OtherWithName(IsSent) is { } other
        ? $"needs the name {ExtensionClassName} for its methods, which '{TypeText.ForMessage(other)}' takes: make it partial, or rename one of the two"
        : null;

    /// <summary>Whether a type or namespace has the name of the extension class, or another annotated type would need it, sent or not.</summary>
    public bool IsNameTaken() => OtherWithName(static _ => true) is not null;

    /// <summary>A name for a parameter: it must not be that of a type parameter of its method.</summary>
    public string Free(string name) => TypeParameters.Any(p => p.Name == name) ? "__" + name : name;

    private static bool IsPublicType(ITypeSymbol type) => type switch
    {
        ITypeParameterSymbol => true,
        IArrayTypeSymbol array => IsPublicType(array.ElementType),
        INamedTypeSymbol named => TypeText.WithContainingTypes(named).TrueForAll(static t => t.DeclaredAccessibility == Accessibility.Public)
            && named.TypeArguments.All(IsPublicType),
        _ => false,
    };

    /// <summary>Whether code of other assemblies can use a type: all of it if the type is public, else friends.</summary>
    public static bool IsSeenElsewhere(INamedTypeSymbol type, KnownSymbols symbols) =>
        TypeText.WithContainingTypes(type).TrueForAll(t => t.DeclaredAccessibility switch
        {
            Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal => true,
            Accessibility.Internal or Accessibility.ProtectedAndInternal => symbols.HasFriends,
            _ => false,
        });

    private bool FindBreak()
    {
        if (_type.TypeKind is TypeKind.Enum or TypeKind.Delegate || _chain.Exists(HasNoName))
            return true;
        for (INamespaceSymbol? ns = _type.ContainingNamespace; ns is { IsGlobalNamespace: false }; ns = ns.ContainingNamespace)
        {
            if (ns.Name.Length == 0)
                return true;
        }

        return TypeParameters.Any(static p => p.Name.Length == 0 || p.ConstraintTypes.Any(ValueTypes.IsUnknown));
    }

    // An extension block has no name, and is complete.
    private static bool HasNoName(INamedTypeSymbol type) =>
        type is { Name.Length: 0, TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Interface };

    private string? FindProblem()
    {
        if (_type.TypeKind == TypeKind.Interface)
            return "is an interface: annotate the members of the types that implement it";
        if (_type.IsStatic)
            return "is static: users and events are instances";
        if (_type.TypeKind is not (TypeKind.Class or TypeKind.Struct))
            return "is neither a class nor a struct";
        if (_type.IsRefLikeType)
            return "is a ref struct, which cannot be sent later or implement an interface";
        if (_chain.Exists(static t => t.IsFileLocal))
            return "is local to its file: remove the file modifier";
        return null;
    }

    private string? FindAccessProblem()
    {
        foreach (INamedTypeSymbol type in _chain)
        {
            if (type.DeclaredAccessibility is Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal)
                return "is not accessible from outside: make it and the types around it partial, or make it internal";
        }

        if (_chain.Exists(ValueTypes.IsObsoleteError))
            return "is obsolete as an error: make it and the types around it partial";

        if (TypeParameters.Select(static p => p.Name).Distinct(StringComparer.Ordinal).Count() < TypeParameters.Count)
            return "has a type parameter of the same name as a type around it: rename one of them, or make the types partial";
        if (TypeParameters.Any(static p => p.Name.StartsWith("__", StringComparison.Ordinal)))
            return "has a type parameter that begins with two underscores, like the names in generated code: rename it, or make the type partial";
        if (TypeParameters.Any(p => !p.ConstraintTypes.All(type => _symbols.CanBeNamed(type) && !ValueTypes.IsObsoleteError(type))))
            return "has a constraint that is obsolete as an error or known only by an extern alias: make it and the types around it partial";

        return null;
    }

    private bool IsPartial(INamedTypeSymbol type) => IsPartial(type, _symbols);

    /// <summary>Whether somebody wrote the type as partial, so that other source generators can add to it.</summary>
    public static bool IsPartial(INamedTypeSymbol type, KnownSymbols symbols)
    {
        foreach (SyntaxReference declaration in type.DeclaringSyntaxReferences)
        {
            if (!symbols.GeneratedTrees.Contains(declaration.SyntaxTree)
                && declaration.GetSyntax() is MemberDeclarationSyntax { Modifiers: var modifiers } && modifiers.Any(SyntaxKind.PartialKeyword))
            {
                return true;
            }
        }

        return false;
    }

    private string JoinedName() => string.Join("_", _chain.Select(Segment));

    private static string Segment(INamedTypeSymbol type) =>
        type.Arity == 0 ? type.Name : type.Name + type.Arity.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>
    /// A type or namespace of the user with the name of the extension class, or another annotated type whose extension class has it too.
    /// </summary>
    private ISymbol? OtherWithName(Func<INamedTypeSymbol, bool> needsName)
    {
        foreach (ISymbol member in _type.ContainingNamespace.GetMembers(ExtensionClassName))
        {
            bool isSameName = member is INamespaceSymbol or INamedTypeSymbol { Arity: 0 };
            if (isSameName && _symbols.IsInThisCompilation(member) && !_symbols.GeneratedTrees.ContainAll(member))
                return member;
        }

        return OthersNamed(JoinedName(), _type.ContainingNamespace)
            .FirstOrDefault(other => !SymbolEqualityComparer.Default.Equals(other, _type)
                && AnnotatedTypeReader.HasOwn(other, _symbols)
                && needsName(other)
                && !TypeText.WithContainingTypes(other).TrueForAll(IsPartial));
    }

    private bool IsSent(INamedTypeSymbol type) => AnnotatedTypeReader.Read(type, _symbols).HasId || AnnotatedTypeReader.OnType(type, VeroAttributeKind.Event, _symbols) is not null;

    // Outer.Inner and Outer_Inner, Customer<T> and Customer1: different types, one name.
    private IEnumerable<INamedTypeSymbol> OthersNamed(string name, INamespaceOrTypeSymbol container)
    {
        for (int end = 1; end <= name.Length; end++)
        {
            if (end < name.Length && name[end] != '_')
                continue;
            foreach (INamedTypeSymbol type in TypesOfSegment(name.Substring(0, end), container))
            {
                if (end == name.Length)
                {
                    yield return type;
                    continue;
                }

                foreach (INamedTypeSymbol nested in OthersNamed(name.Substring(end + 1), type))
                    yield return nested;
            }
        }
    }

    private IEnumerable<INamedTypeSymbol> TypesOfSegment(string segment, INamespaceOrTypeSymbol container)
    {
        int digits = segment.Length;
        while (digits > 1 && segment[digits - 1] is >= '0' and <= '9')
            digits--;

        for (int end = digits; end <= segment.Length; end++)
        {
            foreach (INamedTypeSymbol type in container.GetTypeMembers(segment.Substring(0, end)))
            {
                if (Segment(type) == segment && _symbols.IsInThisCompilation(type))
                    yield return type;
            }
        }
    }
}
