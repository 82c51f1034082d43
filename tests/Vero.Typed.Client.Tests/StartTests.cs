using System.Reflection;
using System.Runtime.Versioning;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Vero.Typed.Client.Tests;

/// <summary>What is known before the first call.</summary>
public sealed class StartTests
{
    public static TheoryData<string> Ways => ["throws", "null", "derived", "in use", "unresolved"];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_host_whose_handlers_cannot_be_created_does_not_start_and_says_why(string way)
    {
        await using var server = new LoopbackServer();
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        IHttpClientBuilder client = builder.Services.AddVero("eu", options => (options.AuthToken, options.BaseAddress) = (Clients.Token, server.BaseAddress));
        string reason = "";
        switch (way)
        {
            case "throws":
                client.AddHttpMessageHandler(static DelegatingHandler () => throw new InvalidDataException("no settings"));
                reason = "System.IO.InvalidDataException: no settings";
                break;
            case "null":
                client.AddHttpMessageHandler(static () => null!);
                reason = "must not contain a null entry";
                break;
            case "derived":
                client.ConfigurePrimaryHttpMessageHandler(static () => new DerivedHandler());
                reason = "DerivedHandler, the primary handler of the Vero client, must have";
                break;
            case "in use":
                var used = new PassingHandler { InnerHandler = new SocketsHttpHandler() };
                using (var other = new HttpClient(used, disposeHandler: false))
                    await other.GetAsync(server.BaseAddress, TestContext.Current.CancellationToken);
                client.ConfigurePrimaryHttpMessageHandler(() => used);
                reason = "already in use";
                break;
            default:
                client.AddHttpMessageHandler<NeedyHandler>();
                builder.Services.AddTransient<NeedyHandler>();
                reason = "Unable to resolve service";
                break;
        }

        using IHost host = builder.Build();

        var exception = await Assert.ThrowsAsync<VeroConnectionException>(() => host.StartAsync(TestContext.Current.CancellationToken));

        Assert.Contains(reason, exception.Message, StringComparison.Ordinal);
        Assert.False(exception.IsTransient);
        Assert.NotNull(exception.InnerException);
    }

    [Fact]
    public async Task The_text_of_what_cannot_be_created_does_not_show_the_token()
    {
        var services = new ServiceCollection();
        services.AddVero(static options => options.AuthToken = Clients.Token)
            .AddHttpMessageHandler(static DelegatingHandler () => throw new InvalidDataException($"cannot use {Clients.Token}"));
        using OwnedClient client = Clients.FromServices(services);

        var exception = await Assert.ThrowsAsync<VeroConnectionException>(client.SendAsync);

        Assert.DoesNotContain(Clients.Token, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(typeof(VeroClient))]
    [InlineData(typeof(VeroServiceCollectionExtensions))]
    [FaultRow(71)]
    public void In_a_browser_the_compiler_warns(Type type) =>
        Assert.Equal("browser", Assert.Single(type.GetCustomAttributes<UnsupportedOSPlatformAttribute>()).PlatformName);

    private sealed class DerivedHandler : HttpClientHandler;

    private sealed class PassingHandler : DelegatingHandler;

    private sealed class NeedyHandler(StartTests unknown) : DelegatingHandler
    {
        public StartTests Unknown => unknown;
    }
}
