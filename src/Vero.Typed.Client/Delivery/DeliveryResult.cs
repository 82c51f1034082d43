namespace Vero.Typed;

/// <summary>How the sending of one request ended, and why.</summary>
public sealed class IdentifyOutcome
{
    /// <summary>Makes an outcome; useful for tests of code that is given one.</summary>
    /// <param name="request">The request.</param>
    /// <param name="kind">How its sending ended.</param>
    /// <param name="exception">Why it is not delivered, if there is more to say than <paramref name="kind"/> does.</param>
    public IdentifyOutcome(IdentifyRequest request, IdentifyOutcomeKind kind, Exception? exception = null)
    {
        Request = request ?? throw new ArgumentNullException(nameof(request));
        Kind = kind;
        Exception = exception;
    }

    /// <summary>The request. Its <see cref="VeroRequest.UserId"/> says whose it is.</summary>
    public IdentifyRequest Request { get; }

    /// <summary>How its sending ended.</summary>
    public IdentifyOutcomeKind Kind { get; }

    /// <summary>
    /// What the call ended with, if the request was rejected or failed: a <see cref="VeroException"/>, or
    /// <see cref="OperationCanceledException"/> if the call was given up. Null otherwise.
    /// </summary>
    public Exception? Exception { get; }

    /// <summary>The kind, and the message of a <see cref="VeroException"/>; nothing of the customer, so that the text is safe to log.</summary>
    /// <returns>A text such as <c>Rejected: Vero refused the request with status 400.</c></returns>
    public override string ToString() => Describe(Kind, Exception);

    internal static string Describe(IdentifyOutcomeKind kind, Exception? exception) =>
        Reason(exception) is { } reason ? $"{kind}: {reason}" : kind.ToString();

    // Of an exception that is not ours nobody knows what its text repeats.
    internal static string? Reason(Exception? exception) => exception is VeroException ? exception.Message : exception?.GetType().ToString();
}
