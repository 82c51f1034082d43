namespace Vero.Typed;

/// <summary>How the sending of one request ended.</summary>
public enum IdentifyOutcomeKind
{
    /// <summary>Vero has accepted the request.</summary>
    Delivered,

    /// <summary>Vero has refused the request, and would refuse it again: a <see cref="VeroApiException"/> that is not transient.</summary>
    Rejected,

    /// <summary>
    /// There was no acceptance and no final refusal, after all retries: no connection, a timeout, a server that is out of order, a call that was
    /// cancelled. Whether Vero has the request may be unknown; sending it again is safe.
    /// </summary>
    Failed,

    /// <summary>Nothing was sent: the run, or the application, ended before.</summary>
    NotSent,
}
