using System.Globalization;

namespace Vero.Typed;

/// <summary>The base of everything that goes wrong on the way to Vero: one catch serves all.</summary>
/// <remarks>No message holds the value of a member, the body of a request or the token.</remarks>
public abstract class VeroException : Exception
{
    /// <summary>Makes an exception.</summary>
    /// <param name="message">What went wrong and what to do.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    protected VeroException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>
    /// How many times <c>IdentifyAsync</c> sent the request before it gave up: 1 if it was not sent again, 0 if nothing was to be sent.
    /// </summary>
    /// <remarks>Set by the client before it throws. What a handler of the HttpClient sends again is not counted.</remarks>
    public int Attempts { get; set; }

    /// <summary>What went wrong and what to do and, if there was more than one, the number of attempts.</summary>
    public override string Message =>
        Attempts > 1 ? string.Format(CultureInfo.InvariantCulture, "{0} There were {1} attempts.", base.Message, Attempts) : base.Message;

    /// <summary>Whether the same call may succeed later without any change.</summary>
    public abstract bool IsTransient { get; }
}
