using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Vero.Typed.CodeFixes.Editing;

/// <summary>Finds the words for a type of the framework inside an expression.</summary>
internal static class TypeNames
{
    /// <summary>The shortest name that means the type at a place as it is, without another using directive.</summary>
    public static string At(string ns, string name, int position, SemanticModel model)
    {
        string qualified = ns + "." + name;
        foreach (string written in new[] { name, qualified })
        {
            ISymbol? meant = model.GetSpeculativeSymbolInfo(position, SyntaxFactory.ParseExpression(written), SpeculativeBindingOption.BindAsExpression).Symbol;
            if (meant is INamedTypeSymbol && meant.ToDisplayString() == qualified)
                return written;
        }

        return "global::" + qualified;
    }
}
