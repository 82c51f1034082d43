using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Vero.Typed.Analyzers.Rules.Shape;

/// <summary>Code that may have attributes for methods, and that is not a method of a type.</summary>
internal static class CodeWithoutMember
{
    /// <summary>The code that a list of attributes is on, with its article; null where that is something else.</summary>
    public static string? Around(AttributeListSyntax list)
    {
        SyntaxKind target = list.Target?.Identifier.Kind() ?? SyntaxKind.MethodKeyword;

        // In a property that is not finished, the attributes of the next member are on an accessor.
        if (target != SyntaxKind.MethodKeyword || list.Parent is not { ContainsDiagnostics: false })
            return null;
        return list.Parent switch
        {
            AccessorDeclarationSyntax => "an accessor",

            // Without a target it is on the event, which is an error of the compiler.
            EventFieldDeclarationSyntax when list.Target is not null => "the accessors of an event",
            OperatorDeclarationSyntax or ConversionOperatorDeclarationSyntax => "an operator",
            DestructorDeclarationSyntax => "a finalizer",
            LocalFunctionStatementSyntax => "a local function",
            LambdaExpressionSyntax => "a lambda expression",
            _ => null,
        };
    }
}
