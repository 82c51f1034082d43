namespace Vero.Typed.Analyzers.Rules;

/// <summary>The names of what a diagnostic tells its code fix.</summary>
internal static class DiagnosticProperties
{
    /// <summary>What to write instead of the text or name that is marked; absent when that is not known.</summary>
    public const string Replacement = "Replacement";
}
