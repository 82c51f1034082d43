using Microsoft.CodeAnalysis;

namespace Vero.Typed.Analyzers.Symbols;

/// <summary>
/// The property that users write where another generator makes the value of a value object: their own code sees it, ours does not.
/// </summary>
/// <param name="Name">Such as <c>VeroId</c>, for a member named <c>Id</c>.</param>
/// <param name="Expression">Such as <c>Id?.Value</c>.</param>
/// <param name="Type">The type of the value.</param>
/// <param name="NullableMark">A question mark where the type needs one.</param>
internal sealed record ExposedValue(string Name, string Expression, ITypeSymbol Type, string NullableMark)
{
    /// <summary>Null when the member is no value object.</summary>
    public static ExposedValue? Of(ISymbol member)
    {
        ITypeSymbol type = AnnotatedMember.TypeOf(member);
        ITypeSymbol declared = ValueTypes.WithoutNullable(type);
        if (ValueTypes.ValueOf(declared, static _ => false) is not { } value)
            return null;

        bool canBeNull = ValueTypes.IsNullableValue(type) || (declared.IsReferenceType && type.NullableAnnotation != NullableAnnotation.NotAnnotated);
        bool isMarked = canBeNull && !ValueTypes.IsNullableValue(value.Type)
            && (value.Type.IsValueType || (value.Type.NullableAnnotation == NullableAnnotation.NotAnnotated && type.NullableAnnotation != NullableAnnotation.None));
        string bare = member.Name.TrimStart('_');
        string name = bare.Length == 0 ? member.Name : char.ToUpperInvariant(bare[0]) + bare.Substring(1);
        return new ExposedValue("Vero" + name, $"{CSharpText.Identifier(member.Name)}{(canBeNull ? "?" : "")}.Value", value.Type, isMarked ? "?" : "");
    }

    /// <summary>The declaration without attributes.</summary>
    /// <param name="accessibility">Such as <c>public</c>.</param>
    /// <param name="type">The type as it is written at the place.</param>
    public string Declaration(string accessibility, string type) => $"{accessibility} {type}{NullableMark} {Name} => {Expression};";
}
