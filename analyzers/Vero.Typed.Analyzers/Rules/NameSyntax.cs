using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Vero.Typed.Analyzers.Rules;

/// <summary>The name alone of what is called or read: <c>ToIdentifyRequest</c> in <c>a.b.ToIdentifyRequest()</c>.</summary>
internal static class NameSyntax
{
    public static SyntaxNode Of(SyntaxNode syntax) => (syntax is InvocationExpressionSyntax call ? call.Expression : syntax) switch
    {
        MemberAccessExpressionSyntax access => access.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        var other => other,
    };
}
