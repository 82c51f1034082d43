using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Options;

namespace Vero.Typed;

/// <summary>
/// Has the factory install the token handler after everything that the user configures, in whatever order. Registered by type, so
/// that it is there once however often <c>AddVero</c> is called.
/// </summary>
internal sealed class VeroTokenInstallation : IPostConfigureOptions<HttpClientFactoryOptions>
{
    public void PostConfigure(string? name, HttpClientFactoryOptions options)
    {
        if (name == VeroClient.HttpClientName)
            options.HttpMessageHandlerBuilderActions.Add(Install);
    }

    private static void Install(HttpMessageHandlerBuilder builder)
    {
        builder.PrimaryHandler = VeroHandlerChain.Install(
            builder.PrimaryHandler, builder.Services.GetRequiredService<VeroEndpointSource>(), builder.Services.GetService<IMeterFactory>());
    }
}
