using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Options;

namespace Vero.Typed;

/// <summary>
/// Has the factory install the token handler after everything that the application configures, in whatever order. Registered by type, so that it
/// runs once however often <c>AddVero</c> is called.
/// </summary>
internal sealed class VeroTokenInstallation(IEnumerable<VeroClientRegistration> clients) : IPostConfigureOptions<HttpClientFactoryOptions>
{
    public void PostConfigure(string? name, HttpClientFactoryOptions options)
    {
        foreach (VeroClientRegistration client in clients)
        {
            if (client.HttpClientName == name)
                options.HttpMessageHandlerBuilderActions.Add(builder => Install(builder, client));
        }
    }

    private static void Install(HttpMessageHandlerBuilder builder, VeroClientRegistration client)
    {
        CredentialScope scope = client.Scope ?? builder.Services.GetRequiredService<NamedClientSettings>().Of(client.Name).Scope;
        builder.PrimaryHandler = VeroHandlerChain.Install(builder.PrimaryHandler, scope, builder.Services.GetService<IMeterFactory>());
    }
}
