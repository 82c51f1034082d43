using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Vero.Typed.Client.Tests;

public sealed class DryRunTests
{
    [Theory]
    [InlineData(ClientKind.Own)]
    [InlineData(ClientKind.Injected)]
    [InlineData(ClientKind.Borrowed)]
    public async Task Nothing_is_sent_and_the_call_succeeds(ClientKind kind)
    {
        await using var server = new LoopbackServer { Respond = LoopbackServer.Answer(400, "{}") };
        VeroClientOptions options = Clients.NewOptions(server.BaseAddress);
        options.DryRun = true;
        using var http = new HttpClient();
        using ServiceProvider provider = NewProvider(server.BaseAddress, "true", new CapturedLog());
        IVeroClient client = kind switch
        {
            ClientKind.Own => new VeroClient(options),
            ClientKind.Borrowed => new VeroClient(options, http),
            _ => provider.GetRequiredService<IVeroClient>(),
        };

        await client.IdentifyAsync(Clients.Request, TestContext.Current.CancellationToken);

        Assert.Empty(server.Requests);
        (client as IDisposable)?.Dispose();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => client.IdentifyAsync(Clients.Request, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task It_is_announced_once_and_each_call_is_logged_without_any_data()
    {
        await using var server = new LoopbackServer();
        using var log = new CapturedLog();
        await using ServiceProvider provider = NewProvider(server.BaseAddress, "true", log);
        var client = provider.GetRequiredService<IVeroClient>();

        await client.IdentifyAsync(Clients.Request, TestContext.Current.CancellationToken);
        await client.IdentifyAsync(Clients.Request, TestContext.Current.CancellationToken);

        string notSent = $"Debug NotSent: Dry run: not sent: {Clients.Request}.";
        Assert.Equal(
            [
                $"Warning DryRun: Dry run (VeroClientOptions.DryRun): nothing is sent to 127.0.0.1:{server.BaseAddress.Port}, and every call succeeds.",
                notSent,
                notSent,
            ],
            log.Lines);
        Assert.All(log.Lines, Secrets.AssertNoneIn);
    }

    [Fact]
    public async Task It_may_be_switched_while_the_application_runs()
    {
        await using var server = new LoopbackServer();
        using var log = new CapturedLog();
        await using ServiceProvider provider = NewProvider(server.BaseAddress, "TRUE", log);
        var configuration = provider.GetRequiredService<IConfigurationRoot>();
        var client = provider.GetRequiredService<IVeroClient>();
        await client.IdentifyAsync(Clients.Request, TestContext.Current.CancellationToken);
        Assert.Empty(server.Requests);

        configuration["Vero:DryRun"] = "false";
        configuration.Reload();
        await client.IdentifyAsync(Clients.Request, TestContext.Current.CancellationToken);

        Assert.Equal(1, server.Single.Count(Clients.EncodedToken));
    }

    [Fact]
    public async Task No_credential_is_needed_to_send_nothing()
    {
        using var client = new VeroClient(new VeroClientOptions { DryRun = true });

        await client.IdentifyAsync(Clients.Request, TestContext.Current.CancellationToken);

        Assert.Equal(
            "VeroClientOptions (https://api.getvero.com, timeout 00:00:30, no token, dry run)", new VeroClientOptions { DryRun = true }.ToString());
        Assert.Throws<ArgumentException>(() => new VeroClient(new VeroClientOptions { DryRun = true, AuthToken = "not one" }));
    }

    [Fact]
    public async Task A_call_that_is_cancelled_is_cancelled_in_a_dry_run_too()
    {
        using var client = new VeroClient(new VeroClientOptions { DryRun = true });

        await Assert.ThrowsAsync<OperationCanceledException>(() => client.IdentifyAsync(Clients.Request, new CancellationToken(canceled: true)));
        await Assert.ThrowsAsync<ArgumentNullException>(() => client.SendAsync(null!, TestContext.Current.CancellationToken));
    }

    private static ServiceProvider NewProvider(Uri address, string dryRun, CapturedLog log)
    {
        IConfigurationRoot configuration = new ConfigurationBuilder().AddInMemoryCollection(
            [new("Vero:AuthToken", Clients.Token), new("Vero:BaseAddress", address.AbsoluteUri), new("Vero:DryRun", dryRun)]).Build();
        var services = new ServiceCollection();
        services.AddSingleton(configuration);
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log));
        services.AddVero(configuration.GetSection("Vero"));
        return services.BuildServiceProvider();
    }
}
