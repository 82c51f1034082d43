using Microsoft.Extensions.DependencyInjection;

namespace Vero.Typed.Client.Tests;

/// <summary>Primary handlers of the user that have sent requests already, after which they cannot be changed.</summary>
public sealed class UsedHandlerTests
{
    [Fact]
    public async Task A_primary_handler_that_another_client_has_used_is_refused_with_advice()
    {
        await using var server = new LoopbackServer();
        using var used = new SocketsHttpHandler();
        using var other = new HttpClient(used);
        await other.GetAsync(server.BaseAddress, TestContext.Current.CancellationToken);
        server.Requests.Clear();
        using OwnedClient client = NewClient(server, used);

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => client.SendAsync());

        Assert.Contains("Create one for the Vero client alone", exception.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_primary_handler_that_was_used_before_is_taken_if_it_is_safe_already()
    {
        await using var server = new LoopbackServer();
        using var used = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ActivityHeadersPropagator = null };
        using var other = new HttpClient(used);
        await other.GetAsync(server.BaseAddress, TestContext.Current.CancellationToken);
        server.Requests.Clear();
        using OwnedClient client = NewClient(server, used);

        await client.SendAsync();

        Assert.Equal(1, server.Single.Count(Clients.EncodedToken));
        Assert.Equal(Timeout.InfiniteTimeSpan, used.ConnectTimeout);
    }

    private static OwnedClient NewClient(LoopbackServer server, HttpMessageHandler used)
    {
        var services = new ServiceCollection();
        services.AddVero(options => (options.AuthToken, options.BaseAddress) = (Clients.Token, server.BaseAddress))
            .ConfigurePrimaryHttpMessageHandler(() => used);
        return Clients.FromServices(services);
    }
}
