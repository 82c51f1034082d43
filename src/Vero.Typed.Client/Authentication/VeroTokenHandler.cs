namespace Vero.Typed;

/// <summary>
/// Adds the credential to a copy of the request, as the last step before the connection. Handlers outside of it, and whoever looks at the request
/// afterwards, see a URL without it.
/// </summary>
/// <remarks>
/// Why a folder for one string: Vero takes the credential in the query, and the query is what HTTP stacks, handlers, loggers, traces, redirects
/// and proxies pass around and write down. A header would need none of this. So the credential exists in a URL only between this handler and the
/// socket (<see cref="VeroHandlerChain"/> puts it there, <see cref="VeroTokenInstallation"/> does so for HttpClients of the factory), on a
/// primary handler that follows no redirect, uses no proxy for plain http (<see cref="PlainHttpBypass"/>) and reports to no diagnostic
/// listener (<c>PrimaryHandlerCopy</c>, and <c>NewerPrimaryHandler</c> for netstandard2.0); calls carry it by reference
/// (<see cref="RequestUrl"/>), within their <see cref="CredentialScope"/>; and text from outside is searched for it before it is shown
/// (<see cref="SecretText"/>).
/// </remarks>
/// <param name="scope">The clients whose requests get a credential here.</param>
/// <param name="innerHandler">The handler that connects, for Vero alone.</param>
/// <param name="shared">
/// The application's own handler, for requests that are not Vero's: the delegating handlers outside may serve other HttpClients as well. Null if
/// there are none.
/// </param>
internal sealed class VeroTokenHandler(CredentialScope scope, HttpMessageHandler innerHandler, HttpMessageHandler? shared = null) : DelegatingHandler(innerHandler)
{
    private readonly HttpMessageInvoker? _shared = shared is null ? null : new HttpMessageInvoker(shared, disposeHandler: false);

    public CredentialScope Scope { get; } = scope;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // Handlers live for minutes and options may change at any time: what counts are the settings that the call began with.
        ClientSettings? settings = request.RequestUri is RequestUrl { Settings: var own } && own.Scope == Scope ? own : Scope.Current;
        if (settings?.FindOperation(request.Method, request.RequestUri) is not { } operation)
        {
            return _shared is not null && request.Content is not VeroContent
                ? await _shared.SendAsync(request, cancellationToken).ConfigureAwait(false)
                : throw new VeroConnectionException(ErrorMessages.UnexpectedRequest, isTransient: false);
        }

        (request.Content as VeroContent)?.CountPass();

        // Not copied: the request's options. Callbacks in them, such as that of HttpMetricsEnrichmentContext, receive the request.
        Uri url = settings.UrlWithCredentialOf(operation);
        var copy = new HttpRequestMessage(request.Method, url) { Content = request.Content, Version = request.Version };
        CopyHeaders(request, copy);
        if (!copy.Headers.Contains(UserAgent.HeaderName))
            copy.Headers.TryAddWithoutValidation(UserAgent.HeaderName, UserAgent.Value);

        // The copy is not disposed: that would dispose the content, which belongs to the request.
        HttpResponseMessage response;
        try
        {
            response = await base.SendAsync(copy, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (TransportFailure.IsOfServersMaking(exception))
        {
            // The stack's text repeats what was received, and HttpClient passes it on to listeners of its events.
#if NET8_0_OR_GREATER
            throw new HttpRequestException(HttpRequestError.InvalidResponse, "The response is not valid HTTP.");
#else
            throw TransportFailure.Translate(exception, settings, operation);
#endif
        }

        response.RequestMessage = request;

        // A handler whose redirects cannot be switched off changes the request in place.
        if (copy.Method != request.Method || copy.RequestUri != url)
        {
            response.Dispose();
            throw new VeroProtocolException(ErrorMessages.FollowedRedirect(settings));
        }

        return response;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _shared?.Dispose();
        base.Dispose(disposing);
    }

    private static void CopyHeaders(HttpRequestMessage request, HttpRequestMessage copy)
    {
#if NET8_0_OR_GREATER
        copy.VersionPolicy = request.VersionPolicy;
        foreach (KeyValuePair<string, System.Net.Http.Headers.HeaderStringValues> header in request.Headers.NonValidated)
        {
            if (header.Value.Count == 1)
                copy.Headers.TryAddWithoutValidation(header.Key, header.Value.ToString());
            else
                copy.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }
#else
        if (request.Version.Major > 1)
            NewerStack.CopyVersionPolicy(request, copy);
        foreach (KeyValuePair<string, IEnumerable<string>> header in request.Headers)
            copy.Headers.TryAddWithoutValidation(header.Key, header.Value);
#endif
    }
}
