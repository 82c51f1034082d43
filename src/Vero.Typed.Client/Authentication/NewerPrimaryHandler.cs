#if !NET8_0_OR_GREATER
using Microsoft.Extensions.Http;

namespace Vero.Typed;

/// <summary>
/// Has the factory begin with a handler that can be kept from handing requests to diagnostic listeners. Its own build for netstandard2.0
/// makes an HttpClientHandler, of which that cannot be said.
/// </summary>
internal sealed class NewerPrimaryHandler(string httpClientName) : IHttpMessageHandlerBuilderFilter
{
    public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) => builder =>
    {
        // Before everything that the user configures, so that a handler of his own takes the place of this one.
        if (builder.Name == httpClientName && builder.PrimaryHandler.GetType() == typeof(HttpClientHandler)
            && NewerStack.CreateSocketsHandler(VeroHandlerChain.ConnectionLifetime) is { } handler)
        {
            builder.PrimaryHandler = handler;
        }

        next(builder);
    };
}
#endif
