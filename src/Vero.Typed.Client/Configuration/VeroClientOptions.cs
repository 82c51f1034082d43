using System.Diagnostics;
using System.Globalization;
using System.Runtime.Serialization;
using System.Text.Json.Serialization;

namespace Vero.Typed;

/// <summary>How to reach Vero. Checked when the host starts, or by the constructor of <see cref="VeroClient"/>.</summary>
/// <remarks>
/// A client takes over the values when it is made; later changes of this object have no effect on it. Options that are bound to configuration
/// follow it: when it is reloaded, calls that begin afterwards use the new values. If those are not valid, an error is logged, which
/// names what is wrong, and the client goes on with what it has.
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class VeroClientOptions
{
    /// <summary>
    /// The Auth Token of the project, from <c>https://app.getvero.com/settings/project</c>: a secret of 1 to 256 visible ASCII characters.
    /// Keep it out of source code: <c>dotnet user-secrets set Vero:AuthToken ...</c>, or the environment variable <c>Vero__AuthToken</c>.
    /// </summary>
    /// <remarks>
    /// Left out of JSON and XML, of <see cref="ToString"/> and of the debugger's view. Set it or <see cref="TrackingApiKey"/>, not both.
    /// </remarks>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    [JsonIgnore]
    [IgnoreDataMember]
    public string? AuthToken { get; set; }

    /// <summary>
    /// The Tracking API Key of the project, Vero's other credential, in place of <see cref="AuthToken"/>: sent as <c>tracking_api_key</c>.
    /// Everything that is said there of the token goes for it as well.
    /// </summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    [JsonIgnore]
    [IgnoreDataMember]
    public string? TrackingApiKey { get; set; }

    /// <summary>
    /// The address of Vero's API, <c>https://api.getvero.com/api/v2/</c> by default; with or without the slash at the end. Must be
    /// https (Vero refuses anything else); http is allowed for a loopback address only, so that tests can use a local stand-in.
    /// </summary>
    public Uri BaseAddress { get; set; } = new("https://api.getvero.com/api/v2/");

    /// <summary>
    /// How long one call may take in all: every attempt, from the connection to the last byte of the answer, and the waits between them.
    /// 30 seconds by default; more than zero and at most one hour.
    /// </summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How often a request is sent again after a failure that may pass: no or a broken connection, a timeout that leaves time, and the
    /// statuses 408, 429, 500, 502, 503 and 504 (see <see cref="VeroException.IsTransient"/>). 2 by default, 0 to 10; with 0, every failure is
    /// thrown at once, so that a handler of yours can decide.
    /// </summary>
    /// <remarks>
    /// <para>
    /// Before the first retry there is a random wait of up to half a second, and of up to twice as much before each further one, but never
    /// more than 8 seconds. If the answer asks for a wait of its own (Retry-After, seconds or a date), that is kept instead. A wait that would
    /// not end within <see cref="Timeout"/> is not begun: the failure is thrown at once.
    /// </para>
    /// <para>
    /// If the HttpClient has a resilience handler (Microsoft.Extensions.Http.Resilience, or Microsoft.Extensions.Http.Polly), the client leaves
    /// repeating to it, because the attempts of the two would multiply.
    /// </para>
    /// </remarks>
    public int MaxRetries { get; set; } = 2;

    /// <summary>
    /// True to send nothing at all, for a machine that must not touch the profiles of a project: every call succeeds without a connection, and
    /// neither <see cref="AuthToken"/> nor <see cref="TrackingApiKey"/> is needed. False by default.
    /// </summary>
    /// <remarks>
    /// A client that has a logger (<c>AddVero</c>) warns about it with its first call, and logs each call, without any data, at Debug.
    /// </remarks>
    public bool DryRun { get; set; }

    // Where the options come from, so that an error can name the right setting; null if that is not known.
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal string? ConfigurationPath { get; set; }

    /// <summary>Server, timeout and whether it is a dry run; of the credential, only which one is set.</summary>
    /// <returns>A text such as <c>VeroClientOptions (https://api.getvero.com, timeout 00:00:30, token set)</c>.</returns>
    public override string ToString()
    {
        // The server alone: what else an address may hold could be a secret.
        string server = BaseAddress is { IsAbsoluteUri: true } address
            ? address.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped)
            : "no server";
        string credential = !string.IsNullOrWhiteSpace(AuthToken) ? "token set"
            : !string.IsNullOrWhiteSpace(TrackingApiKey) ? "tracking API key set"
            : "no token";
        string dryRun = DryRun ? ", dry run" : "";
        return string.Format(CultureInfo.InvariantCulture, "VeroClientOptions ({0}, timeout {1:c}, {2}{3})", server, Timeout, credential, dryRun);
    }
}
