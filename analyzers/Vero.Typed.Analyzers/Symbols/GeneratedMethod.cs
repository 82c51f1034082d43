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

    /// <summary>Whether a member leaves no place for it: it is no method, or a call of the generated method would be one of it.</summary>
    public bool HasPlaceTakenBy(ISymbol member)
    {
        if (member is not IMethodSymbol method)
            return true;
        int required = method.Parameters.Count(static p => !p.IsOptional && !p.IsParams);
        return !method.IsGenericMethod && required <= Parameters.Length && Fit(method);
    }

    /// <summary>Whether a method is one that it overrides, if that can be overridden.</summary>
    public bool HasSignatureOf(IMethodSymbol method) =>
        !method.IsGenericMethod && !method.IsStatic && method.Parameters.Length == Parameters.Length && Fit(method)
        && method.Parameters.All(static parameter => parameter.RefKind == RefKind.None)
        && (method.ReturnsVoid ? ReturnType.Length == 0 : method.ReturnType.Name == ReturnType);

    private bool Fit(IMethodSymbol method)
    {
        if (method.Parameters.Length < Parameters.Length)
            return false;
        for (int i = 0; i < Parameters.Length; i++)
        {
            ITypeSymbol type = method.Parameters[i].Type;
            bool fits = type.Name == Parameters[i] && (Parameters[i] != Buffer || type is INamedTypeSymbol { TypeArguments: [{ SpecialType: SpecialType.System_Byte }] });
            if (!fits)
                return false;
        }

        return true;
    }
}
