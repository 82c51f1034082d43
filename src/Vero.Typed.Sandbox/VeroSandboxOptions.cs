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
