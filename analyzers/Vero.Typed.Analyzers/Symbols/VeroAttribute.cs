using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Vero.Typed.Analyzers.Symbols;

/// <summary>One of our attributes, on a type, a member, or a parameter of a positional record.</summary>
internal sealed class VeroAttribute
{
    private readonly AttributeSyntax? _plain;
    private readonly string? _key;
    private AttributeData? _data;

    /// <param name="data">The attribute as the compiler bound it.</param>
    /// <param name="row">Which of ours it is.</param>
    /// <param name="target">What it was written on.</param>
    public VeroAttribute(AttributeData data, VeroAttributeRow row, ISymbol target)
    {
        _data = data;
        Row = row;
        Target = target;
    }

    /// <summary>An attribute without arguments, or with a key alone, of which syntax says all.</summary>
    /// <param name="plain">The attribute as it is written.</param>
    /// <param name="key">Its only argument; null where it has none.</param>
    /// <param name="row">Which of ours it is.</param>
    /// <param name="target">What it was written on.</param>
    public VeroAttribute(AttributeSyntax plain, string? key, VeroAttributeRow row, ISymbol target)
    {
        _plain = plain;
        _key = key;
        Row = row;
        Target = target;
    }

    /// <summary>Which of ours it is.</summary>
    public VeroAttributeRow Row { get; }

    /// <summary>What it was written on: a type, a property, a field, a method or a parameter of a positional record.</summary>
    public ISymbol Target { get; }

    public VeroAttributeKind Kind => Row.Kind;

    /// <summary>The name as users write it.</summary>
    public string Name => Row.Name;

    /// <summary>The attribute as the compiler binds it, which takes longer than all else that is asked of it.</summary>
    public AttributeData Data => _data ??= Target.GetAttributes().First(data =>
        data.ApplicationSyntaxReference is { } place && place.SyntaxTree == _plain!.SyntaxTree && place.Span == _plain.Span);

    /// <summary>Where it is written; null in another assembly.</summary>
    public SyntaxReference? Place => _plain?.GetReference() ?? Data.ApplicationSyntaxReference;

    /// <summary>How many arguments it has that are no options.</summary>
    public int ArgumentCount => _plain is null ? Data.ConstructorArguments.Length : _key is null ? 0 : 1;

    /// <summary>Whether the compiler knows which constructor is meant.</summary>
    public bool HasConstructor => _plain is not null || Data.AttributeConstructor is not null;

    /// <summary>Whether an argument is missing or wrong: the compiler says so.</summary>
    public bool IsHalfTyped => !HasConstructor
        || (_plain is null && (Data.ConstructorArguments.Any(static a => a.Kind == TypedConstantKind.Error) || Data.NamedArguments.Any(static a => a.Value.Kind == TypedConstantKind.Error)));

    /// <summary>Whether a named argument is true.</summary>
    public bool Flag(string name) => Named(name) is { Kind: TypedConstantKind.Primitive, Value: true };

    /// <summary>Whether the whole value is sent as it is, without a path and without a converter of the member's own.</summary>
    public bool SendsWholeValue => Named("From") is null && Named("Converter") is null;

    /// <summary>A named argument; null when it is not there.</summary>
    public TypedConstant? Named(string name)
    {
        if (_plain is not null)
            return null;
        foreach (KeyValuePair<string, TypedConstant> argument in Data.NamedArguments)
        {
            if (argument.Key == name)
                return argument.Value;
        }

        return null;
    }

    /// <summary>A named argument that is text; null when it is not there, null or something else.</summary>
    public string? Text(string name) => Named(name) is { Kind: TypedConstantKind.Primitive, Value: string text } ? text : null;

    /// <summary>A constructor argument that is text; null when it is missing, null or something else.</summary>
    public string? Text(int index) => index >= ArgumentCount ? null : _plain is null ? Data.ConstructorArguments[index].Value as string : _key;

    public bool IsWrittenAt(SyntaxNode other) => Place is { } own && own.SyntaxTree == other.SyntaxTree && own.Span == other.Span;

    public bool SaysTheSameAs(VeroAttribute other) => Kind == other.Kind
        && (_plain is not null && other._plain is not null
            ? _key == other._key
            : Data.ConstructorArguments.SequenceEqual(other.Data.ConstructorArguments) && Data.NamedArguments.SequenceEqual(other.Data.NamedArguments));
}
