namespace Vero.Typed.Sandbox;

/// <summary>A failure that the sandbox is asked for, with <see cref="VeroSandbox.Inject"/>.</summary>
public sealed class SandboxFault
{
    /// <summary>The only operation that fails, or null for all of them.</summary>
    public VeroOperation? Operation { get; init; }

    /// <summary>The only user whose requests fail, or null for all of them.</summary>
    public string? UserId { get; init; }

    /// <summary>How many requests fail, or null for all of them until <see cref="VeroSandbox.ClearFaults"/>.</summary>
    public int? Times { get; init; }

    /// <summary>The share of requests that fail, from 0 to 1. <see cref="Times"/> counts those that do.</summary>
    public double Rate { get; init; } = 1;

    /// <summary>How long the response is delayed.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>The status of the response, or null for the one that the request deserves, which is then stored.</summary>
    public int? Status { get; init; }

    /// <summary>The header <c>Retry-After</c> of a response with <see cref="Status"/>, or null for none.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Closes the connection instead of responding. Nothing is stored but the request, with the status 0.</summary>
    public bool Reset { get; init; }
}
