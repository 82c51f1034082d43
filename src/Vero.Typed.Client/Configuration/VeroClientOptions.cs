using System.Diagnostics;
using System.Globalization;
using System.Runtime.Serialization;
using System.Text.Json.Serialization;

namespace Vero.Typed;

/// <summary>The settings of a client. Validated when the host starts, or by the constructor of <see cref="VeroClient"/>.</summary>
/// <remarks>
/// A client copies the values when it is created; later changes of this object have no effect. Options that are bound to configuration follow its
/// reloads: calls that begin afterwards use the new values. If those are not valid, an error is logged that lists the problems, and the
/// previous values stay in effect.
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class VeroClientOptions
{
    /// <summary>
    /// The Auth Token of the project, from <c>https://app.getvero.com/settings/project</c>: a secret of 1 to 256 visible ASCII characters.
    /// Keep it out of source code: <c>dotnet user-secrets set Vero:AuthToken ...</c>, or the environment variable <c>Vero__AuthToken</c>.
    /// </summary>
    /// <remarks>
    /// Excluded from JSON and XML, from <see cref="ToString"/> and from the debugger's view. Set either this or <see cref="TrackingApiKey"/>.
    /// </remarks>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    [JsonIgnore]
    [IgnoreDataMember]
    public string? AuthToken { get; set; }

    /// <summary>
    /// The Tracking API Key of the project, Vero's other credential, instead of <see cref="AuthToken"/>: sent as <c>tracking_api_key</c>. The same
    /// rules apply to it.
    /// </summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    [JsonIgnore]
    [IgnoreDataMember]
    public string? TrackingApiKey { get; set; }

    /// <summary>
    /// The base address of Vero's API, <c>https://api.getvero.com/api/v2/</c> by default; the trailing slash is optional. Must be https, as Vero
    /// requires; http is allowed for loopback addresses, so that tests can use a local server.
    /// </summary>
    public Uri BaseAddress { get; set; } = new("https://api.getvero.com/api/v2/");

    /// <summary>
    /// The time limit of one call: every attempt, from connecting to the last byte of the response, and the waits between them. 30 seconds by
    /// default; more than zero and at most one hour.
    /// </summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How often a request is retried after a transient failure: no connection, a connection that was closed early, a timeout that leaves time,
    /// and the statuses of <see cref="VeroApiException.IsTransient"/>. 2 by default, 0 to 10; with 0, every
    /// failure is thrown at once, so that your own handler can decide.
    /// </summary>
    /// <remarks>
    /// <para>
    /// The first retry follows a random wait of up to half a second; the upper limit doubles with each further one, up to 8 seconds. A Retry-After
    /// of the response (seconds or a date) takes precedence. If it exceeds the time left of <see cref="Timeout"/>, the failure is thrown at
    /// once. A track request is retried only within 120 seconds of its first attempt, whatever the timeout is.
    /// </para>
    /// <para>
    /// If a handler of the HttpClient retries, as a resilience handler may, the client leaves it to the handler and logs a warning, because their
    /// attempts would multiply. It does retry if this property was set.
    /// </para>
    /// </remarks>
    public int MaxRetries
    {
        get;
        set => (field, IsMaxRetriesSet) = (value, true);
    }
    = 2;

    /// <summary>
    /// True to send nothing, for a machine that must not change the profiles of a project: every call succeeds without a connection, and neither
    /// <see cref="AuthToken"/> nor <see cref="TrackingApiKey"/> is required. False by default.
    /// </summary>
    /// <remarks>
    /// A client with a logger (<c>AddVero</c>) logs a warning with its first call, and each call, without any data, at Debug.
    /// </remarks>
    public bool DryRun { get; set; }

    /// <summary>
    /// Hosts that may be reached over http, such as <c>vero-mock</c> in a compose file; empty by default. Never hosts of getvero.com. The credential
    /// and the user's data are not encrypted then; a warning is logged once.
    /// </summary>
    public IList<string> InsecureHosts { get; set; } = [];

    /// <summary>
    /// Decides whether a request is sent, for example by the user's consent: a request for which it returns false is not sent, the call succeeds, and
    /// bulk runs report <see cref="DeliveryStatus.Suppressed"/>. Null (the default) sends everything.
    /// </summary>
    /// <remarks>Called once for each call, concurrently. If it throws, nothing is sent, and the call fails with its exception.</remarks>
    [JsonIgnore]
    [IgnoreDataMember]
    public Func<VeroRequest, bool>? ShouldSend { get; set; }

    // Whether credential and address are the same.
    internal bool HasSameDestination(VeroClientOptions other) =>
        AuthToken == other.AuthToken && TrackingApiKey == other.TrackingApiKey && BaseAddress == other.BaseAddress;

    // Whether the application, and not the default, says how often to retry.
    internal bool IsMaxRetriesSet { get; private set; }

    // The configuration section of the options, so that an error can name the right setting; null if it is unknown.
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal string? ConfigurationPath { get; set; }

    /// <summary>Server, timeout and dry run; of the credential, only which one is set.</summary>
    /// <returns>A string such as <c>VeroClientOptions (https://api.getvero.com, timeout 00:00:30, token set)</c>.</returns>
    public override string ToString()
    {
        // Only the server: other parts of a URL could be secret.
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
