using System.Globalization;

namespace Vero.Typed;

/// <summary>The base of all exceptions of this library and its client.</summary>
/// <remarks>No message contains the value of a member, the body of a request or the token.</remarks>
public abstract class VeroException : Exception
{
    /// <summary>Makes an exception.</summary>
    /// <param name="message">What went wrong and what to do.</param>
    /// <param name="innerException">The cause, or null.</param>
    protected VeroException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>
    /// How many times the client sent the request: 1 if it was not retried, 0 if nothing was sent.
    /// </summary>
    /// <remarks>Set by the client before it throws. Retries by a handler of the HttpClient are not counted.</remarks>
    public int Attempts { get; set; }

    /// <summary>What went wrong and what to do; after more than one attempt also their number.</summary>
    public override string Message =>
        Attempts > 1 ? string.Format(CultureInfo.InvariantCulture, "{0} There were {1} attempts.", base.Message, Attempts) : base.Message;

    /// <summary>Whether the same call may succeed later without any change.</summary>
    public abstract bool IsTransient { get; }
}
