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

    /// <summary>Whether the same call may succeed later without any change.</summary>
    public abstract bool IsTransient { get; }
}
