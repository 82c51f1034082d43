using Microsoft.CodeAnalysis;

namespace Vero.Typed.Analyzers.Symbols;

/// <summary>Code that is being typed. What it does not send yet is not known, so it is not missed.</summary>
internal static class UnfinishedCode
{
    /// <summary>Whether a file cannot be parsed: anything may be in it.</summary>
    public static bool IsIn(Compilation compilation, CancellationToken ct)
    {
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            bool isBroken = tree.GetRoot(ct).ContainsDiagnostics
                && tree.GetDiagnostics(ct).Any(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
            if (isBroken)
                return true;
        }

        return false;
    }

    /// <summary>Whether a type has a base, or something in its hierarchy an attribute, that the compiler does not know.</summary>
    public static bool IsIn(INamedTypeSymbol type, KnownSymbols symbols)
    {
        for (INamedTypeSymbol? current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            if (current.TypeKind == TypeKind.Error)
                return true;
            if (symbols.IsInThisCompilation(current) && (HasUnknownAttribute(current) || current.GetMembers().Any(HasUnknownAttribute)))
                return true;
        }

        return false;
    }

    private static bool HasUnknownAttribute(ISymbol symbol) =>
        symbol.GetAttributes().Any(static attribute => attribute.AttributeClass is not { TypeKind: not TypeKind.Error })
        || (symbol is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor && constructor.Parameters.Any(HasUnknownAttribute));
}
