using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Vero.Typed.Analyzers.Parsing.Values;
using Vero.Typed.Analyzers.Symbols;

namespace Vero.Typed.Analyzers.Parsing;

/// <summary>From an attribute to the value that it sends: a member, a method, a path, a constant. What that means is the business of the parsers.</summary>
internal sealed class SourceReader(TypeReach reach, StepMethods steps, KnownSymbols symbols)
{
    /// <summary>What an attribute sends, or why that cannot be.</summary>
    public (SourceFacts Source, Fault? Fault) Read(AnnotatedMember member, MemberScope scope)
    {
        VeroAttribute attribute = member.Attributes[0];
        string? path = attribute.Text("From");
        string memberName = member.Member is IMethodSymbol ? member.Name + "()" : member.Name;
        string name = path is null ? memberName
            : member.IsOnType ? path
            : path.StartsWith("[", StringComparison.Ordinal) ? memberName + path
            : $"{memberName}.{path}";
        var nothing = new SourceFacts(name, "", member.Type);
        if (OptionFault(member, attribute) is { } option)
            return (nothing, option);

        IMethodSymbol? converter = null;
        if (attribute.Text("Converter") is { } converterName)
        {
            (converter, Fault? fault) = ConverterNamed(converterName, member.AnnotatedIn);
            if (fault is not null)
                return (nothing, fault);
        }

        string memberText = scope.TextFor(name);
        PathValue start = member.IsOnType ? scope.Access.Object
            : member.Member is IMethodSymbol method ? steps.Call(method, scope.Access.Receiver(method), canBeNull: false, memberText)
            : new PathValue(scope.Access.Read(member), member.Type);
        var source = new SourceFacts(name, start.Access, start.Type) { Constant = attribute.Named("Value"), Converter = converter };
        return path is null ? (source, null) : Along(path, start, source, member, attribute, scope.Access, memberText);
    }

    private (SourceFacts Source, Fault? Fault) Along(
        string path, PathValue start, SourceFacts source, AnnotatedMember member, VeroAttribute attribute, MemberAccess access, string memberText)
    {
        if (FromPath.Parse(path, out TextSpan wrong) is not { } pathSteps)
        {
            var fault = new PathFault(wrong, "a path consists of names joined by dots, such as Address.City, Roles[].Name or GetTotal()", Suggestion: null);
            return (source, new Fault(FaultKind.Path) { WrongStep = fault });
        }

        // Channels of a user are written where the member is known; all other items in a method that gets its name as an argument.
        string itemText = attribute.Kind == VeroAttributeKind.Channel ? memberText : GeneratedNames.MemberParameter;
        Func<string, string> textAt = read => PathReader.IsOfItem(read) ? itemText : memberText;
        var reader = new PathReader(symbols, access.CanRead, (method, receiver, canBeNull) => steps.Call(method, receiver, canBeNull, textAt(receiver.Access)), textAt);
        bool canBeNull = !member.IsOnType && (!start.Type.IsValueType || ValueTypes.IsNullableValue(start.Type));
        if (reader.Read(pathSteps, start, canBeNull) is not { } target)
            return (source, reader.Fault is { Reason.Length: > 0 } fault ? new Fault(FaultKind.Path) { WrongStep = fault, DependsOnAccess = fault.DependsOnAccess } : Fault.SaidElsewhere);

        return target.Item is { } item
            ? (source with { Read = target.Value.Access, Type = symbols.Compilation.CreateArrayTypeSymbol(item.Type), Declared = target.Value.Type, Projection = target }, null)
            : (source with { Read = target.Value.Access, Type = target.Value.Type, Declared = target.Value.Type }, null);
    }

