using System.Globalization;
using System.Net;

namespace Vero.Typed;

/// <summary>Vero, or something on the way to it, answered, and the answer is a refusal.</summary>
public sealed class VeroApiException : VeroException
{
    /// <summary>Makes an exception, with the same message that the client gives it.</summary>
    /// <param name="statusCode">The status of the answer.</param>
    /// <param name="veroMessage">The text of the answer, if any. It becomes part of the message: it must hold no secret.</param>
    /// <param name="retryAfter">How long to wait, if the answer says so.</param>
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
    /// The status of the answer. If the answer is 200 and its body says otherwise (<c>{"status": 400}</c>), the status of the body.
    /// </summary>
    public HttpStatusCode StatusCode { get; }

    /// <summary>
    /// What Vero said, or null: at most about 200 characters on one line, with the token and the customer's values replaced by
    /// <c>***</c>.
    /// </summary>
    public string? VeroMessage { get; }

    /// <summary>How long Vero asks to wait before the next call (the Retry-After header), or null if it does not ask.</summary>
    public TimeSpan? RetryAfter { get; }

    /// <summary>True for 408, 429, 500, 502, 503 and 504; everything else fails again until something is changed.</summary>
    public override bool IsTransient => (int)StatusCode is 408 or 429 or 500 or 502 or 503 or 504;

    internal static string Describe(HttpStatusCode statusCode, string? veroMessage, string credentialSetting = "Vero:AuthToken")
    {
        int status = (int)statusCode;
        string advice = status switch
        {
            400 => " Vero could not accept the data of the request, and names no more than this.",
            401 or 403 => DescribeCredential(credentialSetting),
            404 => " There is nothing at this address: check VeroClientOptions.BaseAddress.",
            413 => " The request is too large: send fewer or shorter traits.",
            408 or 429 or 500 or 502 or 503 or 504 => " The same request may succeed later.",
            _ => "",
        };
        string said = veroMessage is null ? "." : $": \"{veroMessage}\".";
        return string.Format(CultureInfo.InvariantCulture, "Vero refused the request with status {0}{1}{2}", status, said, advice);
    }

    private static string DescribeCredential(string setting)
    {
        string name = setting.Substring(setting.LastIndexOf(':') + 1);
        string credential = name == nameof(VeroClientOptions.TrackingApiKey) ? "Tracking API Key" : "Auth Token";
        return $" The token was rejected: set {setting} (environment variable {setting.Replace(":", "__")}, VeroClientOptions.{name}) to the "
            + $"{credential} of the project, from https://app.getvero.com/settings/project.";
    }
}
