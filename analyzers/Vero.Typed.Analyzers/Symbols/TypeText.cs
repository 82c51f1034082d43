using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Vero.Typed.Analyzers.Symbols;

/// <summary>Types as generated code and messages write them.</summary>
internal static class TypeText
{
    private static readonly SymbolDisplayFormat WithNullability = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    // int[,] as users write it.
    private static readonly SymbolDisplayFormat InMessages = SymbolDisplayFormat.CSharpErrorMessageFormat
        .RemoveMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.UseAsterisksInMultiDimensionalArrays);

    /// <summary><c>global::Shop.Customer&lt;T&gt;</c>.</summary>
    public static string Qualified(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

    /// <summary><c>Shop.Customer&lt;T&gt;</c>.</summary>
    public static string ForMessage(ISymbol symbol) => symbol.ToDisplayString(InMessages);

    /// <summary>The same at run time, where a name needs no <c>@</c>.</summary>
    public static string ForRunTime(ISymbol symbol) => symbol.ToDisplayString(InMessages
        .RemoveMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers));

    public static string? Namespace(INamedTypeSymbol type) => type.ContainingNamespace.IsGlobalNamespace
        ? null
        : type.ContainingNamespace.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat
            .WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted));

    /// <summary>The name that no other type of the assembly has: <c>Shop.Outer`1+Customer</c>.</summary>
    public static string MetadataName(INamedTypeSymbol type)
    {
        var name = new StringBuilder();
        for (INamespaceSymbol ns = type.ContainingNamespace; !ns.IsGlobalNamespace; ns = ns.ContainingNamespace)
            name.Insert(0, '.').Insert(0, ns.MetadataName);
        List<INamedTypeSymbol> chain = WithContainingTypes(type);
        for (int i = 0; i < chain.Count; i++)
            name.Append(i == 0 ? "" : "+").Append(chain[i].MetadataName);
        return name.ToString();
    }

    /// <summary>Namespace, name and arity of the outermost type around a type: <c>Shop.Outer`1</c>.</summary>
    public static string FullName(INamedTypeSymbol type)
    {
        INamedTypeSymbol outermost = type;
        while (outermost.ContainingType is { } outer)
            outermost = outer;
        string name = outermost.Arity == 0 ? outermost.Name : $"{outermost.Name}`{outermost.Arity.ToString(CultureInfo.InvariantCulture)}";
        for (INamespaceSymbol? space = outermost.ContainingNamespace; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
            name = $"{space.Name}.{name}";
        return name;
    }

    /// <summary>The type and those around it, outermost first.</summary>
    public static List<INamedTypeSymbol> WithContainingTypes(INamedTypeSymbol type)
    {
        var chain = new List<INamedTypeSymbol>();
        for (INamedTypeSymbol? current = type; current is not null; current = current.ContainingType)
            chain.Insert(0, current);
        return chain;
    }

    /// <summary><c>partial record struct Customer&lt;T&gt;</c>: no accessibility and no constraints, which the user's own part has.</summary>
    public static string PartialDeclaration(INamedTypeSymbol type)
    {
        string keyword = type switch
        {
            { IsRecord: true, TypeKind: TypeKind.Struct } => "record struct",
            { IsRecord: true } => "record",
            { TypeKind: TypeKind.Struct } => "struct",
            { TypeKind: TypeKind.Interface } => "interface",
            _ => "class",
        };
        return $"partial {keyword} {CSharpText.Identifier(type.Name)}{TypeParameterList(type.TypeParameters)}";
    }

    // The compiler that this is built against has no API for it, so the source is read.
    private static bool AllowsRefStruct(ITypeParameterSymbol parameter)
    {
        foreach (SyntaxReference declaration in parameter.DeclaringSyntaxReferences)
        {
            if (declaration.GetSyntax().Parent?.Parent is not TypeDeclarationSyntax type)
                continue;
            foreach (TypeParameterConstraintClauseSyntax clause in type.ConstraintClauses)
            {
                if (clause.Name.Identifier.ValueText == parameter.Name
                    && clause.Constraints.Any(static c => c.DescendantTokens().Select(static t => t.ValueText).SequenceEqual(["allows", "ref", "struct"])))
                {
                    return true;
                }
            }
        }

        return false;
    }

    public static string TypeParameterList(IReadOnlyList<ITypeParameterSymbol> parameters) => parameters.Count == 0
        ? ""
        : "<" + string.Join(", ", parameters.Select(static p => CSharpText.Identifier(p.Name))) + ">";

    public static string Constraints(IReadOnlyList<ITypeParameterSymbol> parameters)
    {
        var text = new StringBuilder();
        foreach (ITypeParameterSymbol parameter in parameters)
        {
            var constraints = new List<string>();
            if (parameter.HasUnmanagedTypeConstraint)
                constraints.Add("unmanaged");
            else if (parameter.HasValueTypeConstraint)
                constraints.Add("struct");
            else if (parameter.HasReferenceTypeConstraint)
                constraints.Add(parameter.ReferenceTypeConstraintNullableAnnotation == NullableAnnotation.Annotated ? "class?" : "class");
            else if (parameter.HasNotNullConstraint)
                constraints.Add("notnull");

            foreach (ITypeSymbol type in parameter.ConstraintTypes)
                constraints.Add(type.ToDisplayString(WithNullability));
            if (parameter.HasConstructorConstraint)
                constraints.Add("new()");
            if (AllowsRefStruct(parameter))
                constraints.Add("allows ref struct");

            if (constraints.Count > 0)
                text.Append(" where ").Append(CSharpText.Identifier(parameter.Name)).Append(" : ").Append(string.Join(", ", constraints));
        }

        return text.ToString();
    }
}
