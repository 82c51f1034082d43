using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Vero.Typed;

/// <summary>Creates the handler chains of an application's clients when its host starts, so that wrong handlers keep it from starting.</summary>
internal sealed class VeroClientStartup(IServiceProvider provider, IEnumerable<VeroClientRegistration> clients) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (VeroClientRegistration registration in clients)
        {
            if (registration.Scope is not null)
                continue;
            IVeroClient? client = registration.Name.Length == 0
                ? provider.GetService<IVeroClient>()
                : provider.GetKeyedService<IVeroClient>(registration.Name);
            (client as VeroClient)?.Prepare();
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
