namespace Vero.Typed.Analyzers;

/// <summary>The names in generated code that others have to know: rules that look for calls, and the search for members in the way.</summary>
internal static class GeneratedNames
{
    public const string ToIdentifyRequest = nameof(ToIdentifyRequest);
    public const string WriteIdentifyRequest = nameof(WriteIdentifyRequest);
    public const string ToVeroIdentity = nameof(ToVeroIdentity);

    public const string ToTrackRequest = nameof(ToTrackRequest);
    public const string WriteTrackRequest = nameof(WriteTrackRequest);

    /// <summary>Whether it is the name of one of the methods that users call.</summary>
    public static bool IsMethod(string name) => name is ToIdentifyRequest or WriteIdentifyRequest or ToVeroIdentity or ToTrackRequest or WriteTrackRequest;

    /// <summary>How the name of every class with generated extension methods ends.</summary>
    public const string ExtensionClassSuffix = "VeroExtensions";

    /// <summary>The field with the size of the last body.</summary>
    public const string Size = "__veroSize";

    /// <summary>The method that writes the members.</summary>
    public const string Write = "__WriteVero";

    /// <summary>How the names of the methods begin that write values with parts; a number follows.</summary>
    public const string ValueMethod = "__Vero";

    /// <summary>Whether a member of this name is made beside the methods that users call.</summary>
    public static bool IsHelper(string name) => name is Size or Write
        || (name.Length > ValueMethod.Length
            && name.StartsWith(ValueMethod, StringComparison.Ordinal)
            && name.Skip(ValueMethod.Length).All(static c => c is >= '0' and <= '9'));
}
