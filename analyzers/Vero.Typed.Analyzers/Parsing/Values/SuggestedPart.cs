using Microsoft.CodeAnalysis;
using Vero.Typed.Analyzers.Symbols;

namespace Vero.Typed.Analyzers.Parsing.Values;

/// <summary>What is evidently meant to be sent of a type that cannot be sent itself: the <c>Id</c> of an <c>AccountId</c>, the <c>Name</c> of a smart enum.</summary>
/// <param name="Holder">The type that has the part, not nullable.</param>
/// <param name="Part">The step that leads to it from there, such as <c>Id</c> or <c>ToDateTimeOffset()</c>.</param>
/// <param name="Type">The type of the part.</param>
/// <param name="Path">The whole path from where the attribute is written.</param>
/// <param name="Attribute">The attribute with the path, as a message shows it.</param>
internal sealed record SuggestedPart(ITypeSymbol Holder, string Part, ITypeSymbol Type, string Path, string Attribute)
{
    private static readonly string[] OfIds = ["Value", "Id"];
    private static readonly string[] OfEmails = ["Value", "Address", "Email"];
    private static readonly string[] OfTraits = ["Value"];
    private static readonly string[] OfSmartEnums = ["Name", "DisplayName"];

    /// <summary>Null where no part is, or several might be.</summary>
    /// <param name="member">The member with the attribute.</param>
    /// <param name="type">The type of what is read, at the end of the path that the attribute has.</param>
    /// <param name="symbols">Of the same compilation.</param>
    public static SuggestedPart? Of(AnnotatedMember member, ITypeSymbol type, KnownSymbols symbols)
    {
        VeroAttribute attribute = member.Attributes[0];
        if (attribute.Kind is not (VeroAttributeKind.Id or VeroAttributeKind.Email or VeroAttributeKind.Trait) || attribute.Named("Converter") is not null)
            return null;

        // Of a path that projects, the type is an array of what it leads to.
        string path = attribute.Text("From") ?? "";
        ITypeSymbol holder = type;
        if (attribute.Kind == VeroAttributeKind.Trait && ValueTypes.ItemOf(ValueTypes.WithoutNullable(type)) is { } item)
        {
            path += path.Contains("[]") ? "" : "[]";
            holder = item;
        }

        if (PartOf(holder, attribute.Kind, symbols) is not var (part, partType))
            return null;
        path = path.Length == 0 ? part : $"{path}.{part}";
        string key = attribute.Kind == VeroAttributeKind.Trait && member.KeyOf(attribute) is { } name ? CSharpText.Literal(name) + ", " : "";
        return new SuggestedPart(ValueTypes.WithoutNullable(holder), part, partType, path, $"[{attribute.Name}({key}From = \"{path}\")]");
    }

    private static (string Part, ITypeSymbol Type)? PartOf(ITypeSymbol type, VeroAttributeKind kind, KnownSymbols symbols)
    {
        if (ValueTypes.WithoutNullable(type) is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct, IsTupleType: false } holder || ValueTypes.IsOfFramework(holder))
            return null;
        if (kind == VeroAttributeKind.Trait && TypeAdvice.Conversion(holder) is { } conversion)
            return (conversion.Name + "()", conversion.ReturnType);

        // A field is never evidently meant, but may be meant as well as a property.
        List<ISymbol> all = ValueTypes.MembersOf(holder).Where(member => symbols.IsInThisCompilation(member) || CanBeRead(member, symbols)).ToList();
        List<ISymbol> fitting = all.FindAll(member => CanBeRead(member, symbols) && Fits(AnnotatedMember.TypeOf(member), kind, symbols));
        bool isSmartEnum = all.Exists(ValueTypes.IsNameOf) && all.Exists(static member => member.Name == "Value");
        string[] names = kind switch
        {
            VeroAttributeKind.Id => OfIds,
            VeroAttributeKind.Email => OfEmails,
            _ => isSmartEnum ? OfSmartEnums : OfTraits,
        };
        foreach (string name in names)
        {
            if (fitting.FindAll(member => member.Name == name) is [IPropertySymbol named])
                return (named.Name, named.Type);
        }

        // Where the part that is meant by its name cannot be sent, the only one that can is another datum. And nothing that looks secret is meant.
        return fitting is [IPropertySymbol only] && !all.Exists(member => names.Contains(member.Name)) && !SecretNames.Contain(only.Name) ? (only.Name, only.Type) : null;
    }

    private static bool CanBeRead(ISymbol member, KnownSymbols symbols) =>
        member is IFieldSymbol or IPropertySymbol { IsIndexer: false, GetMethod: not null }
        && symbols.Compilation.IsSymbolAccessibleWithin(member is IPropertySymbol property ? property.GetMethod! : member, symbols.Compilation.Assembly)
        && !symbols.GeneratedTrees.ContainAll(member) && !ValueTypes.IsObsoleteError(member);

    private static bool Fits(ITypeSymbol type, VeroAttributeKind kind, KnownSymbols symbols) => kind switch
    {
        VeroAttributeKind.Id => ValueTypes.CanBeId(ValueIn(type, symbols) ?? type),
        VeroAttributeKind.Email => ValueTypes.IsMailAddress(type) || ValueTypes.IsString(ValueIn(type, symbols) ?? type),
        _ => CanBeTrait(type, symbols),
    };

    // A value object can hold another one.
    private static bool CanBeTrait(ITypeSymbol type, KnownSymbols symbols)
    {
        var seen = new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default);
        for (ITypeSymbol? held = type; held is not null && seen.Add(held); held = ValueIn(held, symbols))
        {
            if (FrameworkTypes.KindOf(held, symbols) is not null || FrameworkTypes.FindWritable(held, symbols) is not null)
            {
                // A flag says something about a value, and is not the value.
                return ValueTypes.WithoutNullable(held).SpecialType != SpecialType.System_Boolean;
            }
        }

        return false;
    }

    private static ITypeSymbol? ValueIn(ITypeSymbol type, KnownSymbols symbols) =>
        ValueTypes.ValueOf(ValueTypes.WithoutNullable(type), symbols.GeneratedTrees.ContainAll) is { } value && !ValueTypes.IsObsoleteError(value) ? value.Type : null;
}
