using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Vero.Typed.Analyzers.Rules;

/// <summary>
/// What can come out of an expression: each branch of a conditional, a switch expression and a <c>??</c>, and what locals, fields and properties
/// were given, where they are given something once. What cannot be followed comes out as it is.
/// </summary>
internal static class ReachingValues
{
    // Deep enough for code that people write, and an end for code that refers to itself.
    private const int DeepestReference = 8;

    public static IReadOnlyList<ReachingValue> Of(IOperation value, CancellationToken ct)
    {
        var found = new List<ReachingValue>();
        Collect(value, value.Syntax, isReference: false, 0, found, ct);
        return found;
    }

    private static void Collect(IOperation value, SyntaxNode place, bool isReference, int depth, List<ReachingValue> found, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        if (!isReference)
            place = value.Syntax;

        switch (value)
        {
            case IConversionOperation { OperatorMethod: null } conversion:
                Collect(conversion.Operand, place, isReference, depth, found, ct);
                return;
            case IParenthesizedOperation parenthesized:
                Collect(parenthesized.Operand, place, isReference, depth, found, ct);
                return;
            case IConditionalOperation { WhenFalse: { } whenFalse, ConstantValue.HasValue: false } conditional:
                Collect(conditional.WhenTrue, place, isReference, depth, found, ct);
                Collect(whenFalse, place, isReference, depth, found, ct);
                return;
            case ICoalesceOperation coalesce:
                Collect(coalesce.Value, place, isReference, depth, found, ct);
                Collect(coalesce.WhenNull, place, isReference, depth, found, ct);
                return;
            case ISwitchExpressionOperation choice:
                foreach (ISwitchExpressionArmOperation arm in choice.Arms)
                    Collect(arm.Value, place, isReference, depth, found, ct);
                return;
        }

        if (depth < DeepestReference && !value.ConstantValue.HasValue && GivenOnce(value, ct) is { } given)
            Collect(given, place, isReference: true, depth + 1, found, ct);
        else
            found.Add(new ReachingValue(value, place));
    }

    /// <summary>The only value that a local, a static readonly field or a property without a setter ever has; null if it is not known.</summary>
    private static IOperation? GivenOnce(IOperation reference, CancellationToken ct)
    {
        ISymbol symbol;
        switch (reference)
        {
            case ILocalReferenceOperation { Local: { RefKind: RefKind.None } local }:
                symbol = local;
                break;
            case IFieldReferenceOperation { Field: { IsStatic: true, IsReadOnly: true } field }:
                symbol = field;
                break;
            case IPropertyReferenceOperation { Property: { SetMethod: null, IsVirtual: false, IsOverride: false, IsAbstract: false } property }:
                symbol = property;
                break;
            default:
                return null;
        }

        if (symbol.DeclaringSyntaxReferences.Length != 1 || reference.SemanticModel is not { } model)
            return null;
        SyntaxNode declaration = symbol.DeclaringSyntaxReferences[0].GetSyntax(ct);
        ExpressionSyntax? given = declaration switch
        {
            VariableDeclaratorSyntax variable => variable.Initializer?.Value,
            PropertyDeclarationSyntax { ExpressionBody: { } body } => body.Expression,
            PropertyDeclarationSyntax { Initializer: { } initializer } => initializer.Value,
            _ => null,
        };

        // Another file has another semantic model, and asking for one costs more than the answer is worth.
        if (given is null || given.SyntaxTree != model.SyntaxTree || IsGivenAgain(symbol, declaration, ct))
            return null;
        return model.GetOperation(given, ct);
    }

    private static bool IsGivenAgain(ISymbol symbol, SyntaxNode declaration, CancellationToken ct)
    {
        if (symbol is not ILocalSymbol)
        {
            // Only constructors may, in whatever part of the type.
            return symbol.ContainingType.DeclaringSyntaxReferences.Any(part => part.GetSyntax(ct).DescendantNodes()
                .Any(node => node is ConstructorDeclarationSyntax && node.DescendantNodes().Any(inner => Gives(inner, symbol.Name))));
        }

        SyntaxNode body = declaration;
        while (body.Parent is not (null or MemberDeclarationSyntax and not GlobalStatementSyntax))
            body = body.Parent;
        return body.DescendantNodes().Any(node => Gives(node, symbol.Name));
    }

    // By name alone: another variable of the name at most makes the value unknown.
    private static bool Gives(SyntaxNode node, string name) => node switch
    {
        AssignmentExpressionSyntax assignment => Names(assignment.Left, name),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression or (int)SyntaxKind.AddressOfExpression } unary
            => Names(unary.Operand, name),
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression } unary
            => Names(unary.Operand, name),
        ArgumentSyntax { RefKindKeyword.RawKind: (int)SyntaxKind.RefKeyword or (int)SyntaxKind.OutKeyword } argument => Names(argument.Expression, name),
        RefExpressionSyntax reference => Names(reference.Expression, name),
        _ => false,
    };

    private static bool Names(ExpressionSyntax expression, string name) => expression switch
    {
        IdentifierNameSyntax identifier => identifier.Identifier.ValueText == name,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText == name,
        ParenthesizedExpressionSyntax parenthesized => Names(parenthesized.Expression, name),
        TupleExpressionSyntax tuple => tuple.Arguments.Any(argument => Names(argument.Expression, name)),
        _ => false,
    };
}
