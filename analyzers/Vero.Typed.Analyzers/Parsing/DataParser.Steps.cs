using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Vero.Typed.Analyzers.Model;
using Vero.Typed.Analyzers.Parsing.Values;
using Vero.Typed.Analyzers.Symbols;

namespace Vero.Typed.Analyzers.Parsing;

// Methods of the user: converters, and those that are members or steps of a path. Each has a method of ours around it that says which one threw.
internal sealed partial class TraitValues
{
    private IMethodSymbol? _memberConverter;
    private bool _isConverterUsed;
    private string _memberText = "";

    /// <summary>The result of a method that is called on a value.</summary>
    public PathValue Call(IMethodSymbol method, PathValue receiver) => Call(method, receiver, _memberText);

    /// <inheritdoc cref="Call(IMethodSymbol, PathValue)"/>
    /// <param name="method">The method.</param>
    /// <param name="receiver">The value.</param>
    /// <param name="member">The expression for the member, for the message.</param>
    public PathValue Call(IMethodSymbol method, PathValue receiver, string member)
    {
        bool canBeNull = !IsSelf(receiver.Access) && (!receiver.Type.IsValueType || ValueTypes.IsNullableValue(receiver.Type));
        ITypeSymbol result = canBeNull ? PathReader.NullableOf(method.ReturnType, _symbols.Compilation) : method.ReturnType;
        string name = StepFor(method, receiver.Type, canBeNull, $"__it.{CSharpText.Identifier(method.Name)}()", result);
        return new PathValue($"{name}{_reach.TypeArguments}(ref __json, {receiver.Access}, {member})", result);
    }

    /// <summary>The value behind a converter, if there is one for its type.</summary>
    public PathValue? Converted(AnnotatedValue value)
    {
        Fault = null;
        _memberText = CSharpText.Literal(value.Name);
        IMethodSymbol? converter = value.Converter is { } own ? Fits(own, value.Type) ? own : null : ConverterOf(value.Type);
        if (value.Converter is not null && converter is null)
            Fail(DoesNotTake(value));
        if (converter is null)
            return null;
        (string before, string after, ITypeSymbol result) = Convert(converter, value.Type);
        return new PathValue(before + value.Access + after, result);
    }

    private bool IsSelf(string access) => access == _reach.Self;

    private IMethodSymbol? ConverterOf(ITypeSymbol type)
    {
        if (_memberConverter is { } own && Fits(own, type))
        {
            _isConverterUsed = true;
            return own;
        }

        IReadOnlyList<IMethodSymbol> found = _symbols.Converters.Of(type, _type);
        if (found.Count > 1)
        {
            Fail(new ValueFault(
                ValueFaultKind.Converter, TypeText.ForMessage(ValueTypes.WithoutNullable(type)),
                $"several converters take it: {string.Join(", ", found.Select(StepName))}"));
        }

        return found.Count == 1 && _reach.CanRead(found[0]) ? found[0] : null;
    }

    private bool Fits(IMethodSymbol converter, ITypeSymbol type)
    {
        ITypeSymbol parameter = ValueTypes.WithoutNullable(converter.Parameters[0].Type);
        ITypeSymbol value = ValueTypes.WithoutNullable(type);
        if (SymbolEqualityComparer.Default.Equals(parameter, value))
            return true;
        Conversion conversion = ((CSharpCompilation)_symbols.Compilation).ClassifyConversion(value, parameter);
        return conversion is { IsImplicit: true, IsReference: true };
    }

    /// <summary>What stands around an expression that is converted, and the type of the result.</summary>
    private (string Before, string After, ITypeSymbol Result) Convert(IMethodSymbol converter, ITypeSymbol type)
    {
        bool canBeNull = !type.IsValueType || ValueTypes.IsNullableValue(type);
        bool takesNull = ConverterTable.TakesNull(converter);
        ITypeSymbol result = canBeNull && !takesNull ? PathReader.NullableOf(converter.ReturnType, _symbols.Compilation) : converter.ReturnType;
        ITypeSymbol parameter = takesNull ? converter.Parameters[0].Type : type;
        string call = $"{TypeText.Qualified(converter.ContainingType)}.{CSharpText.Identifier(converter.Name)}(__it)";
        string name = StepFor(converter, parameter, canBeNull && !takesNull, call, result);
        return ($"{name}{_reach.TypeArguments}(ref __json, ", $", {_memberText})", result);
    }

    private string StepFor(IMethodSymbol method, ITypeSymbol parameter, bool canBeNull, string call, ITypeSymbol result)
    {
        string parameterType = TypeText.Qualified(parameter);
        int known = _methods.FindIndex(step => step is { Kind: ValueMethodKind.Step } && step.Call == call && step.ParameterType == parameterType && step.Pattern.Length > 0 == canBeNull);
        if (known >= 0)
            return MethodName(known);

        _methods.Add(Method(ValueMethodKind.Step, parameter, []) with
        {
            Name = MethodName(_methods.Count),
            ParameterType = parameterType,
            Pattern = canBeNull ? "{ }" : "",
            Call = call,
            ResultType = TypeText.Qualified(result),
            StepName = StepName(method),
        });
        return MethodName(_methods.Count - 1);
    }

    private static string StepName(IMethodSymbol method) => $"{TypeText.ForMessage(method.ContainingType)}.{method.Name}";

    private static ValueFault DoesNotTake(AnnotatedValue value) => new(
        ValueFaultKind.Converter, TypeText.ForMessage(value.Type), $"'{value.Converter!.Name}' takes '{TypeText.ForMessage(value.Converter.Parameters[0].Type)}'");

