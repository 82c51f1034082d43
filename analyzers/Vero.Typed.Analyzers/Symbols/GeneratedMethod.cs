using Microsoft.CodeAnalysis;

namespace Vero.Typed.Analyzers.Symbols;

/// <summary>A method that users call: its signature, by which members in its place and methods to override are found.</summary>
/// <param name="Name">Its name.</param>
/// <param name="ReturnType">The name of the type that it returns; empty for none.</param>
/// <param name="Parameters">The names of the types of its parameters.</param>
internal sealed record GeneratedMethod(string Name, string ReturnType, params string[] Parameters)
{
    public const string Buffer = "IBufferWriter";
    public const string Identity = "VeroIdentity";
    public const string IdentifyRequest = nameof(IdentifyRequest);
    public const string TrackRequest = nameof(TrackRequest);

    /// <summary>Those of a user.</summary>
    public static readonly IReadOnlyList<GeneratedMethod> OfUsers =
    [
        new(GeneratedNames.ToIdentifyRequest, IdentifyRequest),
        new(GeneratedNames.WriteIdentifyRequest, "", Buffer),
        new(GeneratedNames.ToVeroIdentity, Identity),
    ];

    /// <summary>Those of every event.</summary>
    public static readonly IReadOnlyList<GeneratedMethod> OfEvents =
    [
        new(GeneratedNames.ToTrackRequest, TrackRequest, Identity),
        new(GeneratedNames.WriteTrackRequest, "", Buffer, Identity),
    ];

    /// <summary>Those of an event that says which user it belongs to.</summary>
    public static readonly IReadOnlyList<GeneratedMethod> OfUserEvents =
    [
        new(GeneratedNames.ToTrackRequest, TrackRequest),
        new(GeneratedNames.WriteTrackRequest, "", Buffer),
    ];

    /// <summary>What tells it from the others of its name.</summary>
    public string Key => KeyOf(Name, Parameters.Length);

    public static string KeyOf(string name, int parameters) => $"{name}/{parameters.ToString(System.Globalization.CultureInfo.InvariantCulture)}";

    /// <summary>Whether a member leaves no place for it: it is no method, it has the same signature, or a call of the generated method would be one of it.</summary>
    /// <param name="receiver">Of a method of a map: the type of its first parameter.</param>
    public bool HasPlaceTakenBy(ISymbol member, MethodPlace place, ITypeSymbol receiver, KnownSymbols symbols)
    {
        if (member is not IMethodSymbol method)
            return true;
        return place switch
        {
            MethodPlace.Map => method.Parameters is [{ RefKind: RefKind.None } first, ..] && SymbolEqualityComparer.Default.Equals(first.Type, receiver) && HasParametersOf(method, skipped: 1),
            MethodPlace.Member => HasParametersOf(method, skipped: 0) || IsCallOf(method, symbols, onlyForClassesOfArguments: true),

            // Where a method of the type can be called, the compiler does not look at those of its bases, and an override is one of the base.
            MethodPlace.Override => HasParametersOf(method, skipped: 0) || (method is { IsStatic: false, IsOverride: false } && IsCallOf(method, symbols)),
            MethodPlace.Extension => IsCallOf(method, symbols),
            _ => throw new ArgumentOutOfRangeException(nameof(place)),
        };
    }

    /// <summary>Whether a method is one that it overrides, if that can be overridden.</summary>
    public bool HasSignatureOf(IMethodSymbol method) =>
        !method.IsStatic && HasParametersOf(method, skipped: 0)
        && (method.ReturnsVoid ? ReturnType.Length == 0 : method.ReturnType.Name == ReturnType);

    private bool HasParametersOf(IMethodSymbol method, int skipped)
    {
        if (method.IsGenericMethod || method.Parameters.Length != Parameters.Length + skipped)
            return false;
        for (int i = 0; i < Parameters.Length; i++)
        {
            IParameterSymbol parameter = method.Parameters[i + skipped];
            bool fits = parameter.RefKind == RefKind.None && parameter.Type.Name == Parameters[i]
                && (Parameters[i] != Buffer || parameter.Type is INamedTypeSymbol { TypeArguments: [{ SpecialType: SpecialType.System_Byte }] });
            if (!fits)
                return false;
        }

        return true;
    }

    /// <param name="onlyForClassesOfArguments">
    /// Whether only a type parameter counts that stands for the class of an argument: beside the generated method, whose parameter is the interface, it fits better.
    /// </param>
    private bool IsCallOf(IMethodSymbol method, KnownSymbols symbols, bool onlyForClassesOfArguments = false)
    {
        var arguments = new List<ITypeSymbol>();
        foreach (string parameter in Parameters)
        {
            if ((parameter == Buffer ? symbols.BufferWriter : symbols.Identity) is not { } argument)
                return false;
            arguments.Add(argument);
        }

        return (!onlyForClassesOfArguments || arguments.Zip(method.Parameters, static (argument, parameter) => argument.TypeKind == TypeKind.Interface && parameter.Type is ITypeParameterSymbol).Any(static fits => fits))
            && MethodCall.IsApplicable(method, arguments, symbols.Compilation);
    }
}

/// <summary>Where a generated method stands, which decides whether C# prefers a method that users wrote.</summary>
internal enum MethodPlace
{
    /// <summary>Beside the type: every method of the type that can be called is preferred to it.</summary>
    Extension,

    /// <summary>In the type.</summary>
    Member,

    /// <summary>In the type, as an override of a method of a base.</summary>
    Override,

    /// <summary>In a map, with the value as its first parameter.</summary>
    Map,
}
