namespace Vero.Typed;

/// <summary>How an attempt to deliver a request ended.</summary>
internal enum AttemptKind
{
    Delivered,

    /// <summary>The request itself is at fault.</summary>
    Rejected,

    /// <summary>The credential is at fault: no request of the client can succeed.</summary>
    CredentialRejected,

    /// <summary>Vero, the network or the address is at fault.</summary>
    Failed,

    /// <summary>The application stops.</summary>
    Cancelled,
}

/// <summary>An attempt and, if it failed, why.</summary>
internal readonly record struct Attempt(AttemptKind Kind, Exception? Exception = null)
{
    /// <summary>How long Vero asks to wait.</summary>
    public TimeSpan? RetryAfter => (Exception as VeroApiException)?.RetryAfter;

    /// <summary>Whether that is asked of the whole client.</summary>
    public bool IsRateLimited => Exception is VeroApiException { StatusCode: System.Net.HttpStatusCode.TooManyRequests };

    /// <summary>A sentence that is safe to store and to log.</summary>
    public string Reason => Exception switch
    {
        VeroException veroException => veroException.Message,
        null => Kind.ToString(),
        var other => other.GetType().ToString(),
    };

    /// <remarks>
    /// Only the statuses that speak of the body reject a request. The others that are not transient (404, a redirect, a page that is not Vero's) speak
    /// of the address: a wrong setting must not empty the store into the dead letters.
    /// </remarks>
    public static Attempt Of(Exception exception, bool isStopping) => exception switch
    {
        OperationCanceledException when isStopping => new Attempt(AttemptKind.Cancelled, exception),
        VeroApiException { StatusCode: System.Net.HttpStatusCode.Unauthorized or System.Net.HttpStatusCode.Forbidden } =>
            new Attempt(AttemptKind.CredentialRejected, exception),
        VeroApiException { IsTransient: false } api when (int)api.StatusCode is 400 or 409 or 413 or 422 => new Attempt(AttemptKind.Rejected, exception),
        VeroSerializationException => new Attempt(AttemptKind.Rejected, exception),
        _ => new Attempt(AttemptKind.Failed, exception),
    };
}
