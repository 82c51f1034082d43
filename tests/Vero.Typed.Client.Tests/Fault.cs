using Microsoft.Extensions.DependencyInjection;

namespace Vero.Typed.Client.Tests;

/// <summary>One way in which a call may go wrong, and what has to come of it.</summary>
/// <param name="Row">The number of the kind of fault; <see cref="FaultMatrixTests"/> lists what each is tested by.</param>
/// <param name="Name">What happens.</param>
internal sealed record Fault(int Row, string Name)
{
    /// <summary>How the server answers, once the fault has begun.</summary>
    public Func<FaultScene, LoopbackServer.Response>? Respond { get; init; }

    /// <summary>What else is wrong with the server.</summary>
    public Action<FaultScene>? Prepare { get; init; }

    public bool IsNotListening { get; init; }

    /// <summary>Settings of the user's HttpClient without which the fault does not come up.</summary>
    public Action<FaultScene, IHttpClientBuilder>? Configure { get; init; }

    /// <summary>The host that the client looks for, if it is not this machine.</summary>
    public string? Host { get; init; }

    /// <summary>Whether the server speaks TLS, with a certificate of <see cref="TestCertificates.Authority"/>, which the client trusts.</summary>
    public bool IsSecure { get; init; }

    public bool IsWithBody { get; init; }

    /// <summary>How many calls succeed before the fault begins.</summary>
    public int CallsBefore { get; init; }

    /// <summary>Whether the fault begins only when the server has closed the connections of the calls before.</summary>
    public bool IsClosedBefore { get; init; }

    /// <summary>What the call throws; null if it succeeds.</summary>
    public Type? Exception { get; init; }

    public int? Status { get; init; }

    /// <summary>Part of the message.</summary>
    public string? Message { get; init; }

    /// <summary>How often the client tries.</summary>
    public int Attempts { get; init; } = 1;

    /// <summary>How many whole requests the server gets to see, if not as many as attempts.</summary>
    public int? Posts { get; init; }

    /// <summary>Whether the call ends because its 30 seconds are over; <see cref="FaultScene.Stalled"/> says when nothing more is to come.</summary>
    public bool IsOverdue { get; init; }

    /// <summary>Whether the server moves the clock to the end itself.</summary>
    public bool DripsByItself { get; init; }

    /// <summary>Whether the same call may succeed later.</summary>
    public bool IsTransient { get => field || Attempts > 1 || IsOverdue; init; }

    public bool IsOnlyForInjected => IsSecure || Configure is not null;

    /// <summary>All that the call may take, by the clock of the client: two waits of at most half a second and one second.</summary>
    public TimeSpan LongestTime => IsOverdue ? TimeSpan.FromSeconds(30) : TimeSpan.FromSeconds(Attempts switch { 1 => 0, 2 => 0.5, _ => 1.5 });

    public override string ToString() => $"{Row} {Name}";
}
