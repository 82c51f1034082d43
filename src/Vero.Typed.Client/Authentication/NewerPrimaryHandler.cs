#if !NET8_0_OR_GREATER
using Microsoft.Extensions.Http;

namespace Vero.Typed;

/// <summary>
/// Has the factory start with a handler that can be kept from passing requests to diagnostic listeners. The factory's build for netstandard2.0
/// creates an HttpClientHandler, which cannot.
/// </summary>
internal sealed class NewerPrimaryHandler(string httpClientName) : IHttpMessageHandlerBuilderFilter
{
    public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) => builder =>
    {
        // Before everything that the application configures, so that its own handler replaces this one.
        if (builder.Name == httpClientName && builder.PrimaryHandler.GetType() == typeof(HttpClientHandler)
            && NewerStack.CreateSocketsHandler(VeroHandlerChain.ConnectionLifetime) is { } handler)
        {
            builder.PrimaryHandler = handler;
        }

        next(builder);
    };
}
#endif
