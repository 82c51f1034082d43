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

    private static readonly string Serialization = VeroAttributes.Of(VeroAttributeKind.Serialization).Name;

    public static IEnumerable<Finding> Of(TypeFacts facts, CancellationToken ct)
    {
        INamedTypeSymbol type = facts.Type;
        GeneratedTrees generated = facts.Symbols.GeneratedTrees;
        if (!facts.Symbols.IsInThisCompilation(type) || generated.ContainAll(type))
            yield break;

        string? head = null;
        if (type.DeclaringSyntaxReferences.Any(declaration => generated.ContainsOther(declaration.SyntaxTree)))
        {
            List<TypeDeclarationSyntax> own = type.DeclaringSyntaxReferences
                .Where(declaration => !generated.Contains(declaration.SyntaxTree)).Select(declaration => declaration.GetSyntax(ct)).OfType<TypeDeclarationSyntax>().ToList();
            head = OfHead(facts, own, ct);
        }

        if (head is not null)
            yield return AtType(facts, head, Own);
        else if (OfAssembly(facts))
            yield return AtType(facts, $"[assembly: {Serialization}]", "write it in a file of your own");

        // To bind names costs more than all other checks of a type.
        if (!generated.HasOthers)
            yield break;

        foreach (AttributeData attribute in type.GetAttributes())
        {
            if (KnownSymbols.RowOf(attribute) is { Place: not AttributePlace.Member } && GeneratedNameIn(attribute.ApplicationSyntaxReference, facts.Symbols, ct) is { } name)
                yield return AtName(type.Name, name);
        }

        foreach (AnnotatedMember member in facts.Annotated.Members)
        {
            if (!facts.IsOwn(member))
                continue;
            foreach (VeroAttribute attribute in member.Attributes)
            {
                bool isGenerated = attribute.Place is { } place && generated.Contains(place.SyntaxTree);
                if (!isGenerated && GeneratedNameIn(attribute.Place, facts.Symbols, ct) is { } name)
                    yield return AtName(member.Name, name);

                // Of what is all on one head, the first is enough.
                if (isGenerated && !(member.IsOnType && head is not null))
                {
                    yield return new Finding(
                        ShapeRules.MadeByGenerator, places => places.OfAttribute(member, attribute), member.Name, $"[{attribute.Name}] on it", "write the attribute yourself");
                }
            }
        }
    }

    /// <summary>The attribute on the head of a type that another source generator makes and that says what the type is; null where there is none.</summary>
    public static string? AttributeOf(TypeFacts facts)
    {
        foreach (AttributeData attribute in facts.Type.GetAttributes())
        {
            if (KnownSymbols.RowOf(attribute) is { Place: AttributePlace.TypeOrAssembly or AttributePlace.Map } row && facts.Symbols.GeneratedTrees.Contains(attribute))
                return $"[{row.Name}] on it";
        }

        return null;
    }

    /// <summary>Whether another source generator makes an option of the assembly that holds for the type.</summary>
    private static bool OfAssembly(TypeFacts facts) => facts.Symbols.GeneratedTrees.HasOthers && facts.Type.ContainingAssembly.GetAttributes().Any(attribute =>
        KnownSymbols.KindOf(attribute) == VeroAttributeKind.Serialization && facts.Symbols.GeneratedTrees.Contains(attribute)
        && attribute.NamedArguments.Any(option => option.Key switch
        {
            "Naming" => SerializationOptions.Value(option.Key, facts.Type) is null && facts.Annotated.Members.Any(member => facts.IsOwn(member) && TakesKeyFromName(member)),
            "FreeformValues" => !SerializationOptions.IsSaidOnTypes(option.Key, facts.Type) && facts.Annotated.Members.Any(static member => member.IsPart),
            "UnspecifiedDateTime" => !SerializationOptions.IsSaidOnTypes(option.Key, facts.Type) && facts.Members.All.Any(SendsDateTime),
            _ => true,
        }));

    private static bool TakesKeyFromName(AnnotatedMember member) =>
        member.Attributes.Any(static attribute => attribute is { Kind: VeroAttributeKind.Trait, ArgumentCount: 0 });

    private static bool SendsDateTime(MemberFacts member) => member switch
    {
        TraitFacts trait => TypeChecks.HoldsDateTime(trait.Value),
        EntriesFacts entries => TypeChecks.HoldsDateTime(entries.Value),
        CreatedAtFacts createdAt => createdAt.IsDateTime,
        _ => false,
    };

    private static string? OfHead(TypeFacts facts, List<TypeDeclarationSyntax> own, CancellationToken ct)
    {
        INamedTypeSymbol type = facts.Type;
        if (type.BaseType is { SpecialType: SpecialType.None } && AnnotatedTypeReader.HasAnnotatedBase(type, facts.Symbols) && !own.Exists(NamesBase))
            return $"its base type '{TypeText.ForMessage(type.BaseType)}'";
        if (AttributeOf(facts) is { } attribute)
            return attribute;
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

    // The argument that names something of which the generator does not know what it is.
    private static ExpressionSyntax? GeneratedNameIn(SyntaxReference? written, KnownSymbols symbols, CancellationToken ct)
    {
        if (written is not { } place || symbols.GeneratedTrees.Contains(place.SyntaxTree) || !symbols.Compilation.ContainsSyntaxTree(place.SyntaxTree)
            || place.GetSyntax(ct) is not AttributeSyntax { ArgumentList: { Arguments.Count: > 0 } list })
        {
            return null;
        }

        SemanticModel? model = null;
        foreach (AttributeArgumentSyntax argument in list.Arguments)
        {
            // Of the members that these name, their own checks say so.
            bool namesMember = argument.NameEquals?.Name.Identifier.ValueText is "From" or "Converter";
            foreach (IdentifierNameSyntax name in argument.Expression.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>())
            {
                model ??= symbols.Compilation.GetSemanticModel(place.SyntaxTree);
                SymbolInfo info = model.GetSymbolInfo(name, ct);
                ISymbol? named = info.Symbol ?? info.CandidateSymbols.FirstOrDefault();
                bool counts = named is INamedTypeSymbol or IFieldSymbol { IsConst: true } || (named is IPropertySymbol or IFieldSymbol or IMethodSymbol or IEventSymbol && !namesMember);
                if (counts && symbols.IsInThisCompilation(named!) && symbols.GeneratedTrees.ContainAll(named!))
                    return argument.Expression;
            }
        }

        return null;
    }

    private static Finding AtName(string subject, ExpressionSyntax name) =>
        new(ShapeRules.MadeByGenerator, _ => name.GetLocation(), subject, $"what '{name}' names", "use a constant that you write yourself");

    private static Finding AtType(TypeFacts facts, string what, string advice) =>
        new(ShapeRules.MadeByGenerator, static places => places.OfType(), facts.Type.Name, what, advice);
}
