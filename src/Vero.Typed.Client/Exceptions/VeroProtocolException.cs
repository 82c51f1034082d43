namespace Vero.Typed;

/// <summary>
/// The answer is not one that Vero gives, such as the page of a proxy. Whether Vero has got the request is unknown; sending it again is
/// safe.
/// </summary>
public sealed class VeroProtocolException : VeroException
{
    /// <summary>Makes an exception.</summary>
    /// <param name="message">What is wrong with the answer and what to do.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public VeroProtocolException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>Always false: what stands between here and Vero answers the same way again.</summary>
    public override bool IsTransient => false;
}