    // What its methods write depends on the converter, so they are not shared with other members.
    private TraitModel? WithConverterOf(AnnotatedValue value, Func<TraitModel?> make)
    {
        if (value.Converter is not { } converter)
            return make();

        Dictionary<ISymbol, int> known = _known;
        _known = new Dictionary<ISymbol, int>(SymbolEqualityComparer.Default);
        _memberConverter = converter;
        _isConverterUsed = false;
        TraitModel? model = make();
        _memberConverter = null;
        _known = known;
        if (!_isConverterUsed && Fault?.Kind != ValueFaultKind.SaidElsewhere)
        {
            Fail(DoesNotTake(value));
            return null;
        }

        return model;
    }

    private static TraitModel? Constant(AnnotatedValue value, TypedConstant constant, string keyJson)
    {
        // A floating-point number is formatted as all others are.
        if (constant.Value is double or float)
        {
            return Scalar(value.Name, constant.ToCSharpString() + (constant.Value is float ? "F" : "D"), keyJson, TraitValueKind.FloatingPoint);
        }

        string? json = constant switch
        {
            { Kind: TypedConstantKind.Enum, Type: INamedTypeSymbol type } => EnumName(type, constant.Value!),
            { Value: string text } => $"\"{JsonText.Escape(text)}\"",
            { Value: char character } => $"\"{JsonText.Escape(character.ToString())}\"",
            { Value: bool yes } => yes ? "true" : "false",
            { Value: IFormattable number } => number.ToString(null, CultureInfo.InvariantCulture),
            _ => null,
        };
        return json is null ? null : Scalar(value.Name, "", keyJson, TraitValueKind.Constant) with { LeadingJson = keyJson + json };
    }

    private static string? EnumName(INamedTypeSymbol type, object number)
    {
        foreach (IFieldSymbol field in type.GetMembers().OfType<IFieldSymbol>())
        {
            if (field.HasConstantValue && Equals(field.ConstantValue, number))
                return $"\"{JsonText.Escape(ValueTypes.SentName(field))}\"";
        }

        return null;
    }

    private TraitModel? HoldingJson(AnnotatedValue value, string keyJson, bool writesNull)
    {
        PathValue text = Converted(value) ?? new PathValue(value.Access, value.Type);
        if (Fault is not null)
            return null;
        return Scalar(value.Name, text.Access, keyJson, TraitValueKind.JsonText) with { NullJson = writesNull ? keyJson + "null" : null };
    }

    private TraitModel? Projected(AnnotatedValue value, PathTarget projection, string keyJson, bool writesNull)
    {
        ITypeSymbol collection = projection.Value.Type;
        string method = "";
        TraitModel? item = WithConverterOf(value, () =>
        {
            TraitModel? made = null;
            method = AddMethod(() =>
            {
                made = Model("", projection.Item!.Access, ",", writesNull: true, projection.Item.Type, within: null);
                return made is null ? null : WithParameter(Method(ValueMethodKind.Array, ValueTypes.WithoutNullable(collection), [made]), collection) with { Loops = LoopsOf(projection) };
            });
            return made;
        });
        if (item is null)
            return null;

        bool mayBeNothing = !collection.IsValueType || ValueTypes.IsNullableValue(collection) || ValueTypes.MayBeUnset(collection);
        return Scalar(value.Name, projection.Value.Access, keyJson, TraitValueKind.Method) with
        {
            Method = method,
            NullJson = writesNull && mayBeNothing ? keyJson + "null" : null,
        };
    }

    /// <summary>The collections of a path below its first one.</summary>
    public static EquatableArray<LoopModel> LoopsOf(PathTarget projection) => new(projection.Loops.Select(LoopOf));

    /// <summary>One collection of a path.</summary>
    public static LoopModel LoopOf(PathValue collection)
    {
        ITypeSymbol type = ValueTypes.WithoutNullable(collection.Type);
        return new LoopModel(collection.Access, PatternOf(type), ValueTypes.EnumerableCast(type));
    }

    /// <summary>The key of an entry as text; null where it cannot be.</summary>
    private string? KeyAccess(ITypeSymbol key)
    {
        const string Key = "__entry.Key";
        if (ConverterOf(key) is { } converter)
        {
            (string before, string after, ITypeSymbol result) = Convert(converter, key);
            string converted = before + Key + after;
            ITypeSymbol text = ValueTypes.WithoutNullable(result);
            string conditional = ValueTypes.IsNullableValue(result) ? "?" : "";
            return ValueTypes.IsString(text) ? converted
                : ValueTypes.IsInteger(text) ? $"{converted}{conditional}.ToString(global::System.Globalization.CultureInfo.InvariantCulture)"
                : ValueTypes.IsGuid(text) ? $"{converted}{conditional}.ToString()"
                : null;
        }

        if (Fault is not null)
            return null;
        if (ValueTypes.IsString(key))
            return Key;
        if (key.TypeKind != TypeKind.Enum || ValueTypes.TraitKindOf(key, _symbols) != TraitValueKind.Enum || ValueTypes.HasAmbiguousNames(key))
            return null;

        string cast = ValueTypes.EnumCast(key, _symbols);
        IEnumerable<string> arms = ValueTypes.EnumNames(key, byNumber: cast.Length > 0).Select(static value => $"{value.Pattern} => {CSharpText.Literal(value.Name)}, ");
        return $"({cast}{Key}) switch {{ {string.Concat(arms)}_ => throw __json.UndefinedEnumValue({_memberText}) }}";
    }
}
