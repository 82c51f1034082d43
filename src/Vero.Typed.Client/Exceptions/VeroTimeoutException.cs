namespace Vero.Typed;

/// <summary>There was no complete response in time. Vero may have received the request.</summary>
public sealed class VeroTimeoutException : VeroException
{
    /// <summary>Creates an exception.</summary>
    /// <param name="message">What took too long and what to do.</param>
    /// <param name="innerException">The cause, if any.</param>
    public VeroTimeoutException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>Always true.</summary>
    public override bool IsTransient => true;
}
