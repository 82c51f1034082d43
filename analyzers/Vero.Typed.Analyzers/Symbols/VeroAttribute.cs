using Microsoft.CodeAnalysis;

namespace Vero.Typed.Analyzers.Symbols;

/// <param name="Data">The attribute as the compiler bound it.</param>
/// <param name="Row">Which of ours it is.</param>
/// <param name="Target">What it was written on: a property, a field or a parameter of a positional record.</param>
internal sealed record VeroAttribute(AttributeData Data, VeroAttributeRow Row, ISymbol Target)
{
    public VeroAttributeKind Kind => Row.Kind;

    /// <summary>The name as users write it.</summary>
    public string Name => Row.Name;

    /// <summary>Whether an argument is missing or wrong: the compiler says so.</summary>
    public bool IsHalfTyped =>
        Data.AttributeConstructor is null || Data.ConstructorArguments.Any(static a => a.Kind == TypedConstantKind.Error);

    /// <summary>Whether a named argument is true.</summary>
    public bool Flag(string name)
    {
        foreach (KeyValuePair<string, TypedConstant> argument in Data.NamedArguments)
        {
            if (argument.Key == name)
                return argument.Value is { Kind: TypedConstantKind.Primitive, Value: true };
        }

        return false;
    }

    /// <summary>A named argument that is text; null when it is not there.</summary>
    public string? NamedText(string name)
    {
        foreach (KeyValuePair<string, TypedConstant> argument in Data.NamedArguments)
        {
            if (argument.Key == name)
                return argument.Value.Value as string;
        }

        return null;
    }

    /// <summary>A constructor argument that is text; null when it is missing, null or something else.</summary>
    public string? Text(int index) => index < Data.ConstructorArguments.Length ? Data.ConstructorArguments[index].Value as string : null;

    public bool IsWrittenAt(SyntaxNode other) =>
        Data.ApplicationSyntaxReference is { } own && own.SyntaxTree == other.SyntaxTree && own.Span == other.Span;

    public bool SaysTheSameAs(VeroAttribute other) => Kind == other.Kind
        && Data.ConstructorArguments.SequenceEqual(other.Data.ConstructorArguments)
        && Data.NamedArguments.SequenceEqual(other.Data.NamedArguments);
}
