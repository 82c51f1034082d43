namespace Vero.Typed.Analyzers.Model;

/// <summary>Methods that only say why a type cannot be sent, so that a call of them does not compile and says the reason.</summary>
internal sealed record StubModel
{
    public required TargetModel Target { get; init; }

    /// <summary>The id of the rule and its message, in one line.</summary>
    public required string Reason { get; init; }

    public required EquatableArray<StubMethodModel> Methods { get; init; }

    /// <summary>Whether a base may have methods that would be called instead.</summary>
    public required bool IsHiding { get; init; }

    /// <summary>The types of the library that values of the type convert to, for calls that take its interface.</summary>
    public required EquatableArray<string> Conversions { get; init; }
}

/// <param name="ReturnType">The name of the type of the library that it returns; empty for none.</param>
/// <param name="Name">Its name.</param>
/// <param name="TakesWriter">Whether its first parameter is a buffer.</param>
/// <param name="TakesUser">Whether its last parameter is an identity.</param>
internal sealed record StubMethodModel(string ReturnType, string Name, bool TakesWriter, bool TakesUser);
