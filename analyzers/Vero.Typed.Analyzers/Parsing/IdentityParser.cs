using Microsoft.CodeAnalysis;
using Vero.Typed.Analyzers.Model;
using Vero.Typed.Analyzers.Parsing.Values;
using Vero.Typed.Analyzers.Symbols;

namespace Vero.Typed.Analyzers.Parsing;

/// <summary>Reads who a user is: the id and the email address.</summary>
internal sealed class IdentityParser(KnownSymbols symbols)
{
    public IdFacts ReadId(AnnotatedMember member, MemberScope scope)
    {
        ValueFacts value = ValueIn(member, CanBeId, FaultKind.IdType);
        return new IdFacts(member, scope.Access.Read(member), value, member.Attributes[0].Flag("AllowDefault")) { Fault = value.Fault };
    }

    public EmailFacts ReadEmail(AnnotatedMember member, MemberScope scope)
    {
        ValueFacts value = FrameworkTypes.FindWritable(member.Type, symbols) is { Kind: { } kind, Path: { Length: > 0 } path } && ValueTypes.IsMailAddress(member.Type)
            ? new ValueFacts(kind, member.Type, path)
            : ValueIn(member, ValueTypes.IsString, FaultKind.EmailType);
        return new EmailFacts(member, scope.Access.Read(member), value) { Fault = value.Fault };
    }

    private static bool CanBeId(ITypeSymbol type)
    {
        ITypeSymbol value = ValueTypes.WithoutNullable(type);
        return ValueTypes.IsString(value) || ValueTypes.IsGuid(value) || ValueTypes.IsInteger(value);
    }

    /// <summary>The member's value, or the value inside it when it is a value object.</summary>
    private ValueFacts ValueIn(AnnotatedMember member, Func<ITypeSymbol, bool> fits, FaultKind wrongType)
    {
        if (fits(member.Type))
            return new ValueFacts(TraitValueKind.Text, member.Type);

        ITypeSymbol declared = ValueTypes.WithoutNullable(member.Type);
        IPropertySymbol? value = ValueTypes.ValueOf(declared, symbols.GeneratedTrees.ContainAll);
        if (value is not null && ValueTypes.IsUnknown(value.Type))
            return ValueFacts.Faulty(member.Type, Fault.SaidElsewhere);

        if (value is not null && fits(value.Type))
        {
            bool canBeNull = declared.IsReferenceType || ValueTypes.IsNullableValue(member.Type);
            return new ValueFacts(TraitValueKind.Text, value.Type, canBeNull ? "?.Value" : ".Value");
        }

        if (ValueTypes.ValueOf(declared, static _ => false) is { } made && symbols.GeneratedTrees.ContainAll(made))
        {
            return ValueFacts.Faulty(member.Type, new Fault(
                FaultKind.MadeByGenerator, $"the Value of '{TypeText.ForMessage(declared)}'",
                $"put the attribute on a property of your own, such as '{ExposedValue.Of(member.Member)!.Declaration("public", TypeText.ForMessage(made.Type))}'"));
        }

        return ValueFacts.Faulty(member.Type, new Fault(wrongType));
    }
}
