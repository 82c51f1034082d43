using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Vero.Typed.Testing.Tests;

/// <summary>The fake in the place of the client of a host.</summary>
public sealed class HostTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task It_replaces_the_client_without_a_token_before_or_after(bool before)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        FakeVeroClient? fake = before ? builder.Services.AddFakeVero() : null;
        builder.Services.AddVero(builder.Configuration.GetSection("Vero"));
        fake ??= builder.Services.AddFakeVero();
        using IHost host = builder.Build();
        await host.StartAsync(TestContext.Current.CancellationToken);

        await host.Services.GetRequiredService<IVeroClient>().UnsubscribeAsync(new VeroIdentity("1"), TestContext.Current.CancellationToken);

        Assert.Same(fake, host.Services.GetRequiredService<IVeroClient>());
        Assert.Same(fake, host.Services.GetRequiredService<FakeVeroClient>());
        Assert.Single(fake.Sent<UnsubscribeRequest>("1"));
        await host.StopAsync(TestContext.Current.CancellationToken);
    }

    // The control: without the fake, the same host does not start.
    [Fact]
    public async Task Without_it_a_host_without_a_token_does_not_start()
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddVero(builder.Configuration.GetSection("Vero"));
        using IHost host = builder.Build();

        await Assert.ThrowsAnyAsync<Exception>(() => host.StartAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_queue_delivers_to_it()
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddVero(builder.Configuration.GetSection("Vero"));
        builder.Services.AddVeroBackgroundDelivery();
        FakeVeroClient fake = builder.Services.AddFakeVero();
        using IHost host = builder.Build();
        await host.StartAsync(TestContext.Current.CancellationToken);

        IVeroQueue queue = host.Services.GetRequiredService<IVeroQueue>();
        await queue.EnqueueAsync(new UnsubscribeRequest(new VeroIdentity("1")), TestContext.Current.CancellationToken);
        await queue.FlushAsync(TestContext.Current.CancellationToken);

        Assert.Single(fake.Sent<UnsubscribeRequest>("1"));
        await host.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public void Named_clients_are_replaced_one_by_one()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddVero("shop", options => options.AuthToken = "token");
        services.AddVero("blog", options => options.AuthToken = "token");
        FakeVeroClient shop = services.AddFakeVero("shop");
        using ServiceProvider provider = services.BuildServiceProvider();

        Assert.Same(shop, provider.GetRequiredKeyedService<IVeroClient>("shop"));
        Assert.IsType<VeroClient>(provider.GetRequiredKeyedService<IVeroClient>("blog"));
        Assert.Null(provider.GetService<IVeroClient>());
    }
}
