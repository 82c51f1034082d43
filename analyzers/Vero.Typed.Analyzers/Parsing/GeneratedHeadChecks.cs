using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Vero.Typed.Analyzers.Rules.Shape;
using Vero.Typed.Analyzers.Symbols;

namespace Vero.Typed.Analyzers.Parsing;

/// <summary>
/// What other generators write on the head of an annotated type, or in an argument of an attribute. The generator sees the type without it, and would
/// make other code of it, or none, without a word.
/// </summary>
internal static class GeneratedHeadChecks
{
    private const string Own = "write it on your own part of the type";

    public static IEnumerable<Finding> Of(TypeFacts facts, CancellationToken ct)
    {
        INamedTypeSymbol type = facts.Type;
        GeneratedTrees generated = facts.Symbols.GeneratedTrees;
        if (!facts.Symbols.IsInThisCompilation(type) || generated.ContainAll(type))
            yield break;

        if (type.DeclaringSyntaxReferences.Any(declaration => generated.ContainsOther(declaration.SyntaxTree)))
        {
            List<TypeDeclarationSyntax> own = type.DeclaringSyntaxReferences
                .Where(declaration => !generated.Contains(declaration.SyntaxTree)).Select(declaration => declaration.GetSyntax(ct)).OfType<TypeDeclarationSyntax>().ToList();
            if (OfHead(facts, own, ct) is { } what)
                yield return AtType(facts, what, Own);
        }

        foreach (AttributeData attribute in type.GetAttributes())
        {
            if (KnownSymbols.KindOf(attribute) != VeroAttributeKind.None && NamesGeneratedConstant(attribute.ApplicationSyntaxReference, facts.Symbols, ct))
                yield return AtType(facts, "a constant of its attribute", "use a constant that you write yourself");
        }

        foreach (AnnotatedMember member in facts.Annotated.Members)
        {
            if (!facts.IsOwn(member))
                continue;
            foreach (VeroAttribute attribute in member.Attributes)
            {
                string? made = attribute.Place is { } place && generated.Contains(place.SyntaxTree) ? $"[{attribute.Name}] on it"
                    : NamesGeneratedConstant(attribute.Place, facts.Symbols, ct) ? "a constant of its attribute"
                    : null;
                if (made is not null)
                {
                    yield return new Finding(
                        ShapeRules.MadeByGenerator, places => places.OfAttribute(member, attribute), member.Name, made,
                        "write the attribute, and the constants in it, yourself");
                }
            }
        }
    }

    private static string? OfHead(TypeFacts facts, List<TypeDeclarationSyntax> own, CancellationToken ct)
    {
        INamedTypeSymbol type = facts.Type;
        if (type.BaseType is { SpecialType: SpecialType.None } && AnnotatedTypeReader.HasAnnotatedBase(type, facts.Symbols) && !own.Exists(NamesBase))
            return $"its base type '{TypeText.ForMessage(type.BaseType)}'";
        if (type.GetAttributes().FirstOrDefault(attribute => KnownSymbols.KindOf(attribute) == VeroAttributeKind.Serialization
                && attribute.ApplicationSyntaxReference is { } place && facts.Symbols.GeneratedTrees.Contains(place.SyntaxTree)) is not null)
        {
            return $"[{VeroAttributes.Of(VeroAttributeKind.Serialization).Name}] on it";
        }

        if (type.TypeKind != TypeKind.Class)
            return null;
        if (type is { IsAbstract: true, IsStatic: false } && !own.Exists(static part => part.Modifiers.Any(SyntaxKind.AbstractKeyword)))
            return "its modifier 'abstract'";
        if (type is { IsSealed: true, IsStatic: false } && !own.Exists(static part => part.Modifiers.Any(SyntaxKind.SealedKeyword)))
            return "its modifier 'sealed'";
        bool hasConstraints = type.TypeParameters.Any(static parameter => parameter.HasReferenceTypeConstraint || parameter.HasValueTypeConstraint
            || parameter.HasNotNullConstraint || parameter.HasConstructorConstraint || parameter.HasUnmanagedTypeConstraint || !parameter.ConstraintTypes.IsEmpty);
        return hasConstraints && !own.Exists(static part => part.ConstraintClauses.Count > 0) ? "its constraints" : null;

        // A base class comes first in the list; what comes first may be an interface.
        bool NamesBase(TypeDeclarationSyntax part) => part.BaseList is { Types: [var first, ..] }
            && facts.Symbols.Compilation.GetSemanticModel(part.SyntaxTree).GetTypeInfo(first.Type, ct).Type is { TypeKind: not TypeKind.Interface };
    }

    private static bool NamesGeneratedConstant(SyntaxReference? written, KnownSymbols symbols, CancellationToken ct)
    {
        // To bind constants costs more than all other checks of a type.
        if (!symbols.GeneratedTrees.HasOthers || written is not { } place || !symbols.Compilation.ContainsSyntaxTree(place.SyntaxTree)
            || place.GetSyntax(ct) is not AttributeSyntax { ArgumentList: { Arguments.Count: > 0 } list })
        {
            return false;
        }

        SemanticModel? model = null;
        foreach (IdentifierNameSyntax name in list.DescendantNodes().OfType<IdentifierNameSyntax>())
        {
            if (name.Parent is NameEqualsSyntax or NameColonSyntax)
                continue;
            model ??= symbols.Compilation.GetSemanticModel(place.SyntaxTree);
            if (model.GetSymbolInfo(name, ct).Symbol is IFieldSymbol { IsConst: true } constant && symbols.IsInThisCompilation(constant) && symbols.GeneratedTrees.ContainAll(constant))
                return true;
        }

        return false;
    }

    private static Finding AtType(TypeFacts facts, string what, string advice) =>
        new(ShapeRules.MadeByGenerator, static places => places.OfType(), facts.Type.Name, what, advice);
}
