using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Vero.Typed.Analyzers.Parsing.Values;
using Vero.Typed.Analyzers.Rules.DataFlow;

namespace Vero.Typed.Analyzers.Rules.ReservedKeys;

/// <summary>An entry that is put into a dictionary under a key that is known here.</summary>
/// <param name="Receiver">The dictionary; null when it stands for the one that is being initialized.</param>
internal readonly record struct DataEntry(IOperation? Receiver, IOperation Key, IOperation Value)
{
    // A key of fewer characters is none of the reserved ones, not even with a letter left out.
    private const int ShortestKey = 7;
    private const int LongestKey = 16;

    /// <summary>The key, which is a reserved one or was meant to be.</summary>
    public string KeyText => (string)Key.ConstantValue.Value!;

    /// <summary>
    /// The entry that an operation puts somewhere, if its key is worth a look: asked for every assignment and call of a compilation, so
    /// names are compared before anything is bound.
    /// </summary>
    public static DataEntry? Of(IOperation operation)
    {
        switch (operation)
        {
            case IAssignmentOperation { Target: IPropertyReferenceOperation { Property.IsIndexer: true, Arguments: [var index] } target } assignment
                when assignment is ISimpleAssignmentOperation or ICoalesceAssignmentOperation && MayBeReserved(index.Value):
                return new DataEntry(target.Instance, index.Value, assignment.Value);
            case IInvocationOperation { TargetMethod: { Name: "Add" or "TryAdd" } method } call
                when method.ReturnsVoid || method.ReturnType.SpecialType == SpecialType.System_Boolean:
                // What is returned by an immutable dictionary is another one.
                return Of(call);
            default:
                return null;
        }
    }

    /// <summary>The dictionary that an initializer fills: the member that it is written for, or null for a new object.</summary>
    public static IOperation? Initialized(IOperation entry)
    {
        IOperation? outer = entry.Parent;
        while (outer is not (null or IObjectOrCollectionInitializerOperation))
            outer = outer.Parent;
        return (outer?.Parent as IMemberInitializerOperation)?.InitializedMember;
    }

    private static DataEntry? Of(IInvocationOperation call)
    {
        int first = call.Instance is null ? 1 : 0;
        IOperation? key = Argument(call, first);
        IOperation? value = Argument(call, first + 1);
        IOperation? receiver = call.Instance ?? Argument(call, 0);
        if (value is null && call.TargetMethod.Parameters.Length == first + 1)
            (key, value) = KeyAndValueOf(key);
        return key is not null && value is not null && receiver is not null && MayBeReserved(key) ? new DataEntry(receiver, key, value) : null;
    }

    // new KeyValuePair<string, object>("timezone", 10), KeyValuePair.Create("timezone", 10)
    private static (IOperation? Key, IOperation? Value) KeyAndValueOf(IOperation? pair) => pair?.WithoutConversions() switch
    {
        IObjectCreationOperation { Type.Name: "KeyValuePair", Arguments: [var key, var value] } => (key.Value, value.Value),
        IInvocationOperation { TargetMethod: { Name: "Create", ContainingType.Name: "KeyValuePair" }, Arguments: [var key, var value] } => (key.Value, value.Value),
        _ => default,
    };

    private static IOperation? Argument(IInvocationOperation call, int ordinal)
    {
        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (argument.Parameter?.Ordinal == ordinal)
                return argument.Value;
        }

        return null;
    }

    private static bool MayBeReserved(IOperation key) => key.ConstantValue is { HasValue: true, Value: string { Length: >= ShortestKey and <= LongestKey } text }
        && (ReservedKeyTable.Contains(text) || ReservedKeyTable.MisspeltBy(text) is not null);
}
