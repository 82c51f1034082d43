using System.Buffers;
using System.Net;
#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;
#endif

namespace Vero.Typed;

/// <summary>The response to one request, read to its end or to the size limit, whichever comes first.</summary>
/// <remarks>Valid until the HTTP response is disposed, because headers that only errors need are read from it later.</remarks>
internal readonly struct VeroResponse
{
    // Vero's responses have about 40 bytes. Longer ones are cut, not refused: the status comes first.
    private const int MaxBodySize = 64 * 1024;
    private const int InitialBufferSize = 4 * 1024;
    private const int MaxMessageLength = 200;
    private const int MaxLabelLength = 100;

    // Of the published contract.
    private static readonly string[] KnownMessages =
        ["Success.", "Bad Request", "Invalid authentication", "The resource doesn't exist", "An error occurred with our API"];

    private readonly HttpResponseMessage _response;
    private readonly ResponseBody _body;

    private VeroResponse(HttpResponseMessage response, ResponseBody body)
    {
        _response = response;
        _body = body;
    }

#if NET8_0_OR_GREATER
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
#endif
    public static async ValueTask<VeroResponse> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        // After 101 the connection speaks another protocol, and its stream has no end.
        if ((int)response.StatusCode < 200)
            return new VeroResponse(response, ResponseBody.Parse([], isWhole: true, isSuccess: false));

        byte[] buffer = ArrayPool<byte>.Shared.Rent(InitialBufferSize);
        try
        {
            int length = 0;
            bool isWhole = false;
#if NET8_0_OR_GREATER
            using Stream stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
#else
            // The streams of .NET Framework ignore the token while they wait; disposing the response ends them.
            using CancellationTokenRegistration closing = cancellationToken.Register(
                static state => ((HttpResponseMessage)state!).Dispose(), response);
            if (response.Content is null)
                return new VeroResponse(response, ResponseBody.Parse([], isWhole: true, isSuccess: false));
            using Stream stream = await response.Content.ReadAsStreamAsync().ConfigureAwait(false);
#endif
            while (length < MaxBodySize)
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

            return new VeroResponse(response, ResponseBody.Parse(buffer.AsSpan(0, length), isWhole, (int)response.StatusCode is >= 200 and < 300));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>What is wrong with the response, or null if Vero has accepted the request.</summary>
    /// <param name="settings">The settings of the call.</param>
    /// <param name="request">The request.</param>
    /// <param name="now">The local time.</param>
    public VeroException? FindError(ClientSettings settings, VeroRequest request, DateTimeOffset now)
    {
        HttpStatusCode httpStatus = _response.StatusCode;
        bool isSuccess = (int)httpStatus is >= 200 and < 300;
        HttpStatusCode? error = !isSuccess ? httpStatus
            : _body.Status is { } status and not (>= 200 and < 300) ? (HttpStatusCode)status
            : null;
        if (error is null && _body.Kind is not ResponseBodyKind.Foreign)
            return null;

        TimeSpan? retryAfter = ReadRetryAfter(_response, now);
        SecretText secrets = settings.NewSecrets();
        secrets.AddValuesOf(request.Utf8Json.Span);
        if (error is null)
            return new VeroProtocolException(ErrorMessages.NotVeros(settings.Server, (int)httpStatus, DescribeContent(secrets)));

        if ((int)httpStatus is 301 or 302 or 303 or 307 or 308)
        {
            string redirect = ErrorMessages.Redirect(settings.Server, (int)httpStatus, DescribeTarget(settings, secrets));
            return new VeroApiException(redirect, httpStatus, veroMessage: null, retryAfter);
        }

        string? message = Describe(_body, secrets);
        string text = VeroApiException.Describe(error.Value, message, settings.CredentialSetting);
        if (_body.Kind is ResponseBodyKind.Foreign)
            text += $" The response was {DescribeContent(secrets)} {ErrorMessages.NotVero}, so it may be that of a proxy.";
        if (error is HttpStatusCode.NotFound)
            text += $" The URL was {settings.UrlOf(OperationTable.Of(request.Operation))}.";
        return new VeroApiException(text, error.Value, message, retryAfter);
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
        // A date is relative to the clock of the server that wrote it.
        TimeSpan? wait = response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - (response.Headers.Date ?? now),
            _ => null,
        };
        return wait > TimeSpan.Zero ? wait : null;
    }

    // Vero's own messages are known; any other is shown only if it contains no secret in any form.
    private static string? Describe(ResponseBody body, SecretText secrets)
    {
        if (body.Message is not { Length: > 0 } message)
            return null;
        if (Array.IndexOf(KnownMessages, message) >= 0)
            return message;
        return (body.IsMessageValid ? secrets.Clean(message, MaxMessageLength) : null)
            ?? FormattableString.Invariant($"({message.Length} characters, not shown)");
    }

    private string DescribeContent(SecretText secrets) =>
        secrets.Clean(_response.Content?.Headers.ContentType?.MediaType, MaxLabelLength) ?? "content of unknown type";

    private string DescribeTarget(ClientSettings settings, SecretText secrets)
    {
        if (_response.Headers.Location is not { } location)
            return "an unknown location";
        if (location.OriginalString.StartsWith("//", StringComparison.Ordinal)
            && Uri.TryCreate($"{settings.BaseAddress.Scheme}:{location.OriginalString}", UriKind.Absolute, out Uri? otherHost))
        {
            location = otherHost;
        }

        if (!location.IsAbsoluteUri)
            return $"another path of {settings.BaseAddress.IdnHost}";
        return secrets.Clean(location.IdnHost, MaxLabelLength) ?? "a location without a host";
    }
}
