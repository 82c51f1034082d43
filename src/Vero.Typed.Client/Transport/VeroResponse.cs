using System.Buffers;
using System.Net;

namespace Vero.Typed;

/// <summary>The answer to one request, read to its end or to the limit, whichever comes first.</summary>
/// <remarks>Good for as long as the response is not disposed: what only a refusal needs is looked for in it then.</remarks>
internal readonly struct VeroAnswer
{
    // Vero's answers have about 40 bytes. What is longer is cut, not refused: the status comes first.
    private const int LongestBody = 64 * 1024;
    private const int FirstBuffer = 4 * 1024;
    private const int LongestMessage = 200;
    private const int LongestLabel = 100;

    private readonly HttpResponseMessage _response;
    private readonly AnswerBody _body;

    private VeroAnswer(HttpResponseMessage response, AnswerBody body)
    {
        _response = response;
        _body = body;
    }

    public static async ValueTask<VeroAnswer> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        // After 101 the connection speaks another protocol, and its stream has no end.
        if ((int)response.StatusCode < 200)
            return new VeroAnswer(response, AnswerBody.Parse([], isWhole: true, isSuccess: false));

        byte[] buffer = ArrayPool<byte>.Shared.Rent(FirstBuffer);
        try
        {
            int length = 0;
            bool isWhole = false;
#if NET8_0_OR_GREATER
            using Stream stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
#else
            // The streams of .NET Framework wait on, whatever the token says; closing the response ends them.
            using CancellationTokenRegistration closing = cancellationToken.Register(
                static state => ((HttpResponseMessage)state!).Dispose(), response);
            if (response.Content is null)
                return new VeroAnswer(response, AnswerBody.Parse([], isWhole: true, isSuccess: false));
            using Stream stream = await response.Content.ReadAsStreamAsync().ConfigureAwait(false);
#endif
            while (length < LongestBody)
            {
                if (length == buffer.Length)
                    buffer = Enlarge(buffer);
#if NET8_0_OR_GREATER
                int read = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false);
#else
                int read = await stream.ReadAsync(buffer, length, buffer.Length - length, cancellationToken).ConfigureAwait(false);
#endif
                length += read;
                if (read == 0)
                {
                    isWhole = true;
                    break;
                }
            }

            return new VeroAnswer(response, AnswerBody.Parse(buffer.AsSpan(0, length), isWhole, (int)response.StatusCode is >= 200 and < 300));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>What is wrong with the answer, or null if Vero has accepted the request.</summary>
    /// <param name="endpoint">What the request was sent to.</param>
    /// <param name="request">What was sent.</param>
    /// <param name="now">The time of our clock.</param>
    public VeroException? FindRefusal(VeroEndpoint endpoint, IdentifyRequest request, DateTimeOffset now)
    {
        HttpStatusCode answered = _response.StatusCode;
        bool isSuccess = (int)answered is >= 200 and < 300;
        HttpStatusCode? refusal = !isSuccess ? answered
            : _body.Status is { } status and not (>= 200 and < 300) ? (HttpStatusCode)status
            : null;
        if (refusal is null && _body.Kind is not AnswerBodyKind.Foreign)
            return null;

        TimeSpan? retryAfter = ReadRetryAfter(_response, now);
        SecretText secrets = endpoint.NewSecrets();
        secrets.AddValuesOf(request.Utf8Json.Span);
        if (refusal is null)
        {
            return new VeroProtocolException($"{endpoint.Server} answered {(int)answered}, but with {DescribeContent(secrets)} instead of Vero's "
                + "JSON. Is there a proxy or the login page of a network (captive portal) in between? Whether Vero got the request is unknown.");
        }

        if ((int)answered is 301 or 302 or 303 or 307 or 308)
        {
            return new VeroApiException(
                $"{endpoint.Server} answered with a redirect ({(int)answered}) to {DescribeRedirect(endpoint, secrets)}. Redirects are not "
                + "followed, because they would take the customer's data to another place. Check VeroClientOptions.BaseAddress.",
                answered,
                veroMessage: null,
                retryAfter);
        }

        string? message = secrets.Clean(_body.Message, LongestMessage);
        string text = VeroApiException.Describe(refusal.Value, message, endpoint.CredentialSetting);
        if (_body.Kind is AnswerBodyKind.Foreign)
            text += $" The answer was {DescribeContent(secrets)} instead of Vero's JSON, so it may be that of a proxy.";
        if (refusal is HttpStatusCode.NotFound)
            text += $" The request went to {endpoint.Address}.";
        return new VeroApiException(text, refusal.Value, message, retryAfter);
    }

    private static byte[] Enlarge(byte[] buffer)
    {
        byte[] larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }

    private static TimeSpan? ReadRetryAfter(HttpResponseMessage response, DateTimeOffset now)
    {
        // A date is measured by the clock of the server that wrote it.
        TimeSpan? wait = response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - (response.Headers.Date ?? now),
            _ => null,
        };
        return wait > TimeSpan.Zero ? wait : null;
    }

    private static string Host(Uri uri) => uri.IsAbsoluteUri ? uri.IdnHost : "";

    private string DescribeContent(SecretText secrets) =>
        secrets.Clean(_response.Content?.Headers.ContentType?.MediaType, LongestLabel) ?? "content of no stated type";

    private string DescribeRedirect(VeroEndpoint endpoint, SecretText secrets)
    {
        if (_response.Headers.Location is not { } location)
            return "nowhere";
        if (!location.IsAbsoluteUri)
            return $"another path of {endpoint.Address.IdnHost}";
        return secrets.Clean(Host(location), LongestLabel) ?? "an address without a host";
    }
}
