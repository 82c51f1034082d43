namespace Vero.Typed;

/// <summary>Vero could not be reached, or the connection broke before the answer was complete.</summary>
public sealed class VeroConnectionException : VeroException
{
    /// <summary>Makes an exception.</summary>
    /// <param name="message">What went wrong and what to do.</param>
    /// <param name="innerException">What the HTTP stack threw, if its text is harmless.</param>
    /// <param name="isTransient">Whether the same call may succeed later without any change.</param>
    public VeroConnectionException(string message, Exception? innerException = null, bool isTransient = true)
        : base(message, innerException) => IsTransient = isTransient;

    /// <summary>
    /// True, except where trying again cannot help: no secure connection could be made, or a handler of the HttpClient sends the request
    /// elsewhere than to the address that the client was set up for.
    /// </summary>
    public override bool IsTransient { get; }
}
