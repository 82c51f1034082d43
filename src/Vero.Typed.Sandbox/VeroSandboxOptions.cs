namespace Vero.Typed.Sandbox;

/// <summary>How a <see cref="VeroSandbox"/> is started. The defaults suit a test.</summary>
public sealed class VeroSandboxOptions
{
    /// <summary>
    /// The only token that is accepted. By default each sandbox makes one of its own, in Base64 like Vero's: it has to be
    /// percent-encoded in a query.
    /// </summary>
    public string? AuthToken { get; init; }

    /// <summary>The port on 127.0.0.1; 0, the default, takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>
    /// The addresses to listen on instead, such as <c>http://0.0.0.0:4010</c>. The sandbox shows personal data and has no password: listen
    /// on other addresses than loopback only in a network that you trust, and name the hosts by which it is reached in
    /// <see cref="AllowedHosts"/>.
    /// </summary>
    public IReadOnlyList<string> Urls { get; init; } = [];

    /// <summary>The names by which the sandbox may be reached besides loopback and the hosts of <see cref="Urls"/>, without ports.</summary>
    public IReadOnlyList<string> AllowedHosts { get; init; } = [];

    /// <summary>The path of a <c>VeroPlan.txt</c> that <see cref="VeroSandbox.ComparePlan"/> and the page compare with what arrives; null for none.</summary>
    public string? PlanFile { get; init; }

    /// <summary>A file that keeps profiles and events from one sandbox to the next; null, the default, keeps none.</summary>
    public string? DataFile { get; init; }

    /// <summary>Which freeform values are accepted. <see cref="SandboxFreeformValues.Native"/> by default.</summary>
    public SandboxFreeformValues FreeformValues { get; init; }

    /// <summary>
    /// How long an event with the same name, user and data is dropped as a duplicate. Vero's documentation says three and five minutes;
    /// three by default. Zero records every event.
    /// </summary>
    public TimeSpan DuplicateWindow { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>The clock of the sandbox.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
