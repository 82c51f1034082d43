namespace Vero.Typed;

/// <summary>Vero could not be reached, or the connection was closed before the response was complete.</summary>
public sealed class VeroConnectionException : VeroException
{
    /// <summary>Creates an exception.</summary>
    /// <param name="message">What went wrong and what to do.</param>
    /// <param name="innerException">The exception of the HTTP stack, if its text is harmless.</param>
    /// <param name="isTransient">Whether the same call may succeed later without any change.</param>
    public VeroConnectionException(string message, Exception? innerException = null, bool isTransient = true)
        : base(message, innerException) => IsTransient = isTransient;

    /// <summary>
    /// True, except where another attempt cannot help: TLS could not be established, or a handler of the HttpClient sends the request to another
    /// URL.
    /// </summary>
    public override bool IsTransient { get; }
}
