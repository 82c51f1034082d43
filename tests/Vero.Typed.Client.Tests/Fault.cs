using Microsoft.Extensions.DependencyInjection;

namespace Vero.Typed.Client.Tests;

/// <summary>One way in which a call may go wrong, through the server, the caller or what is around them, and what has to come of it.</summary>
/// <param name="Row">The number of the kind of fault, 1 to <see cref="FaultMatrix.Rows"/>.</param>
/// <param name="Name">What happens.</param>
internal sealed record Fault(int Row, string Name)
{
    /// <summary>How the server answers, once the fault has begun.</summary>
    public Func<FaultScene, LoopbackServer.Response>? Respond { get; init; }

    /// <summary>What else is wrong before the call begins.</summary>
    public Action<FaultScene>? Prepare { get; init; }

    /// <summary>What the caller does, if it is not to send one request and wait.</summary>
    public Func<FaultScene, Task>? Call { get; init; }

    /// <summary>What happens when the server says nothing more (<see cref="FaultScene.Stalled"/>): time goes by if the call is overdue.</summary>
    public Action<FaultScene>? WhenSilent { get => field ?? (IsOverdue && !DripsByItself ? static scene => scene.PassTime() : null); init; }

    /// <summary>What happens in place of the wait for the next attempt, which otherwise is over at once.</summary>
    public Action<FaultScene>? WhenWaiting { get; init; }

    public bool IsNotListening { get; init; }

    /// <summary>Settings of the user's HttpClient without which the fault does not come up.</summary>
    public Action<FaultScene, IHttpClientBuilder>? Configure { get; init; }

    /// <summary>The clients that it can happen to.</summary>
    public IReadOnlyList<ClientKind> Kinds
    {
        get => field ?? (IsSecure || Configure is not null ? [ClientKind.Injected] : [ClientKind.Own, ClientKind.Injected]);
        init;
    }

    /// <summary>The host that the client looks for, if it is not this machine.</summary>
    public string? Host { get; init; }

    /// <summary>Whether the server speaks TLS, with a certificate of <see cref="TestCertificates.Authority"/>, which the client trusts.</summary>
    public bool IsSecure { get; init; }

    /// <summary>Whether a proxy is asked for the host.</summary>
    public bool IsProxied { get; init; }

    /// <summary>Whether the exception holds no other one.</summary>
    public bool HasNoInnerException { get; init; }

    /// <summary>Whether the body is as large as it may be.</summary>
    public bool IsLarge { get; init; }

    /// <summary>How many calls succeed before the fault begins.</summary>
    public int CallsBefore { get; init; }

    /// <summary>Whether the fault begins only when the server has closed the connections of the calls before.</summary>
    public bool IsClosedBefore { get; init; }

    /// <summary>What the call throws; null if it succeeds. <see cref="OperationCanceledException"/> stands for all that is derived from it.</summary>
    public Type? Exception { get; init; }

    public int? Status { get; init; }

    /// <summary>Part of the message.</summary>
    public string? Message { get; init; }

    /// <summary>How often the client tries.</summary>
    public int Attempts { get; init; } = 1;

    /// <summary>How many whole requests the server gets to see, if not as many as attempts.</summary>
    public int? Posts { get; init; }

    /// <summary>How long the client waits before its second attempt, because the answer says so.</summary>
    public TimeSpan? Wait { get; init; }

    /// <summary>Whether the call ends because its 30 seconds are over.</summary>
    public bool IsOverdue { get; init; }

    /// <summary>Whether the server moves the clock to the end itself.</summary>
    public bool DripsByItself { get; init; }

    /// <summary>Whether the same call may succeed later.</summary>
    public bool IsTransient { get => field || Attempts > 1 || IsOverdue; init; }

    /// <summary>What the next call throws, sending nothing, where it cannot succeed: the client was disposed.</summary>
    public Type? Next { get; init; }

    /// <summary>What else must hold after the call.</summary>
    public Func<FaultScene, Task>? Check { get; init; }

    /// <summary>All that the call may take, by the clock of the client: two waits of at most half a second and one second.</summary>
    public TimeSpan LongestTime => IsOverdue ? TimeSpan.FromSeconds(30) : Wait ?? TimeSpan.FromSeconds(Attempts switch { < 2 => 0, 2 => 0.5, _ => 1.5 });

    public override string ToString() => $"{Row} {Name}";
}
