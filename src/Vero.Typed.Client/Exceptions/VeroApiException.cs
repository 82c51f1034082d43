using System.Globalization;
using System.Net;

namespace Vero.Typed;

/// <summary>Vero, or a proxy in front of it, responded with an error.</summary>
public sealed class VeroApiException : VeroException
{
    /// <summary>Creates an exception with the message that the client itself gives it; useful in tests.</summary>
    /// <param name="statusCode">The status of the response.</param>
    /// <param name="veroMessage">The message of the response, if any. It becomes part of the exception's message: it must not contain secrets.</param>
    /// <param name="retryAfter">The Retry-After of the response, if any.</param>
    public VeroApiException(HttpStatusCode statusCode, string? veroMessage = null, TimeSpan? retryAfter = null)
        : this(Describe(statusCode, veroMessage), statusCode, veroMessage, retryAfter)
    {
    }

    internal VeroApiException(string message, HttpStatusCode statusCode, string? veroMessage, TimeSpan? retryAfter)
        : base(message)
    {
        StatusCode = statusCode;
        VeroMessage = veroMessage;
        RetryAfter = retryAfter;
    }

    /// <summary>
    /// The status of the response. If the HTTP status is 200 and the body says otherwise (<c>{"status": 400}</c>), the status of the body.
    /// </summary>
    public HttpStatusCode StatusCode { get; }

    /// <summary>
    /// The message of the response, or null: one line of at most about 200 characters, with the credential and the user's values replaced by
    /// <c>***</c>.
    /// </summary>
    public string? VeroMessage { get; }

    /// <summary>How long Vero asks to wait before the next call (the Retry-After header), or null.</summary>
    public TimeSpan? RetryAfter { get; }

    /// <summary>
    /// True for 408, 421, 425, 429, 500, 502, 503, 504 and 507, and for the gateway statuses 520 to 524, 529 and 530; any other request fails again
    /// until something changes.
    /// </summary>
    public override bool IsTransient => IsTransientStatus((int)StatusCode);

    internal static string Describe(HttpStatusCode statusCode, string? veroMessage, string credentialSetting = "Vero:AuthToken")
    {
        int status = (int)statusCode;
        string advice = status switch
        {
            400 => " Vero rejected the data of the request and does not say which.",
            401 or 403 => DescribeCredential(credentialSetting),
            404 => $" {ErrorMessages.CheckBaseAddress}",
            413 => " The request is too large: send fewer or shorter traits.",
            _ when IsTransientStatus(status) => $" {ErrorMessages.MaySucceedLater}",
            _ => "",
        };
        string said = veroMessage is null ? "." : $": \"{veroMessage}\".";
        return string.Format(CultureInfo.InvariantCulture, "Vero responded with status {0}{1}{2}", status, said, advice);
    }

    private static bool IsTransientStatus(int status) =>
        status is 408 or 421 or 425 or 429 or 500 or 502 or 503 or 504 or 507 or (>= 520 and <= 524) or 529 or 530;

    private static string DescribeCredential(string setting)
    {
        string name = setting.Substring(setting.LastIndexOf(':') + 1);
        string credential = name == nameof(VeroClientOptions.TrackingApiKey) ? "Tracking API Key" : "Auth Token";
        return $" {ErrorMessages.TokenRejected} {setting} (environment variable {setting.Replace(":", "__")}, VeroClientOptions.{name}) to the "
            + $"{credential} of the project, from https://app.getvero.com/settings/project.";
    }
}
