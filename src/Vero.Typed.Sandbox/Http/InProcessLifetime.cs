using Microsoft.Extensions.Hosting;

namespace Vero.Typed.Sandbox.Http;

/// <summary>The default lifetime would take Ctrl+C away from the program that started the sandbox.</summary>
internal sealed class InProcessLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
