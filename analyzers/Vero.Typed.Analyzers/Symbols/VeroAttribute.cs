using Microsoft.CodeAnalysis;

namespace Vero.Typed.Analyzers.Symbols;

internal enum VeroAttributeKind
{
    None,
    Id,
    Email,
    Trait,
    Timezone,
    Language,
    UserAgent,
    Channel,

    /// <summary>A dictionary whose entries go into <c>data</c>.</summary>
    Data,

    /// <summary>On types and assemblies.</summary>
    Serialization,

    /// <summary>A method that converts values.</summary>
    Converter,

    /// <summary>A class with converters, listed for an assembly or a type.</summary>
    Converters,

    /// <summary>A class whose attributes are those of another type.</summary>
    Map,
}

/// <param name="Data">The attribute as the compiler bound it.</param>
/// <param name="Kind">Which of ours it is.</param>
/// <param name="Target">What it was written on: a property, a field or a parameter of a positional record.</param>
internal sealed record VeroAttribute(AttributeData Data, VeroAttributeKind Kind, ISymbol Target)
{
    /// <summary>The name as users write it.</summary>
    public string Name => Data.AttributeClass!.Name is var name && name.EndsWith("Attribute", StringComparison.Ordinal)
        ? name.Substring(0, name.Length - "Attribute".Length)
        : name;

    /// <summary>Whether an argument is missing or wrong: the compiler says so.</summary>
    public bool IsHalfTyped =>
        Data.AttributeConstructor is null || Data.ConstructorArguments.Any(static a => a.Kind == TypedConstantKind.Error);

    /// <summary>Whether the whole value is sent as it is, without a path and without a converter of the member's own.</summary>
    public bool SendsWholeValue => Argument("From") is null && Argument("Converter") is null;

    /// <summary>Whether a named argument is true.</summary>
    public bool Flag(string name) =>
        Data.NamedArguments.Any(a => a.Key == name && a.Value is { Kind: TypedConstantKind.Primitive, Value: true });

    /// <summary>A named argument that is text; null when it is not there.</summary>
    public string? Text(string name) => Argument(name) is { Kind: TypedConstantKind.Primitive, Value: string text } ? text : null;

    /// <summary>A named argument; null when it is not there.</summary>
    public TypedConstant? Argument(string name)
    {
        foreach (KeyValuePair<string, TypedConstant> argument in Data.NamedArguments)
        {
            if (argument.Key == name)
                return argument.Value;
        }

        return null;
    }

    public bool IsWrittenAt(SyntaxReference? other) =>
        Data.ApplicationSyntaxReference is { } own && other is not null && own.SyntaxTree == other.SyntaxTree && own.Span == other.Span;

    public bool IsWrittenAt(SyntaxNode other) =>
        Data.ApplicationSyntaxReference is { } own && own.SyntaxTree == other.SyntaxTree && own.Span == other.Span;

    public bool SaysTheSameAs(VeroAttribute other) => Kind == other.Kind
        && Data.ConstructorArguments.SequenceEqual(other.Data.ConstructorArguments)
        && Data.NamedArguments.SequenceEqual(other.Data.NamedArguments);
}
