using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Vero.Typed.Analyzers.Symbols;

/// <summary>How generated code gets at a member by its name.</summary>
/// <param name="Through">The type that the value must have, so that C# takes the member; null if there is none.</param>
/// <param name="Instead">What C# takes instead, if there is none.</param>
/// <param name="IsAmbiguous">Whether C# takes neither of the two.</param>
internal readonly record struct NameRoute(ITypeSymbol? Through, ISymbol? Instead = null, bool IsAmbiguous = false);

/// <summary>What C# takes where generated code writes the name of a member behind a value: that member, or another one of its name.</summary>
/// <param name="canRead">Whether generated code can get at a member, through a type. What it cannot is not taken.</param>
/// <param name="symbols">Of the same compilation.</param>
internal sealed class NameChoice(Func<ISymbol, ITypeSymbol, bool> canRead, KnownSymbols symbols)
{
    /// <summary>Through which type a member is read.</summary>
    /// <param name="member">A property, a field, or a method without parameters.</param>
    /// <param name="type">The type of the value, which has or inherits the member.</param>
    public NameRoute To(ISymbol member, ITypeSymbol type)
    {
        if (Instead(member, type, out bool isAmbiguous) is not { } instead)
            return new NameRoute(type);
        INamedTypeSymbol home = Home(member);
        bool leadsThere = !isAmbiguous && CanBeMentioned(home) && canRead(member, home) && Instead(member, home, out _) is null;
        return leadsThere ? new NameRoute(home) : new NameRoute(Through: null, instead, isAmbiguous);
    }

    /// <summary>Whether C# takes a member that another source generator makes in place of one that is written.</summary>
    public bool IsMadeByGenerator(ISymbol member, ITypeSymbol type) =>
        symbols.GeneratedTrees.HasOthers && Instead(member, type, out _, byGenerator: true) is not null;

    /// <summary>The overload that C# prefers to a method for the same arguments because an attribute says so; null when there is none.</summary>
    public static IMethodSymbol? Preferred(IMethodSymbol method, Func<IMethodSymbol, bool> takesTheSame)
    {
        int? priority = null;
        foreach (ISymbol other in method.ContainingType.GetMembers(method.Name))
        {
            if (other is IMethodSymbol overload && !SymbolEqualityComparer.Default.Equals(other, method) && takesTheSame(overload)
                && PriorityOf(overload) > (priority ??= PriorityOf(method)))
            {
                return overload;
            }
        }

        return null;
    }

    // Overrides are not candidates of a call; what they override is.
    private static INamedTypeSymbol Home(ISymbol member) => (member is IMethodSymbol ? Slot(member) : member).ContainingType;

    private static ISymbol Slot(ISymbol member)
    {
        ISymbol slot = member;
        while (AnnotatedTypeReader.OverriddenBy(slot) is { } overridden)
            slot = overridden;
        return slot;
    }

    private ISymbol? Instead(ISymbol member, ITypeSymbol type, out bool isAmbiguous, bool byGenerator = false)
    {
        isAmbiguous = false;
        INamedTypeSymbol home = Home(member);
        ISymbol slot = Slot(member);
        foreach (ITypeSymbol level in PathReader.Levels(type))
        {
            foreach (ISymbol other in level.GetMembers(member.Name))
            {
                if (SymbolEqualityComparer.Default.Equals(Slot(other), slot) || !IsCandidate(other, isCall: member is IMethodSymbol)
                    || symbols.GeneratedTrees.ContainAll(other) != byGenerator || !canRead(other, type))
                {
                    continue;
                }

                INamedTypeSymbol otherHome = Home(other);
                if (SymbolEqualityComparer.Default.Equals(otherHome, home) || IsNearer(home, otherHome))
                    continue;
                isAmbiguous = !IsNearer(otherHome, home);

                // Of the methods of two interfaces, C# takes the one that has no other parameters; and a method rather than a property.
                if (!isAmbiguous || member is not IMethodSymbol || other is IMethodSymbol { Parameters.IsEmpty: true })
                    return other;
            }
        }

        isAmbiguous = false;
        return member is IMethodSymbol && !byGenerator && HasPriorities ? Preferred((IMethodSymbol)slot, overload => IsCandidate(overload, isCall: true) && canRead(overload, type)) : null;
    }

    // C# 13, which the compiler that this is built against does not name.
    private bool HasPriorities => (int)((CSharpCompilation)symbols.Compilation).LanguageVersion >= 1300;

    private static bool IsCandidate(ISymbol member, bool isCall) => member switch
    {
        IMethodSymbol method => method.MethodKind == MethodKind.Ordinary
            && (!isCall || (method.Arity == 0 && method.Parameters.All(static parameter => parameter.IsOptional || parameter.IsParams))),
        INamedTypeSymbol nested => !isCall && nested.Arity == 0,
        IPropertySymbol property => !property.IsIndexer && (!isCall || CanBeCalled(property.Type)),
        IFieldSymbol field => !isCall || CanBeCalled(field.Type),
        IEventSymbol => true,
        _ => false,
    };

    private static bool CanBeCalled(ITypeSymbol type) => type.TypeKind is TypeKind.Delegate or TypeKind.Dynamic or TypeKind.FunctionPointer;

    private static bool IsNearer(INamedTypeSymbol type, INamedTypeSymbol other)
    {
        if (type.SpecialType == SpecialType.System_Object || other.SpecialType == SpecialType.System_Object)
            return type.SpecialType != SpecialType.System_Object;
        if (type.TypeKind == TypeKind.Interface || other.TypeKind == TypeKind.Interface)
            return type.TypeKind != TypeKind.Interface || (other.TypeKind == TypeKind.Interface && type.AllInterfaces.Contains(other, SymbolEqualityComparer.Default));
        return KnownSymbols.DerivesFrom(type, other);
    }

    private bool CanBeMentioned(INamedTypeSymbol type) => symbols.CanBeNamed(type) && !TypeText.WithContainingTypes(type).Exists(ValueTypes.IsObsoleteError);

    private static int PriorityOf(IMethodSymbol method)
    {
        foreach (AttributeData attribute in Slot(method).GetAttributes())
        {
            if (attribute.AttributeClass is { } type && ValueTypes.Is(type, "OverloadResolutionPriorityAttribute", "System", "Runtime", "CompilerServices")
                && attribute.ConstructorArguments is [{ Value: int priority }])
            {
                return priority;
            }
        }

        return 0;
    }
}
