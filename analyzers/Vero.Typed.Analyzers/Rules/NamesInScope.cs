using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Vero.Typed.Analyzers.Rules;

/// <summary>Finds something of a type that code at a place can use.</summary>
internal static class NamesInScope
{
    /// <summary>Parameters and locals before fields and properties, these before what a primary constructor gets, and of each the one declared first.</summary>
    /// <returns>An expression, or null.</returns>
    public static string? Find(SemanticModel model, SyntaxNode place, Func<ITypeSymbol, bool> fits, CancellationToken ct) =>
        Find(model, place, fits, static (_, _) => null, ct);

    /// <summary>The same, or a property of that name of something in scope: <c>builder.Configuration</c>.</summary>
    public static string? FindWithProperty(SemanticModel model, SyntaxNode place, Func<ITypeSymbol, bool> fits, string property, CancellationToken ct) =>
        Find(model, place, fits, (type, fits) => PropertyOf(type, property, fits) ? "." + property : null, ct);

    private static string? Find(
        SemanticModel model, SyntaxNode place, Func<ITypeSymbol, bool> fits, Func<ITypeSymbol, Func<ITypeSymbol, bool>, string?> suffix, CancellationToken ct)
    {
        // A static lambda captures nothing, and what it could still use is rarely what is meant.
        if (place.AncestorsAndSelf().OfType<AnonymousFunctionExpressionSyntax>().Any(static function => function.Modifiers.Any(SyntaxKind.StaticKeyword)))
            return null;

        bool isStatic = model.GetEnclosingSymbol(place.SpanStart, ct) is { } enclosing && MemberOf(enclosing).IsStatic;
        var candidates = new List<(int Rank, int Start, string Expression)>();
        foreach (ISymbol symbol in model.LookupSymbols(place.SpanStart))
        {
            (int rank, ITypeSymbol? type) = symbol switch
            {
                ILocalSymbol local => (0, local.Type),
                // Where a field has the parameter of a primary constructor, the compiler does not want the parameter to be kept as well.
                IParameterSymbol parameter when IsOfPrimaryConstructor(parameter, ct) => (2, parameter.Type),
                IParameterSymbol parameter => (0, parameter.Type),
                IFieldSymbol field => (1, field.Type),
                IPropertySymbol { IsIndexer: false, GetMethod: not null } property => (1, property.Type),
                _ => (0, (ITypeSymbol?)null),
            };
            if (type is null || !symbol.CanBeReferencedByName || (rank > 0 && isStatic && !symbol.IsStatic))
                continue;

            // A local is in scope before it is declared, but has no value there.
            int start = symbol.DeclaringSyntaxReferences.Length > 0 ? symbol.DeclaringSyntaxReferences[0].Span.Start : 0;
            if (rank == 0 && start >= place.SpanStart)
                continue;

            string name = CSharpText.Identifier(symbol.Name);
            if (fits(type))
                candidates.Add((rank, start, name));
            else if (suffix(type, fits) is { } member)
                candidates.Add((rank, start, name + member));
        }

        candidates.Sort();
        return candidates.Count > 0 ? candidates[0].Expression : null;
    }

    private static bool IsOfPrimaryConstructor(IParameterSymbol parameter, CancellationToken ct) =>
        parameter.DeclaringSyntaxReferences is [var declaration] && declaration.GetSyntax(ct) is { Parent.Parent: TypeDeclarationSyntax };

    private static ISymbol MemberOf(ISymbol symbol)
    {
        while (symbol.ContainingSymbol is IMethodSymbol or IPropertySymbol or IFieldSymbol)
            symbol = symbol.ContainingSymbol;
        return symbol;
    }

    private static bool PropertyOf(ITypeSymbol type, string name, Func<ITypeSymbol, bool> fits)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (IsThere(current))
                return true;
        }

        return type.AllInterfaces.Any(IsThere);

        bool IsThere(ITypeSymbol declaring) => declaring.GetMembers(name).Any(member =>
            member is IPropertySymbol { IsStatic: false, DeclaredAccessibility: Accessibility.Public, GetMethod: not null } property && fits(property.Type));
    }
}
