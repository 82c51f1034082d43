using System.Net;
using Microsoft.Extensions.DependencyInjection;

namespace Vero.Typed.Client.Tests;

/// <summary>Primary handlers that serve other HttpClients as well, before or after the Vero client.</summary>
public sealed class UsedHandlerTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [FaultRow(66)]
    public async Task A_handler_that_other_clients_use_keeps_its_settings_and_Vero_has_its_own(bool isUsedBefore)
    {
        await using var elsewhere = new LoopbackServer();
        await using var server = new LoopbackServer();
        using var shared = new SocketsHttpHandler();
        using var other = new HttpClient(shared, disposeHandler: false);
        if (isUsedBefore)
            await other.GetAsync(server.BaseAddress, TestContext.Current.CancellationToken);
        server.Requests.Clear();
        using OwnedClient client = NewClient(server, shared);

        await client.SendAsync();
        Assert.Equal(1, server.Single.Count(Clients.EncodedToken));
        server.Respond = LoopbackServer.Answer(307, "", $"Location: {elsewhere.BaseAddress}\r\n");
        await Assert.ThrowsAsync<VeroApiException>(client.SendAsync);

        Assert.Empty(elsewhere.Requests);
        using HttpResponseMessage response = await other.GetAsync(server.BaseAddress, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(0, elsewhere.Single.Count("auth_token"));
        Assert.Equal((true, true, Timeout.InfiniteTimeSpan), (shared.AllowAutoRedirect, shared.UseCookies, shared.ConnectTimeout));
    }

    [Fact]
    [FaultRow(66)]
    public async Task Delegating_handlers_that_other_clients_use_serve_both()
    {
        await using var elsewhere = new LoopbackServer();
        await using var server = new LoopbackServer();
        using var shared = new PassingHandler { InnerHandler = new SocketsHttpHandler() };
        using var other = new HttpClient(shared, disposeHandler: false);
        using OwnedClient client = NewClient(server, shared);

        await client.SendAsync();
        Assert.Equal(1, server.Single.Count(Clients.EncodedToken));
        server.Respond = LoopbackServer.Answer(307, "", $"Location: {elsewhere.BaseAddress}\r\n");
        await Assert.ThrowsAsync<VeroApiException>(client.SendAsync);
        Assert.Empty(elsewhere.Requests);
        using HttpResponseMessage response = await other.GetAsync(server.BaseAddress, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(0, elsewhere.Single.Count("auth_token"));
        Assert.Equal(3, shared.Count);
    }

    [Fact]
    [FaultRow(66)]
    public async Task Delegating_handlers_that_are_in_use_already_are_refused_with_advice()
    {
        await using var server = new LoopbackServer();
        using var used = new PassingHandler { InnerHandler = new SocketsHttpHandler() };
        using var other = new HttpClient(used, disposeHandler: false);
        await other.GetAsync(server.BaseAddress, TestContext.Current.CancellationToken);
        server.Requests.Clear();
        using OwnedClient client = NewClient(server, used);

        var exception = await Assert.ThrowsAsync<VeroConnectionException>(client.SendAsync);

        Assert.Contains("Create one for the Vero client alone", exception.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
        using HttpResponseMessage response = await other.GetAsync(server.BaseAddress, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData(true, false, DecompressionMethods.None)]
    [InlineData(false, true, DecompressionMethods.None)]
    [InlineData(false, false, DecompressionMethods.GZip)]
    [FaultRow(66)]
    public async Task A_derived_handler_that_cannot_be_copied_is_refused_if_it_is_not_safe(bool redirects, bool cookies, DecompressionMethods decompression)
    {
        await using var server = new LoopbackServer();
        using var derived = new DerivedHandler { AllowAutoRedirect = redirects, UseCookies = cookies, AutomaticDecompression = decompression };
        using OwnedClient client = NewClient(server, derived);

        var exception = await Assert.ThrowsAsync<VeroConnectionException>(client.SendAsync);

        Assert.Contains("DerivedHandler, the primary handler of the Vero client, must have AllowAutoRedirect and UseCookies set to false", exception.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
        Assert.Equal((redirects, cookies, decompression), (derived.AllowAutoRedirect, derived.UseCookies, derived.AutomaticDecompression));
    }

    private static OwnedClient NewClient(LoopbackServer server, HttpMessageHandler used)
    {
        var services = new ServiceCollection();
        services.AddVero(options => (options.AuthToken, options.BaseAddress) = (Clients.Token, server.BaseAddress))
            .ConfigurePrimaryHttpMessageHandler(() => used);
        return Clients.FromServices(services);
    }

    private sealed class DerivedHandler : HttpClientHandler;

    private sealed class PassingHandler : DelegatingHandler
    {
        public int Count { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Count++;
            return base.SendAsync(request, cancellationToken);
        }
    }
}
