namespace Vero.Typed;

/// <summary>There was no complete answer in time. Vero may have accepted the request all the same; sending it again is safe.</summary>
public sealed class VeroTimeoutException : VeroException
{
    /// <summary>Makes an exception.</summary>
    /// <param name="message">What took too long and what to do.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public VeroTimeoutException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>Always true.</summary>
    public override bool IsTransient => true;
}
