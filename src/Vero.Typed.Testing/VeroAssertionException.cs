namespace Vero.Typed.Testing;

/// <summary>An assertion of a <see cref="FakeVeroClient"/> that failed. Every test framework reports its message.</summary>
public sealed class VeroAssertionException : Exception
{
    /// <summary>Makes an exception.</summary>
    /// <param name="message">What was expected, and what was sent instead.</param>
    public VeroAssertionException(string message)
        : base(message)
    {
    }
}
