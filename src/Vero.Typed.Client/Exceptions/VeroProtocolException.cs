namespace Vero.Typed;

/// <summary>The response is not one of Vero's, such as the page of a proxy. Vero may have received the request.</summary>
public sealed class VeroProtocolException : VeroException
{
    /// <summary>Creates an exception.</summary>
    /// <param name="message">What is wrong with the response and what to do.</param>
    /// <param name="innerException">The cause, if any.</param>
    public VeroProtocolException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>Always false: whatever is between this machine and Vero responds the same way again.</summary>
    public override bool IsTransient => false;
}
