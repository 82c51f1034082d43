using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Vero.Typed.Analyzers.Parsing.Values;
using Vero.Typed.Analyzers.Symbols;

namespace Vero.Typed.Analyzers.Parsing;

// From an attribute to the value that it sends.
internal sealed partial class TraitValues
{
    private const string InMethod = "__member";

    private string _itemText = InMethod;

    /// <summary>What an attribute sends; null when there is a <see cref="Fault"/>.</summary>
    /// <param name="member">What it is written on.</param>
    /// <param name="attribute">The attribute.</param>
    /// <param name="access">How the members of the annotated object are read.</param>
    public AnnotatedValue? Value(AnnotatedMember member, VeroAttribute attribute, MemberAccess access)
    {
        Fault = null;
        string? path = attribute.Text("From");
        string memberName = member.Member is IMethodSymbol ? member.Member.Name + "()" : member.Member.Name;
        string name = path is null ? memberName
            : member.IsOnType ? path
            : path.StartsWith("[", StringComparison.Ordinal) ? memberName + path
            : $"{memberName}.{path}";
        _memberText = access.IsPart ? InMethod : CSharpText.Literal(name);
        _itemText = attribute.Kind == VeroAttributeKind.Channel ? _memberText : InMethod;
        if (OptionFault(member, attribute) is { } option)
        {
            Fail(option);
            return null;
        }

        PathValue start = member.IsOnType ? new PathValue(access.Self, member.Type)
            : member.Member is IMethodSymbol method ? Call(method, new PathValue(access.Receiver(method), access.Type))
            : new PathValue(access.Read(member), member.Type);
        var value = new AnnotatedValue
        {
            Member = member,
            Attribute = attribute,
            Name = name,
            Access = start.Access,
            Type = start.Type,
            Constant = attribute.Argument("Value"),
            Converter = attribute.Text("Converter") is { } converter ? ConverterNamed(converter, attribute, member.AnnotatedIn) : null,
        };
        if (Fault is not null || path is null)
            return Fault is null ? value : null;
        return Along(path, start, value, access);
    }

    private AnnotatedValue? Along(string path, PathValue start, AnnotatedValue value, MemberAccess access)
    {
        if (FromPath.Parse(path, out TextSpan wrong) is not { } steps)
        {
            Fail(new ValueFault(ValueFaultKind.Path) { Path = new PathFault(wrong, "a path is made of names joined by dots, such as Address.City, Roles[].Name or GetTotal()", Suggestion: null) });
            return null;
        }

        var reader = new PathReader(_symbols, access.CanReadThrough, (method, receiver) => Call(method, receiver, IsItem(receiver.Access) ? _itemText : _memberText));
        if (reader.Read(steps, start, canBeNull: !value.Member.IsOnType && !start.Type.IsValueType || ValueTypes.IsNullableValue(start.Type)) is not { } target)
        {
            Fail(reader.Fault!.Reason.Length == 0 ? ValueFault.SaidElsewhere : new ValueFault(ValueFaultKind.Path) { Path = reader.Fault });
            return null;
        }

        return target.Item is { } item
            ? value with { Access = target.Value.Access, Type = _symbols.Compilation.CreateArrayTypeSymbol(item.Type), Projection = target }
            : value with { Access = target.Value.Access, Type = target.Value.Type };
    }

    private static bool IsItem(string access) => access.Contains(PathReader.ItemName) || access.Contains(PathReader.OuterItemName(0).TrimEnd('0'));

    private IMethodSymbol? ConverterNamed(string name, VeroAttribute attribute, INamedTypeSymbol annotatedIn)
    {
        List<IMethodSymbol> found = annotatedIn.GetMembers(name).OfType<IMethodSymbol>().Where(static method => ConverterTable.ReasonNotToConvert(method) is null).ToList();
        if (found.Count == 1 && _reach.CanRead(found[0]))
            return found[0];

        string problem = found.Count > 1 ? "has several converters of this name"
            : found.Count == 1 ? "has this method, but it is not accessible from generated code: make it internal, or the type partial"
            : annotatedIn.GetMembers(name).IsEmpty ? "has no method of this name"
            : "has no static method of this name with exactly one parameter and a result";
        Fail(new ValueFault(ValueFaultKind.Converter, name, $"'{TypeText.ForMessage(annotatedIn)}' {problem}") { Argument = "Converter" });
        return null;
    }

    private static ValueFault? OptionFault(AnnotatedMember member, VeroAttribute attribute)
    {
        TypedConstant? constant = attribute.Argument("Value");
        bool hasPath = attribute.Argument("From") is not null;
        if (member.IsOnType && constant is null && !hasPath)
            return Option(argument: null, "on a type an attribute needs From, or Value for a constant");
        if (constant is not null && !member.IsOnType)
            return Option("Value", "a constant is written on the type, and a member has a value of its own");
        if (constant is not null && hasPath)
            return Option("Value", "it has From as well, and only one of them can give the value");
        if (constant is { } given && !CanBeConstant(given))
            return Option("Value", "a constant is a string, a boolean, a number or a value of an enum");
        if (constant is not null && attribute.Data.ConstructorArguments.IsEmpty)
            return Option(argument: null, "a constant needs a key, such as [VeroTrait(\"kind\", Value = \"vendor\")]");
        if (constant is not null && attribute.Flag("Json"))
            return Option("Json", "it is for text that holds JSON, not for a constant");
        if (attribute.Text("Prefix") is { } prefix && PrefixFault(prefix) is { } wrong)
            return Option("Prefix", wrong);
        return member.Member is IMethodSymbol method && MethodFault(method) is { } reason ? Option(argument: null, reason) : null;
    }

    private static ValueFault Option(string? argument, string reason) => new(ValueFaultKind.Option, argument ?? "", reason) { Argument = argument };

    private static bool CanBeConstant(TypedConstant constant) => constant.Kind is TypedConstantKind.Primitive or TypedConstantKind.Enum && constant.Value switch
    {
        null => false,
        double number => !double.IsNaN(number) && !double.IsInfinity(number),
        float number => !float.IsNaN(number) && !float.IsInfinity(number),
        _ => constant.Kind == TypedConstantKind.Primitive || constant.Type is INamedTypeSymbol type && EnumName(type, constant.Value) is not null,
    };

    private static string? PrefixFault(string prefix)
    {
        const int Longest = 100;
        return prefix.Length == 0 ? "it is empty"
            : prefix.Length > Longest ? "it is longer than 100 characters"
            : char.IsWhiteSpace(prefix[0]) ? "an id must not begin with white space"
            : prefix.Any(char.IsControl) || prefix.Any(char.IsSurrogate) ? "it contains a control character or a surrogate"
            : null;
    }

    private static string? MethodFault(IMethodSymbol method) => method switch
    {
        { Parameters.IsEmpty: false } => "the method has parameters",
        { IsGenericMethod: true } => "the method is generic",
        { ReturnsVoid: true } => "the method returns nothing",
        { IsAsync: true } => "the method is asynchronous",
        { IsStatic: true } => "the method is static",
        _ => null,
    };
}
