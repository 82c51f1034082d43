using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Vero.Typed.Analyzers.Rules.DataFlow;

/// <summary>Where a property keeps its value. One whose accessors do more than that may have made a wrong value right.</summary>
/// <param name="KeepsWhatIsWritten">Whether what is written is what is read later.</param>
/// <param name="Field">The field that the getter returns as it is, unless the compiler made it.</param>
internal readonly record struct PropertyStorage(bool KeepsWhatIsWritten, IFieldSymbol? Field)
{
    // The keyword of C# 14. In an older language, or beside a field of that name, it means what it says just the same.
    private const string OwnField = "field";

    public static PropertyStorage Of(IPropertySymbol property)
    {
        if (property.IsAbstract)
            return default;

        return property.OriginalDefinition.DeclaringSyntaxReferences switch
        {
            [] => new PropertyStorage(IsMadeByCompiler(property.GetMethod) && (property.SetMethod is null || IsMadeByCompiler(property.SetMethod)), null),
            [var declaration] => declaration.GetSyntax() switch
            {
                ParameterSyntax => new PropertyStorage(KeepsWhatIsWritten: true, null),
                PropertyDeclarationSyntax syntax => Of(syntax, property.ContainingType),
                _ => default,
            },
            _ => default,
        };
    }

    /// <summary>The name that a getter or a setter's value is taken from or put into, when it does nothing else.</summary>
    public static string? NameOf(ExpressionSyntax? expression) => expression switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name: IdentifierNameSyntax name } => name.Identifier.ValueText,
        // FieldExpressionSyntax, which the oldest compiler does not have.
        { RawKind: not 0 } other when other.ToString() == OwnField => OwnField,
        _ => null,
    };

    /// <summary>What a getter returns, when that is all that it does.</summary>
    public static ExpressionSyntax? ReturnedBy(PropertyDeclarationSyntax property)
    {
        if (property.ExpressionBody is { } arrow)
            return arrow.Expression;
        AccessorDeclarationSyntax? getter = Accessor(property, SyntaxKind.GetAccessorDeclaration);
        return getter?.ExpressionBody?.Expression
            ?? (getter?.Body?.Statements is [ReturnStatementSyntax statement] ? statement.Expression : null);
    }

    private static PropertyStorage Of(PropertyDeclarationSyntax property, INamedTypeSymbol type)
    {
        // The part with the accessors may be elsewhere.
        if (property.Modifiers.Any(SyntaxKind.PartialKeyword))
            return default;

        AccessorDeclarationSyntax? getter = Accessor(property, SyntaxKind.GetAccessorDeclaration);
        string? read = getter is not null && HasNoBody(getter) ? OwnField : NameOf(ReturnedBy(property));
        if (read is null)
            return default;

        IFieldSymbol? field = null;
        if (read != OwnField)
        {
            field = type.OriginalDefinition.GetMembers(read) is [IFieldSymbol { IsStatic: false } only] ? only : null;
            if (field is null)
                return default;
        }

        AccessorDeclarationSyntax? setter = Accessor(property, SyntaxKind.SetAccessorDeclaration)
            ?? Accessor(property, SyntaxKind.InitAccessorDeclaration);
        string? written = setter is null || HasNoBody(setter) ? OwnField : WrittenBy(setter);
        return new PropertyStorage(read == written, field);
    }

    private static string? WrittenBy(AccessorDeclarationSyntax setter)
    {
        ExpressionSyntax? expression = setter.ExpressionBody?.Expression
            ?? (setter.Body?.Statements is [ExpressionStatementSyntax statement] ? statement.Expression : null);
        return expression is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment
            && assignment.Right is IdentifierNameSyntax { Identifier.ValueText: "value" }
                ? NameOf(assignment.Left)
                : null;
    }

    private static AccessorDeclarationSyntax? Accessor(PropertyDeclarationSyntax property, SyntaxKind kind)
    {
        if (property.AccessorList is { } list)
        {
            foreach (AccessorDeclarationSyntax accessor in list.Accessors)
            {
                if (accessor.IsKind(kind))
                    return accessor;
            }
        }

        return null;
    }

    private static bool HasNoBody(AccessorDeclarationSyntax accessor) => accessor is { Body: null, ExpressionBody: null };

    // The mark that the compiler leaves on the accessors of an automatic property.
    private static bool IsMadeByCompiler(IMethodSymbol? accessor) => accessor is not null && accessor.GetAttributes().Any(static attribute =>
        attribute.AttributeClass is { Name: "CompilerGeneratedAttribute", ContainingNamespace: { Name: "CompilerServices", ContainingNamespace.Name: "Runtime" } });
}
