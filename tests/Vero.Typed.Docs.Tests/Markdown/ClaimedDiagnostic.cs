namespace Vero.Typed.Docs.Tests.Markdown;

/// <param name="Line">In the block, from 1.</param>
/// <param name="Id">Such as VERO001 or CS8618.</param>
internal sealed record ClaimedDiagnostic(int Line, string Id)
{
    public override string ToString() => $"line {Line}: {Id}";
}
