using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Vero.Typed.Client.Tests;

/// <summary>Several projects of Vero in one application.</summary>
public sealed class ProjectsTests
{
    [Fact]
    public async Task Each_project_gets_its_own_token_at_its_own_address()
    {
        await using var home = new LoopbackServer();
        await using var eu = new LoopbackServer();
        await using var us = new LoopbackServer();
        var services = new ServiceCollection();
        services.AddVero(Set("token-home", home));
        services.AddVero("eu", Set("token-eu", eu));
        services.AddVero("us", Set("token-us", us));
        await using ServiceProvider provider = services.BuildServiceProvider();
        IVeroClient[] clients =
        [
            provider.GetRequiredService<IVeroClient>(),
            provider.GetRequiredKeyedService<IVeroClient>("eu"),
            provider.GetRequiredKeyedService<IVeroClient>("us"),
        ];

        // All at once and again, so that connections and handlers of one could be taken for those of another.
        await Task.WhenAll(Enumerable.Range(0, 60).Select(i =>
            clients[i % 3].IdentifyAsync(Clients.NewRequest($"user-{i % 3}-{i}"), TestContext.Current.CancellationToken)));

        AssertGot(home, "token-home", "user-0-");
        AssertGot(eu, "token-eu", "user-1-");
        AssertGot(us, "token-us", "user-2-");
    }

