using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Vero.Typed.Analyzers.Rules.DataFlow;

/// <summary>Looks for code that may change a variable, by its name alone: another variable of the name at most leaves a value unknown.</summary>
internal static class NamedWrites
{
    public static bool AreIn(SyntaxNode code, string name) => code.DescendantNodes()
        .Any(node => node is IdentifierNameSyntax identifier && identifier.Identifier.ValueText == name && IsWrite(identifier));

    private static bool IsWrite(IdentifierNameSyntax name)
    {
        // this._zone = 1, (_zone, _other) = (1, 2)
        SyntaxNode written = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;
        while (written.Parent is ParenthesizedExpressionSyntax or TupleExpressionSyntax or ArgumentSyntax { Parent: TupleExpressionSyntax })
            written = written.Parent;

        return written.Parent switch
        {
            AssignmentExpressionSyntax assignment => assignment.Left == written,
            PrefixUnaryExpressionSyntax or PostfixUnaryExpressionSyntax =>
                written.Parent.Kind() is SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression or SyntaxKind.PostIncrementExpression
                    or SyntaxKind.PostDecrementExpression or SyntaxKind.AddressOfExpression,
            ArgumentSyntax argument => !argument.RefKindKeyword.IsKind(SyntaxKind.None),
            RefExpressionSyntax => true,
            _ => false,
        };
    }
}
