namespace Vero.Typed.Sandbox.Http.Models;

/// <summary>A violation.</summary>
internal sealed record ViolationModel(string Path, string Message, string? Rule)
{
    public static ViolationModel Of(SandboxViolation violation) => new(violation.Path, violation.Message, violation.Rule);
}
