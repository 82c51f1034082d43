using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Vero.Typed.TestHarness;

/// <summary>Looks for what must not be kept between two runs of a generator: it would keep a whole compilation alive.</summary>
public static class ModelGraph
{
    private const BindingFlags OwnFields = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>Fails with the path to the first symbol, compilation, syntax or location that can be reached.</summary>
    /// <param name="value">A value that a step of a generator made.</param>
    /// <param name="path">How to call the value in the message.</param>
    public static void AssertIsPlainData(object? value, string path) => Walk(value, path, new(ReferenceEqualityComparer.Instance));

    private static void Walk(object? node, string path, HashSet<object> seen)
    {
        if (node is null || IsLeaf(node.GetType()))
            return;
        if (!node.GetType().IsValueType && !seen.Add(node))
            return;

        Assert.False(
            node is ISymbol or Compilation or SyntaxNode or SyntaxTree or Location
                or SyntaxToken or SyntaxReference or SemanticModel or AttributeData,
            $"{path} is a {node.GetType().Name}");

        if (node is IEnumerable items and not string)
        {
            // An immutable array that was never made throws when it is read.
            if (node.GetType().GetProperty("IsDefault")?.GetValue(node) is true)
                return;
            int index = 0;
            foreach (object? item in items)
                Walk(item, $"{path}[{index++}]", seen);
        }

        for (Type? type = node.GetType(); type is not null; type = type.BaseType)
        {
            foreach (FieldInfo field in type.GetFields(OwnFields))
                Walk(field.GetValue(node), $"{path}.{field.Name}", seen);
        }
    }

    private static bool IsLeaf(Type type) =>
        type.IsPrimitive || type.IsEnum || type.IsPointer || type == typeof(string) || typeof(MemberInfo).IsAssignableFrom(type);
}