    private (IMethodSymbol? Converter, Fault? Fault) ConverterNamed(string name, INamedTypeSymbol annotatedIn)
    {
        ILookup<bool, ISymbol> named = annotatedIn.GetMembers(name).ToLookup(symbols.GeneratedTrees.ContainAll);
        List<IMethodSymbol> found = ConvertersAmong(named[false]);
        if (found.Count == 1 && reach.CanRead(found[0]))
            return (found[0], null);
        if (found.Count == 0 && ConvertersAmong(named[true]).Count > 0)
            return (null, new Fault(FaultKind.MadeByGenerator, $"the method '{name}'", "write the converter yourself; it may call that method") { NamedArgument = "Converter" });

        string problem = found.Count > 1 ? "has several converters of this name"
            : found.Count == 1 ? "has this method, but it is not accessible from generated code: make it internal, or the type partial"
            : !named[false].Any() ? "has no method of this name" + PathReader.ExceptGenerated(annotatedIn, symbols)
            : "has no static method of this name with exactly one parameter and a result";
        return (null, new Fault(FaultKind.Converter, $"'{name}'", $"'{TypeText.ForMessage(annotatedIn)}' {problem}") { NamedArgument = "Converter", DependsOnAccess = found.Count == 1 });
    }

    private static List<IMethodSymbol> ConvertersAmong(IEnumerable<ISymbol> members) =>
        members.OfType<IMethodSymbol>().Where(static method => ConverterTable.ReasonNotToConvert(method) is null).ToList();

    private static Fault? OptionFault(AnnotatedMember member, VeroAttribute attribute)
    {
        TypedConstant? constant = attribute.Named("Value");
        bool hasPath = attribute.Named("From") is not null;
        if (member.IsOnType && constant is null && !hasPath)
            return Fault.Option(argument: null, "on a type an attribute needs From, or Value for a constant");
        if (constant is not null && !member.IsOnType)
            return Fault.Option("Value", "a constant is written on the type; a member has a value of its own");
        if (constant is not null && hasPath)
            return Fault.Option("Value", "the attribute also has From, and only one of them can give the value");
        if (constant is { } given && ConstantText.Of(given) is null)
        {
            return Fault.Option("Value", given is { Kind: TypedConstantKind.Enum, Type: { } type }
                ? $"'{TypeText.ForMessage(type)}' has no name for {ConstantText.Number(given)}"
                : "a constant is a string, a boolean, a number or a value of an enum");
        }

        if (constant is not null && attribute.ArgumentCount == 0)
            return Fault.Option(argument: null, "a constant needs a key, such as [VeroTrait(\"kind\", Value = \"vendor\")]");
        if (constant is not null && attribute.Flag("Json"))
            return Fault.Option("Json", "it is for text that holds JSON, not for a constant");
        if (constant is not null && attribute.Flag("WriteDefault"))
            return Fault.Option("WriteDefault", "it is for a date that was never set, and not for a constant");
        if (constant is not null && attribute.Flag("WriteNull"))
            return Fault.Option("WriteNull", "a constant is never null");
        if (constant is not null && attribute.Text("Converter") is not null)
            return Fault.Option("Converter", "a constant is not converted");
        if (attribute.Text("Prefix") is { } prefix && PrefixProblem(prefix) is { } wrong)
            return Fault.Option("Prefix", wrong);
        return member.Member is IMethodSymbol method && MethodProblem(method) is { } reason ? Fault.Option(argument: null, reason) : null;
    }

    private static string? PrefixProblem(string prefix)
    {
        const int Longest = 100;
        return prefix.Length == 0 ? "it is empty"
            : prefix.Length > Longest ? "it is longer than 100 characters"
            : char.IsWhiteSpace(prefix[0]) ? "an id must not begin with white space"
            : prefix.Any(char.IsSurrogate) ? "it contains a surrogate"
            : VeroContract.CheckId(prefix + "1", allowDefault: true) == IdFault.InvisibleCharacter ? "it contains an invisible character"
            : null;
    }

    private static string? MethodProblem(IMethodSymbol method) => method switch
    {
        { Parameters.IsEmpty: false } => "the method has parameters",
        { IsGenericMethod: true } => "the method is generic",
        { ReturnsVoid: true } => "the method returns nothing",
        { IsAsync: true } => "the method is asynchronous",
        _ => null,
    };
}
