using Microsoft.CodeAnalysis;

namespace Vero.Typed.Analyzers.Symbols;

/// <summary>What the attributes of other serializers say of a member: System.Text.Json, data contracts and Newtonsoft.Json.</summary>
internal static class JsonAttributes
{
    // The value of JsonIgnoreCondition.Always.
    private const int Always = 1;

    /// <summary>The name that a member has elsewhere, with the attribute that gives it; null when it has none.</summary>
    public static (string Name, string Attribute)? NameOf(ISymbol member)
    {
        foreach (AttributeData attribute in member.GetAttributes())
        {
            string? name = attribute.AttributeClass switch
            {
                { Name: "JsonPropertyNameAttribute" } type when IsIn(type, "System.Text.Json.Serialization") => Positional(attribute),
                { Name: "DataMemberAttribute" } type when IsIn(type, "System.Runtime.Serialization") => Named(attribute, "Name"),
                { Name: "JsonPropertyAttribute" } type when IsIn(type, "Newtonsoft.Json") => Named(attribute, "PropertyName") ?? Positional(attribute),
                _ => null,
            };
            if (!string.IsNullOrWhiteSpace(name))
                return (name!, ShortName(attribute.AttributeClass!));
        }

        return null;
    }

    /// <summary>The attribute that keeps a member out elsewhere, whatever its value is; null when there is none.</summary>
    public static string? HidingOf(ISymbol member)
    {
        foreach (AttributeData attribute in member.GetAttributes())
        {
            bool isHiding = attribute.AttributeClass switch
            {
                { Name: "JsonIgnoreAttribute" } type when IsIn(type, "System.Text.Json.Serialization") => ConditionOf(attribute) is null or Always,
                { Name: "JsonIgnoreAttribute" } type => IsIn(type, "Newtonsoft.Json"),
                { Name: "IgnoreDataMemberAttribute" } type => IsIn(type, "System.Runtime.Serialization"),
                _ => false,
            };
            if (isHiding)
                return ShortName(attribute.AttributeClass!);
        }

        return null;
    }

    private static int? ConditionOf(AttributeData attribute)
    {
        foreach (KeyValuePair<string, TypedConstant> argument in attribute.NamedArguments)
        {
            if (argument.Key == "Condition")
                return argument.Value.Value as int?;
        }

        return null;
    }

    private static string? Positional(AttributeData attribute) => attribute.ConstructorArguments is [{ Kind: TypedConstantKind.Primitive, Value: string name }, ..] ? name : null;

    private static string? Named(AttributeData attribute, string argument)
    {
        foreach (KeyValuePair<string, TypedConstant> named in attribute.NamedArguments)
        {
            if (named.Key == argument)
                return named.Value.Value as string;
        }

        return null;
    }

    private static bool IsIn(INamedTypeSymbol type, string space) => type.ContainingType is null && type.ContainingNamespace?.ToDisplayString() == space;

    private static string ShortName(INamedTypeSymbol attribute) => attribute.Name.Substring(0, attribute.Name.Length - VeroAttributes.Suffix.Length);
}
