using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Vero.Typed.Analyzers.Rules.DataFlow;

/// <summary>Questions about where an operation stands.</summary>
internal static class Operations
{
    /// <summary>The whole body or initializer that the operation is a part of.</summary>
    public static IOperation Root(this IOperation operation)
    {
        IOperation root = operation;
        while (root.Parent is { } parent)
            root = parent;
        return root;
    }

    /// <summary>Whether a reference to a variable or member may change it, or hand it to somebody who may.</summary>
    public static bool IsWrite(this IOperation reference)
    {
        IOperation child = reference;
        while (child.Parent is ITupleOperation or IDeclarationExpressionOperation)
            child = child.Parent;
        return child.Parent switch
        {
            IAssignmentOperation assignment => assignment.Target == child || assignment is ISimpleAssignmentOperation { IsRef: true },
            IIncrementOrDecrementOperation or IAddressOfOperation or IInvalidOperation => true,
            IArgumentOperation argument => argument.Parameter is not { RefKind: RefKind.None or RefKind.In },
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation variable } => variable.Symbol.IsRef,
            // (first ? ref a : ref b) = 1
            IConditionalOperation { IsRef: true } => true,
            _ => false,
        };
    }

    /// <summary>The expression without the conversions that only change its type: all of them, or those that nobody wrote.</summary>
    public static IOperation WithoutConversions(this IOperation value, bool implicitOnly = false)
    {
        while (value is IConversionOperation { OperatorMethod: null } conversion && (conversion.IsImplicit || !implicitOnly))
            value = conversion.Operand;
        return value;
    }

    /// <summary>The pairs of an assignment, several of them when it takes a tuple apart.</summary>
    public static IEnumerable<(IOperation Target, IOperation Value)> AssignedPairs(this IOperation assignment) => assignment switch
    {
        ISimpleAssignmentOperation simple => [(simple.Target, simple.Value)],
        ICoalesceAssignmentOperation coalesce => [(coalesce.Target, coalesce.Value)],
        IDeconstructionAssignmentOperation deconstruction => Pairs(deconstruction.Target, deconstruction.Value),
        _ => [],
    };

    private static IEnumerable<(IOperation Target, IOperation Value)> Pairs(IOperation target, IOperation value)
    {
        if (target is not ITupleOperation targets || value.WithoutConversions(implicitOnly: true) is not ITupleOperation values || targets.Elements.Length != values.Elements.Length)
            return target is ITupleOperation ? [] : [(target, value)];
        return targets.Elements.Zip(values.Elements, Pairs).SelectMany(static pairs => pairs);
    }
}
