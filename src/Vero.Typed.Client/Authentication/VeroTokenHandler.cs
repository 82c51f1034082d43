namespace Vero.Typed;

/// <summary>
/// Adds the token, as the last step before the connection, to a copy of the request. Every handler outside of it, and everybody who looks
/// at the request afterwards, sees an address without it.
/// </summary>
internal sealed class VeroTokenHandler(VeroEndpointSource endpoints, HttpMessageHandler innerHandler) : DelegatingHandler(innerHandler)
{
    public VeroEndpointSource Endpoints { get; } = endpoints;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // Handlers live for minutes, options may change at any time: what counts is the endpoint that the call began with.
        VeroEndpoint endpoint = request.RequestUri is EndpointAddress { Endpoint: var own } && own.Source == Endpoints ? own : Endpoints.Current;
        if (request.RequestUri != endpoint.Address || request.Method != HttpMethod.Post)
        {
            throw new VeroConnectionException(
                $"A handler of the HttpClient, or another client that shares its primary handler, asked for something else than {endpoint.Server} "
                + "was set up for. The token goes only to VeroClientOptions.BaseAddress: set the address there, and give Vero a handler of its own.",
                isTransient: false);
        }

        // Not copied: the request's options. Callbacks in them, such as that of HttpMetricsEnrichmentContext, are given the request.
        var copy = new HttpRequestMessage(request.Method, endpoint.AddressWithToken) { Content = request.Content, Version = request.Version };
#if NET8_0_OR_GREATER
        copy.VersionPolicy = request.VersionPolicy;
#else
        if (request.Version.Major > 1)
            NewerStack.CopyVersionPolicy(request, copy);
#endif
#if NET8_0_OR_GREATER
        // Asked first, because going through nothing costs something too.
        if (request.Headers.NonValidated.Count > 0)
#endif
        {
            foreach (KeyValuePair<string, IEnumerable<string>> header in request.Headers)
                copy.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        // The copy is not disposed: that would dispose the content, which belongs to the request.
        HttpResponseMessage response;
        try
        {
            response = await base.SendAsync(copy, cancellationToken).ConfigureAwait(false);
        }
        catch (HttpRequestException exception) when (TransportFailure.ErrorOf(exception) is HttpRequestError.InvalidResponse)
        {
            // The stack's text repeats what came instead of an answer, and HttpClient passes it on to whoever listens to its events.
#if NET8_0_OR_GREATER
            throw new HttpRequestException(HttpRequestError.InvalidResponse, "The answer is not valid HTTP.", inner: null, exception.StatusCode);
#else
            throw TransportFailure.Translate(exception, endpoint);
#endif
        }

        response.RequestMessage = request;

        // A handler whose redirects we do not know how to switch off changes the request in place.
        if (copy.Method != HttpMethod.Post || copy.RequestUri != endpoint.AddressWithToken)
        {
            response.Dispose();
            throw FollowedRedirect(endpoint);
        }

        return response;
    }

    internal static VeroProtocolException FollowedRedirect(VeroEndpoint endpoint) => new(
        $"The HttpClient followed a redirect of {endpoint.Server}, so it is not Vero that got the request. Set AllowAutoRedirect of its handler "
        + "to false, and check VeroClientOptions.BaseAddress.");
}
