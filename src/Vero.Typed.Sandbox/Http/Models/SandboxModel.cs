namespace Vero.Typed.Sandbox.Http.Models;

/// <summary>What the sandbox can show.</summary>
internal sealed record SandboxModel(bool HasPlan);