    [Fact]
    public async Task Projects_at_the_same_address_are_told_apart_by_their_tokens()
    {
        await using var server = new LoopbackServer();
        var services = new ServiceCollection();
        services.AddVero("eu", Set("token-eu", server));
        services.AddVero("us", Set("token-us", server));
        await using ServiceProvider provider = services.BuildServiceProvider();

        foreach (string name in (string[])["eu", "us", "eu"])
        {
            await provider.GetRequiredKeyedService<IVeroClient>(name)
                .IdentifyAsync(Clients.NewRequest("of-" + name), TestContext.Current.CancellationToken);
        }

        Assert.Equal(
            ["/api/v2/users/track?auth_token=token-eu", "/api/v2/users/track?auth_token=token-us", "/api/v2/users/track?auth_token=token-eu"],
            server.Requests.Select(static request => request.Target));
        Assert.All(server.Requests, static request => Assert.Contains(
            request.Target.EndsWith("eu", StringComparison.Ordinal) ? "of-eu" : "of-us", request.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_service_asks_for_its_project_by_key()
    {
        await using var home = new LoopbackServer();
        await using var eu = new LoopbackServer();
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(
        [
            new("Vero:AuthToken", "token-home"), new("Vero:BaseAddress", home.BaseAddress.AbsoluteUri),
            new("Vero:Eu:AuthToken", "token-eu"), new("Vero:Eu:BaseAddress", eu.BaseAddress.AbsoluteUri), new("Vero:Eu:Timeout", "00:00:07"),
        ]);
        builder.Services.AddVero(builder.Configuration.GetSection("Vero"));
        builder.Services.AddVero("eu", builder.Configuration.GetSection("Vero:Eu"));
        builder.Services.AddTransient<Both>();
        using IHost host = builder.Build();
        await host.StartAsync(TestContext.Current.CancellationToken);

        var both = host.Services.GetRequiredService<Both>();
        await both.Home.IdentifyAsync(Clients.Request, TestContext.Current.CancellationToken);
        await both.Eu.IdentifyAsync(Clients.Request, TestContext.Current.CancellationToken);

        Assert.EndsWith("auth_token=token-home", home.Single.Target, StringComparison.Ordinal);
        Assert.EndsWith("auth_token=token-eu", eu.Single.Target, StringComparison.Ordinal);
        var options = host.Services.GetRequiredService<IOptionsMonitor<VeroClientOptions>>();
        Assert.Equal(TimeSpan.FromSeconds(7), options.Get("eu").Timeout);
        Assert.Equal(TimeSpan.FromSeconds(30), options.CurrentValue.Timeout);
        Assert.Same(both.Eu, host.Services.GetRequiredKeyedService<IVeroClient>("eu"));
        await host.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public void A_project_with_a_name_is_not_the_client_without_one()
    {
        var services = new ServiceCollection();
        services.AddVero("eu", static o => o.AuthToken = "token-eu");
        using ServiceProvider provider = services.BuildServiceProvider();

        Assert.Null(provider.GetService<IVeroClient>());
        Assert.Null(provider.GetKeyedService<IVeroClient>("EU"));
        Assert.NotNull(provider.GetKeyedService<IVeroClient>("eu"));
    }

    [Fact]
    public async Task The_same_name_twice_is_one_client_that_the_later_call_has_the_last_word_on()
    {
        await using var server = new LoopbackServer();
        var services = new ServiceCollection();
        services.AddVero("eu", Set("first", server)).AddHttpMessageHandler(static () => new MarkingHandler("A"));
        services.AddVero("eu", static o => o.AuthToken = "second").AddHttpMessageHandler(static () => new MarkingHandler("B"));
        await using ServiceProvider provider = services.BuildServiceProvider();

        await Assert.Single(provider.GetKeyedServices<IVeroClient>("eu")).IdentifyAsync(Clients.Request, TestContext.Current.CancellationToken);

        Assert.Equal("/api/v2/users/track?auth_token=second", server.Single.Target);
        Assert.Contains("X-Mark: A, B\r\n", server.Single.Head, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Handlers_of_one_project_do_not_see_the_requests_of_another()
    {
        await using var server = new LoopbackServer();
        var services = new ServiceCollection();
        services.AddVero("eu", Set("token-eu", server)).AddHttpMessageHandler(static () => new MarkingHandler("eu"));
        services.AddVero("us", Set("token-us", server));
        await using ServiceProvider provider = services.BuildServiceProvider();

        await provider.GetRequiredKeyedService<IVeroClient>("us").IdentifyAsync(Clients.Request, TestContext.Current.CancellationToken);

        Assert.DoesNotContain("X-Mark", server.Single.Head, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Projects_do_not_share_a_connection_handler()
    {
        await using var server = new LoopbackServer();
        using var shared = new MarkingHandler("shared") { InnerHandler = new SocketsHttpHandler() };
        var services = new ServiceCollection();
        services.AddVero("eu", Set("token-eu", server)).ConfigurePrimaryHttpMessageHandler(() => shared);
        services.AddVero("us", Set("token-us", server)).ConfigurePrimaryHttpMessageHandler(() => shared);
        await using ServiceProvider provider = services.BuildServiceProvider();
        await provider.GetRequiredKeyedService<IVeroClient>("eu").IdentifyAsync(Clients.Request, TestContext.Current.CancellationToken);

        var exception = await Assert.ThrowsAsync<VeroConnectionException>(() =>
            provider.GetRequiredKeyedService<IVeroClient>("us").IdentifyAsync(Clients.Request, TestContext.Current.CancellationToken));

        Assert.Contains("belongs to another Vero client", exception.Message, StringComparison.Ordinal);
        Assert.EndsWith("token-eu", server.Single.Target, StringComparison.Ordinal);
    }

    [Fact]
    public void A_client_that_was_registered_under_the_name_before_is_kept()
    {
        var services = new ServiceCollection();
        using var own = new VeroClient(new VeroClientOptions { AuthToken = "own" });
        services.AddKeyedSingleton<IVeroClient>("eu", own);
        services.AddVero("eu");
        using ServiceProvider provider = services.BuildServiceProvider();

        Assert.Same(own, provider.GetRequiredKeyedService<IVeroClient>("eu"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \t")]
    public void A_blank_name_is_refused(string name)
    {
        var services = new ServiceCollection();
        IConfiguration section = new ConfigurationBuilder().Build();

        Assert.Contains("The name is blank", Assert.Throws<ArgumentException>("name", () => services.AddVero(name)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("name", () => services.AddVero(name, static _ => { }));
        Assert.Throws<ArgumentException>("name", () => services.AddVero(name, section));
        Assert.Empty(services);
    }

    [Fact]
    public void What_is_missing_is_an_argument_exception()
    {
        var services = new ServiceCollection();

        Assert.Throws<ArgumentNullException>("name", () => services.AddVero((string)null!));
        Assert.Throws<ArgumentNullException>("section", () => services.AddVero("eu", (IConfiguration)null!));
        Assert.Throws<ArgumentNullException>("configure", () => services.AddVero("eu", (Action<VeroClientOptions>)null!));
        Assert.Throws<ArgumentNullException>("services", () => VeroServiceCollectionExtensions.AddVero(null!, "eu"));
    }

    [Fact]
    public async Task A_host_that_does_not_start_says_which_project_is_wrong_and_where_it_is_set()
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection([new("Vero:Eu:Timeout", "soon"), new("Vero:Us:AuthToken", "token-us"), new("Vero:Us:BaseAddress", "http://us.example"), new("Vero:Us:MaxRetries", "11")]);
        builder.Services.AddVero("eu", builder.Configuration.GetSection("Vero:Eu"));
        builder.Services.AddVero("us", builder.Configuration.GetSection("Vero:Us"));
        builder.Services.AddVero("in code", static o => o.BaseAddress = new Uri("https://code.example"));
        using IHost host = builder.Build();

        var exception = await Assert.ThrowsAsync<AggregateException>(() => host.StartAsync(TestContext.Current.CancellationToken));

        string[][] failures = [.. exception.InnerExceptions.Cast<OptionsValidationException>().Select(static e => e.Failures.ToArray())];
        Assert.Equal(3, failures.Length);
        Assert.Equal(2, failures[0].Length);
        Assert.StartsWith(
            "Vero client 'eu': AuthToken is missing. Set it with the environment variable Vero__Eu__AuthToken, or in code. The environment is Production", failures[0][0], StringComparison.Ordinal);
        Assert.StartsWith("Vero client 'eu': Vero:Eu:Timeout is not a time.", failures[0][1], StringComparison.Ordinal);
        Assert.Equal(2, failures[1].Length);
        Assert.StartsWith("Vero client 'us': BaseAddress must be https", failures[1][0], StringComparison.Ordinal);
        Assert.StartsWith("Vero client 'us': MaxRetries must be 0 to 10. Remove Vero:Us:MaxRetries", failures[1][1], StringComparison.Ordinal);
        Assert.StartsWith(
            "Vero client 'in code': AuthToken is missing. Set it in the call of AddVero(\"in code\", ...).", Assert.Single(failures[2]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AuthToken", "Services:Vero:Eu", "set Services:Vero:Eu:AuthToken (environment variable Services__Vero__Eu__AuthToken, VeroClientOptions.AuthToken) to the Auth Token")]
    [InlineData("TrackingApiKey", "Vero", "set Vero:TrackingApiKey (environment variable Vero__TrackingApiKey, VeroClientOptions.TrackingApiKey) to the Tracking API Key")]
    public async Task A_credential_that_Vero_rejects_is_named_by_the_setting_that_holds_it(string setting, string path, string advice)
    {
        await using var server = new LoopbackServer { Respond = LoopbackServer.Answer(401, "{}") };
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection(
            [new($"{path}:{setting}", "wrong"), new($"{path}:BaseAddress", server.BaseAddress.AbsoluteUri)]).Build();
        var services = new ServiceCollection();
        services.AddVero("eu", configuration.GetSection(path));
        await using ServiceProvider provider = services.BuildServiceProvider();

        var exception = await Assert.ThrowsAsync<VeroApiException>(() =>
            provider.GetRequiredKeyedService<IVeroClient>("eu").IdentifyAsync(Clients.Request, TestContext.Current.CancellationToken));

        Assert.Contains(advice, exception.Message, StringComparison.Ordinal);
    }

    private static Action<VeroClientOptions> Set(string token, LoopbackServer server) => options =>
    {
        options.AuthToken = token;
        options.BaseAddress = server.BaseAddress;
    };

    private static void AssertGot(LoopbackServer server, string token, string users)
    {
        Assert.Equal(20, server.Requests.Count);
        Assert.All(server.Requests, request =>
        {
            Assert.Equal($"/api/v2/users/track?auth_token={token}", request.Target);
            Assert.Equal(1, request.Count("token-"));
            Assert.Contains(users, request.Text, StringComparison.Ordinal);
        });
    }

    private sealed class Both(IVeroClient home, [FromKeyedServices("eu")] IVeroClient eu)
    {
        public IVeroClient Home => home;

        public IVeroClient Eu => eu;
    }

    private sealed class MarkingHandler(string mark) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Add("X-Mark", mark);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
