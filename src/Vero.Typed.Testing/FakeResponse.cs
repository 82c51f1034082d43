using System.Net;

namespace Vero.Typed.Testing;

/// <summary>What a <see cref="FakeVeroClient"/> does with a request.</summary>
public sealed class FakeResponse
{
    private readonly Func<Exception>? _failure;

    private FakeResponse(Func<Exception>? failure, TimeSpan delay)
    {
        _failure = failure;
        Delay = delay;
    }

    /// <summary>Accepts the request, as Vero does with status 200.</summary>
    public static FakeResponse Success { get; } = new(failure: null, TimeSpan.Zero);

    /// <summary>How long the response takes.</summary>
    public TimeSpan Delay { get; }

    /// <summary>Whether the request is accepted.</summary>
    public bool IsSuccess => _failure is null;

    /// <summary>Rejects the request with a status, which the client reports as a <see cref="VeroApiException"/>.</summary>
    /// <param name="status">The status, which is not a success.</param>
    /// <param name="message">Vero's message, or null for none.</param>
    /// <param name="retryAfter">How long Vero asks to wait, or null.</param>
    /// <returns>The response.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The status is a success.</exception>
    public static FakeResponse Status(HttpStatusCode status, string? message = null, TimeSpan? retryAfter = null) => (int)status is >= 200 and < 300
        ? throw new ArgumentOutOfRangeException(nameof(status), $"{(int)status} is a success; use {nameof(FakeResponse)}.{nameof(Success)}.")
        : new FakeResponse(() => new VeroApiException(status, message, retryAfter), TimeSpan.Zero);

    /// <summary>Throws an exception, such as a <see cref="VeroConnectionException"/> or a <see cref="VeroTimeoutException"/>.</summary>
    /// <param name="exception">The exception.</param>
    /// <returns>The response.</returns>
    public static FakeResponse Throws(Exception exception) => exception is null
        ? throw new ArgumentNullException(nameof(exception))
        : new FakeResponse(() => exception, TimeSpan.Zero);

    /// <summary>The same response after a delay.</summary>
    /// <param name="delay">The delay.</param>
    /// <returns>The response.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The delay is negative.</exception>
    public FakeResponse After(TimeSpan delay) => delay < TimeSpan.Zero
        ? throw new ArgumentOutOfRangeException(nameof(delay), "The delay must not be negative.")
        : new FakeResponse(_failure, delay);

    internal async Task CompleteAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (Delay > TimeSpan.Zero)
            await Task.Delay(Delay, cancellationToken).ConfigureAwait(false);
        if (_failure is not null)
            throw _failure();
    }
}
