using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Vero.Typed.Analyzers.Model;
using Vero.Typed.Analyzers.Parsing;
using Vero.Typed.Analyzers.Symbols;

namespace Vero.Typed.Analyzers.Discovery;

/// <summary>From a piece of syntax to the type that it annotates, each type exactly once.</summary>
internal static class TypeDiscovery
{
    /// <summary>Whether the node may be what stands for its type. Looks at syntax only, so it runs once for each version of a file.</summary>
    public static bool CanBeAnchor(SyntaxNode node) => node switch
    {
        PropertyDeclarationSyntax or IndexerDeclarationSyntax or MethodDeclarationSyntax => !RepeatsEarlierMember((MemberDeclarationSyntax)node),
        VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax field } => !RepeatsEarlierMember(field),
        ParameterSyntax { Parent.Parent: RecordDeclarationSyntax } => true,
        _ => node is TypeDeclarationSyntax,
    };

    public static UserTypeModel? FromAttribute(GeneratorAttributeSyntaxContext context, CancellationToken ct)
    {
        ISymbol target = context.TargetSymbol;
        INamedTypeSymbol? type = target switch
        {
            INamedTypeSymbol itself => itself,
            IParameterSymbol parameter => parameter.ContainingType,
            _ => target.ContainingType,
        };
        if (type is null || KnownSymbols.For(context.SemanticModel.Compilation) is not { } symbols)
            return null;

        if (AnnotatedMembers.Anchor(type, symbols) is not { } anchor)
            return null;

        // Two fields share the attribute in [VeroTrait] int a, b. Elsewhere its place is enough, and the symbols may differ: those of the
        // two parts of a partial property.
        if (target is IFieldSymbol && !SymbolEqualityComparer.Default.Equals(anchor.Target, target))
            return null;

        foreach (AttributeData attribute in context.Attributes)
        {
            // Should a later compiler see [property:] on record parameters here as well, the record's own step still speaks for it.
            if (anchor.IsWrittenAt(attribute.ApplicationSyntaxReference) && !IsPropertyTargetOnParameter(anchor, ct))
                return Parse(type, symbols, ct);
        }

        return null;
    }

    public static bool IsRecordWithPropertyTarget(SyntaxNode node)
    {
        if (node is not RecordDeclarationSyntax { ParameterList: { } parameters })
            return false;
        foreach (ParameterSyntax parameter in parameters.Parameters)
        {
            foreach (AttributeListSyntax list in parameter.AttributeLists)
            {
                if (list.Target?.Identifier.IsKind(SyntaxKind.PropertyKeyword) == true)
                    return true;
            }
        }

        return false;
    }

    public static UserTypeModel? FromRecord(RecordDeclarationSyntax record, SemanticModel model, CancellationToken ct)
    {
        if (KnownSymbols.For(model.Compilation) is not { } symbols || model.GetDeclaredSymbol(record, ct) is not { } type)
            return null;

        bool isAnchor = AnnotatedMembers.Anchor(type, symbols) is { } anchor
            && anchor.Data.ApplicationSyntaxReference is { } reference
            && reference.SyntaxTree == record.SyntaxTree
            && record.ParameterList!.FullSpan.Contains(reference.Span)
            && IsPropertyTargetOnParameter(anchor, ct);
        return isAnchor ? Parse(type, symbols, ct) : null;
    }

    /// <summary>
    /// Whether earlier members of the same declaration have all attributes of this one. The same name means the same attribute there, so
    /// the member cannot be the first annotated one, and binding it on every keystroke would be for nothing: this leaves about two
    /// members of a type to bind instead of all.
    /// </summary>
    private static bool RepeatsEarlierMember(MemberDeclarationSyntax member)
    {
        // A partial property has the place of its other part.
        if (member.Parent is not TypeDeclarationSyntax type || member.Modifiers.Any(SyntaxKind.PartialKeyword))
            return false;

        foreach (AttributeListSyntax list in member.AttributeLists)
        {
            foreach (AttributeSyntax attribute in list.Attributes)
            {
                if (!IsOnEarlierMember(attribute.Name.ToString(), member, type))
                    return false;
            }
        }

        return true;
    }

    private static bool IsOnEarlierMember(string attributeName, MemberDeclarationSyntax member, TypeDeclarationSyntax type)
    {
        foreach (MemberDeclarationSyntax earlier in type.Members)
        {
            if (earlier == member)
                return false;

            if (earlier is not (PropertyDeclarationSyntax or IndexerDeclarationSyntax or FieldDeclarationSyntax or MethodDeclarationSyntax)
                || earlier.Modifiers.Any(SyntaxKind.PartialKeyword))
            {
                continue;
            }

            foreach (AttributeListSyntax list in earlier.AttributeLists)
            {
                // [field: X] is on the backing field, which does not count.
                if (list.Target is null && list.Attributes.Any(attribute => attribute.Name.ToString() == attributeName))
                    return true;
            }
        }

        return false;
    }

    private static UserTypeModel? Parse(INamedTypeSymbol type, KnownSymbols symbols, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        return UserTypeParser.Parse(type, symbols, report: null, ct).Model;
    }

    private static bool IsPropertyTargetOnParameter(VeroAttribute anchor, CancellationToken ct) =>
        anchor.Target is IPropertySymbol
        && anchor.Data.ApplicationSyntaxReference?.GetSyntax(ct) is { Parent: AttributeListSyntax { Parent: ParameterSyntax } };
}
