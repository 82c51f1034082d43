namespace Vero.Typed;

/// <summary>A request that <see cref="IVeroQueue"/> has taken and could not deliver, and why.</summary>
public sealed class UndeliveredRequest
{
    /// <summary>Makes one of a request; useful for tests of code that is given one.</summary>
    /// <param name="request">The request.</param>
    /// <param name="kind">How its sending ended.</param>
    /// <param name="exception">Why, if there is more to say than <paramref name="kind"/> does.</param>
    public UndeliveredRequest(IdentifyRequest request, IdentifyOutcomeKind kind, Exception? exception = null)
    {
        Request = request ?? throw new ArgumentNullException(nameof(request));
        Kind = kind;
        Exception = exception;
    }

    /// <summary>Makes one of a customer for whom no request could be made; useful for tests of code that is given one.</summary>
    /// <param name="user">The customer.</param>
    /// <param name="exception">Why there is no request.</param>
    public UndeliveredRequest(IVeroUser user, Exception exception)
    {
        User = user ?? throw new ArgumentNullException(nameof(user));
        Exception = exception ?? throw new ArgumentNullException(nameof(exception));
        Kind = IdentifyOutcomeKind.NotSent;
    }

    /// <summary>The request, or null if none could be made of <see cref="User"/>.</summary>
    public IdentifyRequest? Request { get; }

    /// <summary>The customer for whom no request could be made, or null. It may have changed since it was taken.</summary>
    public IVeroUser? User { get; }

    /// <summary>
    /// <see cref="IdentifyOutcomeKind.Rejected"/>, <see cref="IdentifyOutcomeKind.Failed"/> (sending it again is safe), or
    /// <see cref="IdentifyOutcomeKind.NotSent"/>: left when the application was shut down, or never a request.
    /// </summary>
    public IdentifyOutcomeKind Kind { get; }

    /// <summary>
    /// Why: a <see cref="VeroException"/>, <see cref="OperationCanceledException"/> if the call was given up at shutdown, or whatever a member of
    /// <see cref="User"/> has thrown. Null for a request that was left.
    /// </summary>
    public Exception? Exception { get; }

    /// <summary>The kind, and the message of a <see cref="VeroException"/>; nothing of the customer, so that the text is safe to log.</summary>
    /// <returns>A text such as <c>Rejected: Vero refused the request with status 400.</c></returns>
    public override string ToString() => IdentifyOutcome.Describe(Kind, Exception);
}
