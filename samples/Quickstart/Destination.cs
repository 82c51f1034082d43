using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Vero.Typed;
using Vero.Typed.Sandbox;

namespace Quickstart;

/// <summary>Where customers and orders go: to Vero if there is a token in the configuration, else to a sandbox in this process.</summary>
internal sealed class Destination : IAsyncDisposable
{
    private readonly IHost _host;

    private Destination(IHost host, VeroSandbox? sandbox)
    {
        _host = host;
        Sandbox = sandbox;
    }

    /// <summary>The sandbox, or null if they go to Vero.</summary>
    public VeroSandbox? Sandbox { get; }

    public IVeroClient Client => _host.Services.GetRequiredService<IVeroClient>();

    public static async Task<Destination> OpenAsync(HostApplicationBuilder builder, CancellationToken cancellationToken)
    {
        VeroSandbox? sandbox = null;
        if (string.IsNullOrEmpty(builder.Configuration["Vero:AuthToken"]))
        {
            sandbox = await VeroSandbox.StartAsync(cancellationToken: cancellationToken);
            builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Vero:AuthToken"] = sandbox.AuthToken,
                ["Vero:BaseAddress"] = sandbox.BaseAddress.ToString(),
            });
        }

        // A line of log for each call would tear the progress bar apart.
        builder.Logging.ClearProviders();
        builder.Services.AddVero(builder.Configuration.GetSection("Vero"));
        return new Destination(builder.Build(), sandbox);
    }

    public async ValueTask DisposeAsync()
    {
        _host.Dispose();
        if (Sandbox is not null)
            await Sandbox.DisposeAsync();
    }
}
