using System.Globalization;
using Microsoft.CodeAnalysis;
using Vero.Typed.Analyzers.Model;
using Vero.Typed.Analyzers.Parsing.Values;
using Vero.Typed.Analyzers.Symbols;

namespace Vero.Typed.Analyzers.Parsing;

/// <summary>
/// The methods of the user that generated code calls. Each has a method of ours around it that says which one threw: what catches exceptions is not
/// inlined, and would slow down all that is around it.
/// </summary>
internal sealed class StepMethods(TypeReach reach, KnownSymbols symbols)
{
    private const string Argument = "__it";

    private readonly List<StepModel> _all = [];

    public IReadOnlyList<StepModel> All => _all;

    /// <summary>The result of a method that is called on a value.</summary>
    /// <param name="method">The method, which has no parameters.</param>
    /// <param name="receiver">The value. C# takes the method of its type.</param>
    /// <param name="canBeNull">Whether the value can be null: then so can the result.</param>
    /// <param name="member">The expression that names the member in messages.</param>
    public PathValue Call(IMethodSymbol method, PathValue receiver, bool canBeNull, string member)
    {
        ITypeSymbol result = canBeNull ? PathReader.NullableOf(method.ReturnType, symbols.Compilation) : method.ReturnType;
        string name = Add(method, receiver.Type, canBeNull, $"{Argument}.{CSharpText.Identifier(method.Name)}()", result);
        return new PathValue($"{name}(ref __json, {receiver.Access}, {member})", result);
    }

    /// <summary>What leads through a converter, and the type of its result.</summary>
    /// <param name="converter">The converter.</param>
    /// <param name="type">The type of what is converted, nullable where that can be null.</param>
    /// <param name="member">The expression that names the member in messages.</param>
    public (string Before, string After, ITypeSymbol Result) Convert(IMethodSymbol converter, ITypeSymbol type, string member)
    {
        bool canBeNull = !type.IsValueType || ValueTypes.IsNullableValue(type);
        bool takesNull = ConverterTable.TakesNull(converter);
        ITypeSymbol result = canBeNull && !takesNull ? PathReader.NullableOf(converter.ReturnType, symbols.Compilation) : converter.ReturnType;
        ITypeSymbol parameter = takesNull ? converter.Parameters[0].Type : type;

        // An overload that takes just this type must not be called instead: other source generators may add one.
        ITypeSymbol taken = converter.Parameters[0].Type;
        bool isWiderType = !takesNull && !SymbolEqualityComparer.Default.Equals(ValueTypes.WithoutNullable(taken), ValueTypes.WithoutNullable(type));
        string argument = isWiderType ? $"({Bound(taken)}){Argument}" : Argument;
        string call = $"{TypeText.Qualified(converter.ContainingType)}.{CSharpText.Identifier(converter.Name)}({argument})";
        return ($"{Add(converter, parameter, canBeNull && !takesNull, call, result)}(ref __json, ", $", {member})", result);
    }

    /// <summary>Whether an expression calls a method of the user.</summary>
    public static bool AreCalledIn(string access) => access.Contains(GeneratedNames.Step);

    /// <summary>How messages name a method.</summary>
    public static string NameOf(IMethodSymbol method) => $"{TypeText.ForMessage(method.ContainingType)}.{method.Name}";

    // With an argument of the type dynamic, the overload would be chosen at run time.
    private static string Bound(ITypeSymbol type) => type.TypeKind == TypeKind.Dynamic ? "object" : TypeText.Qualified(type);

    private string Add(IMethodSymbol method, ITypeSymbol parameter, bool canBeNull, string call, ITypeSymbol result)
    {
        string parameterType = Bound(parameter);
        string pattern = canBeNull ? "{ }" : "";
        StepModel? known = _all.Find(step => step.Call == call && step.ParameterType == parameterType && step.Pattern == pattern);
        if (known is null)
        {
            _all.Add(known = new StepModel
            {
                Name = GeneratedNames.Step + _all.Count.ToString(CultureInfo.InvariantCulture),
                ParameterType = parameterType,
                Pattern = pattern,
                ResultType = TypeText.Qualified(result),
                Call = call,
                MayBeIterator = result.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T,
                StepName = NameOf(method),
            });
        }

        return known.Name + reach.TypeArguments;
    }
}
