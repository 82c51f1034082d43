using Microsoft.CodeAnalysis;
using Vero.Typed.Analyzers.Model;
using Vero.Typed.Analyzers.Parsing.Values;
using Vero.Typed.Analyzers.Symbols;

namespace Vero.Typed.Analyzers.Parsing;

/// <summary>Reads who a user is: the id and the email address.</summary>
internal sealed class IdentityParser(DataParser data, KnownSymbols symbols)
{
    public IdFacts ReadId(AnnotatedMember member, SourceFacts declared, MemberScope scope)
    {
        VeroAttribute attribute = member.Attributes[0];
        (SourceFacts source, Fault? fault) = data.Converted(declared, scope);
        ValueFacts value = fault is not null ? ValueFacts.Faulty(source.Type, fault) : ValueIn(member, source, ValueTypes.CanBeId, FaultKind.IdType);
        return new IdFacts(member, source, value, attribute.Flag("AllowDefault"))
        {
            Prefix = attribute.Text("Prefix") ?? "",
            Replaces = attribute.Flag("Replaces"),
            Fault = value.Fault,
        };
    }

    public EmailFacts ReadEmail(AnnotatedMember member, SourceFacts declared, MemberScope scope)
    {
        (SourceFacts source, Fault? fault) = data.Converted(declared, scope);
        ValueFacts value = fault is not null ? ValueFacts.Faulty(source.Type, fault)
            : FrameworkTypes.FindWritable(source.Type, symbols) is { Kind: { } kind, Path: { Length: > 0 } path } && ValueTypes.IsMailAddress(source.Type)
            ? new ValueFacts(kind, source.Type, default(Way).Then(path))
            : ValueIn(member, source, ValueTypes.IsString, FaultKind.EmailType);
        return new EmailFacts(member, source, value) { Fault = value.Fault };
    }

    /// <summary>The value itself, or the value inside it when it is a value object.</summary>
    private ValueFacts ValueIn(AnnotatedMember member, SourceFacts source, Func<ITypeSymbol, bool> fits, FaultKind wrongType)
    {
        if (source.Projection is null && fits(source.Type))
            return new ValueFacts(TraitValueKind.Text, source.Type);

        ITypeSymbol declared = ValueTypes.WithoutNullable(source.Type);
        IPropertySymbol? value = ValueTypes.ValueOf(declared, symbols.GeneratedTrees.ContainAll);
        if (value is not null && ValueTypes.IsUnknown(value.Type))
            return ValueFacts.Faulty(source.Type, Fault.SaidElsewhere);

        if (value is not null && fits(value.Type))
        {
            bool canBeNull = declared.IsReferenceType || ValueTypes.IsNullableValue(source.Type);
            return new ValueFacts(TraitValueKind.Text, value.Type, default(Way).Then(canBeNull ? "?.Value" : ".Value")) { GivesNull = ValueTypes.SaysItCanBeNull(value.Type) };
        }

        if (ValueTypes.ValueOf(declared, static _ => false) is { } made && symbols.GeneratedTrees.ContainAll(made))
        {
            return ValueFacts.Faulty(source.Type, new Fault(
                FaultKind.MadeByGenerator, $"the Value of '{TypeText.ForMessage(declared)}'",
                $"put the attribute on a property of your own, such as '{ExposedValue.Of(member.Member)!.Declaration("public", TypeText.ForMessage(made.Type))}'"));
        }

        return ValueFacts.Faulty(source.Type, new Fault(wrongType));
    }
}
