namespace Vero.Typed.Sandbox;

/// <summary>One difference between a plan and what has arrived.</summary>
/// <param name="What">The path of a user's key such as <c>data.plan</c>, or the event with its path, such as <c>event "Placed order" data.total</c>.</param>
/// <param name="Detail">The shapes; empty for an event itself.</param>
public sealed record SandboxPlanDifference(string What, string Detail);
