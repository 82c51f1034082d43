using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using System.Net.Http.Metrics;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;

namespace Vero.Typed.Client.Tests;

/// <summary>The ways in which a user may put handlers of his own around ours.</summary>
public sealed class HandlerTests
{
    private static readonly Dictionary<string, Action<IServiceCollection, IHttpClientBuilder, Witness>> Ways = new()
    {
        ["nothing of his own"] = static (_, _, _) => { },
        ["own delegating handler"] = static (_, builder, witness) => builder.AddHttpMessageHandler(() => witness.NewHandler()),
        ["own sockets handler"] = static (_, builder, _) => builder.ConfigurePrimaryHttpMessageHandler(static () =>
            new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All }),
        ["own client handler"] = static (_, builder, _) => builder.ConfigurePrimaryHttpMessageHandler(static () =>
            new HttpClientHandler { AutomaticDecompression = DecompressionMethods.All }),
        ["own subclass of the client handler"] = static (_, builder, _) => builder.ConfigurePrimaryHttpMessageHandler(static () =>
            new OwnClientHandler { AllowAutoRedirect = false, UseCookies = false }),
        ["own wrapper of a sockets handler"] = static (_, builder, witness) =>
            builder.ConfigurePrimaryHttpMessageHandler(() => witness.NewHandler(new SocketsHttpHandler())),
        ["own wrappers of a client handler"] = static (_, builder, witness) =>
            builder.ConfigurePrimaryHttpMessageHandler(() => witness.NewHandler(witness.NewHandler(new HttpClientHandler()))),
        ["AddVero twice"] = static (services, builder, witness) =>
        {
            services.AddVero();
            services.AddVero(static _ => { }).AddHttpMessageHandler(() => witness.NewHandler());
        },
        ["UseSocketsHttpHandler"] = static (_, builder, _) => builder.UseSocketsHttpHandler(static (handler, _) => handler.UseCookies = true),
        ["defaults for all clients"] = static (services, _, witness) => services.ConfigureHttpClientDefaults(defaults => defaults
            .AddHttpMessageHandler(() => witness.NewHandler())
            .ConfigurePrimaryHttpMessageHandler(static () => new SocketsHttpHandler { ActivityHeadersPropagator = DistributedContextPropagator.Current })),
        ["defaults after everything else"] = static (services, builder, witness) =>
        {
            builder.AddHttpMessageHandler(() => witness.NewHandler());
            services.ConfigureHttpClientDefaults(defaults => defaults.UseSocketsHttpHandler().AddHttpMessageHandler(() => witness.NewHandler()));
        },
        ["all at once"] = static (services, builder, witness) =>
        {
            services.ConfigureHttpClientDefaults(defaults => defaults.AddHttpMessageHandler(() => witness.NewHandler()));
            services.AddVero().ConfigurePrimaryHttpMessageHandler(() => witness.NewHandler(new SocketsHttpHandler()));
            builder.AddHttpMessageHandler(() => witness.NewHandler());
        },
    };

    public static TheoryData<string> AllWays => new(Ways.Keys);

    [Theory]
    [MemberData(nameof(AllWays))]
    public async Task The_token_is_sent_once_and_no_handler_of_the_user_sees_it(string way)
    {
        var witness = new Witness();
        await using var server = new LoopbackServer();
        using OwnedClient client = Create(way, server, witness);

        await client.SendAsync();
        await client.SendAsync();

        Assert.Equal(2, server.Requests.Count);
        Assert.All(server.Requests, static request => Assert.Equal($"/api/v2/users/track?auth_token={Clients.EncodedToken}", request.Target));
        Assert.All(server.Requests, static request => Assert.Equal(1, request.Count(Clients.EncodedToken)));
        Assert.All(server.Requests, static request => Assert.Equal(Clients.Request.ToJson(), request.Text));
        Assert.All(witness.Seen, text => Assert.DoesNotContain(Clients.EncodedToken, text, StringComparison.OrdinalIgnoreCase));
        Assert.All(witness.Seen, text => Assert.DoesNotContain(Clients.Token, text, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(witness.Handlers > 0, witness.Seen.Any(text => text.Contains("/api/v2/users/track", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(AllWays))]
    public async Task Redirects_and_cookies_and_trace_headers_are_off(string way)
    {
        await using var elsewhere = new LoopbackServer();
        await using var server = new LoopbackServer { Respond = LoopbackServer.Answer(200, LoopbackServer.Accepted, "Set-Cookie: a=b; Path=/\r\n") };
        using OwnedClient client = Create(way, server, new Witness());
        using var activity = new Activity("a trace is under way").Start();

        await client.SendAsync();
        server.Respond = LoopbackServer.Answer(307, "", $"Location: {elsewhere.BaseAddress}\r\n");
        var exception = await Assert.ThrowsAsync<VeroApiException>(() => client.SendAsync());

        Assert.Equal(HttpStatusCode.TemporaryRedirect, exception.StatusCode);
        Assert.Empty(elsewhere.Requests);

        // What a subclass hides cannot be switched off: it keeps its tracing, as the documentation says.
        string[] traced = way == "own subclass of the client handler" ? ["traceparent"] : [];
        Assert.All(server.Requests, request => Assert.Equal(
            ["Content-Length", "Content-Type", "Host", "User-Agent", .. traced], request.HeaderNames.Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData(302)]
    [InlineData(307)]
    public async Task A_redirect_that_an_unknown_primary_handler_follows_is_not_taken_for_success(int status)
    {
        await using var elsewhere = new LoopbackServer();
        await using var server = new LoopbackServer { Respond = LoopbackServer.Answer(status, "", $"Location: {elsewhere.BaseAddress}\r\n") };
        IServiceCollection services = NewServices(server);
        services.AddVero().ConfigurePrimaryHttpMessageHandler(static () => new OpaqueHandler());
        using OwnedClient client = Clients.FromServices(services);

        var exception = await Assert.ThrowsAsync<VeroProtocolException>(() => client.SendAsync());

        Assert.Contains("AllowAutoRedirect", exception.Message, StringComparison.Ordinal);
        Secrets.AssertNoneIn(exception);
    }

    [Fact]
    public async Task A_witness_outside_of_our_handler_would_have_seen_a_token_in_the_address()
    {
        var witness = new Witness();
        await using var server = new LoopbackServer();
        using var http = new HttpClient(witness.NewHandler(new SocketsHttpHandler()));
        using var client = new VeroClient(Clients.NewOptions(server.BaseAddress), http);

        await client.IdentifyAsync(Clients.Request, TestContext.Current.CancellationToken);

        Assert.All(witness.Seen, static text => Assert.Contains(Clients.EncodedToken, text, StringComparison.Ordinal));
        Assert.Equal(3, witness.Seen.Count);
    }

    [Fact]
    public async Task Callbacks_that_a_handler_attaches_to_the_request_do_not_see_the_token()
    {
        var seen = new ConcurrentQueue<string>();
        void Attach(HttpRequestMessage request) =>
            HttpMetricsEnrichmentContext.AddCallback(request, context => seen.Enqueue(context.Request.RequestUri!.OriginalString));
        using var meters = new MeterListener { InstrumentPublished = static (instrument, self) => self.EnableMeasurementEvents(instrument) };
        meters.Start();
        await using var server = new LoopbackServer();
        IServiceCollection services = NewServices(server);
        services.AddVero().AddHttpMessageHandler(() => new ActingHandler(Attach));
        using OwnedClient client = Clients.FromServices(services);
        using var http = new HttpClient(new ActingHandler(Attach) { InnerHandler = new SocketsHttpHandler() });
        using var control = new VeroClient(Clients.NewOptions(server.BaseAddress), http);

        await client.SendAsync();
        Assert.DoesNotContain(seen, static text => text.Contains(Clients.EncodedToken, StringComparison.Ordinal));

        await control.IdentifyAsync(Clients.Request, TestContext.Current.CancellationToken);
        Assert.Contains(seen, static text => text.Contains(Clients.EncodedToken, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Metrics_of_the_connection_go_to_the_meters_of_the_application()
    {
        var scopes = new ConcurrentQueue<object?>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Name == "http.client.request.duration")
                self.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<double>((instrument, _, _, _) => scopes.Enqueue(instrument.Meter.Scope));
        listener.Start();
        await using var server = new LoopbackServer();
        IServiceCollection services = NewServices(server);
        services.AddVero();
        await using ServiceProvider provider = services.BuildServiceProvider();

        await provider.GetRequiredService<IVeroClient>().IdentifyAsync(Clients.Request, TestContext.Current.CancellationToken);

        Assert.Contains(provider.GetRequiredService<IMeterFactory>(), scopes);
    }

    [Fact]
    public async Task What_a_handler_adds_to_the_request_is_sent()
    {
        await using var server = new LoopbackServer();
        IServiceCollection services = NewServices(server);
        services.AddVero().AddHttpMessageHandler(static () => new ActingHandler(static request => request.Headers.Add("X-Tenant", ["a", "b"])));
        using OwnedClient client = Clients.FromServices(services);

        await client.SendAsync();

        Assert.Contains("X-Tenant: a, b\r\n", server.Single.Head, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_user_sets_on_the_HttpClient_does_not_lead_the_request_astray()
    {
        await using var server = new LoopbackServer();
        IServiceCollection services = NewServices(server);
        services.AddVero().ConfigureHttpClient(static http =>
        {
            http.BaseAddress = new Uri("https://elsewhere.invalid/");
            http.DefaultRequestVersion = HttpVersion.Version20;
            http.DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact;
            http.MaxResponseContentBufferSize = 1;
            http.DefaultRequestHeaders.Add("X-Tenant", "a");
            http.DefaultRequestHeaders.ExpectContinue = false;
        });
        using OwnedClient client = Clients.FromServices(services);

        await client.SendAsync();

        Assert.Equal($"POST /api/v2/users/track?auth_token={Clients.EncodedToken} HTTP/1.1", server.Single.Line);
        Assert.Contains("X-Tenant: a\r\n", server.Single.Head, StringComparison.Ordinal);
        Assert.Equal(Clients.Request.ToJson(), server.Single.Text);
    }

    [Fact]
    public async Task A_handler_may_send_the_request_again()
    {
        await using var server = new LoopbackServer { Respond = LoopbackServer.Answer(503, "") };
        IServiceCollection services = NewServices(server);
        services.AddVero().AddHttpMessageHandler(() => new RepeatingHandler(() => server.Respond = LoopbackServer.Answer(200, LoopbackServer.Accepted)));
        using OwnedClient client = Clients.FromServices(services);

        await client.SendAsync();

        Assert.Equal(2, server.Requests.Count);
        Assert.All(server.Requests, static request => Assert.Equal(Clients.Request.ToJson(), request.Text));
    }

    [Fact]
    public async Task A_handler_may_ask_for_the_same_address_in_words_of_its_own()
    {
        await using var server = new LoopbackServer();
        IServiceCollection services = NewServices(server);
        services.AddVero().AddHttpMessageHandler(static () => new ActingHandler(static request =>
            request.RequestUri = new Uri(request.RequestUri!.OriginalString.Replace("http:", "HTTP:", StringComparison.Ordinal))));
        using OwnedClient client = Clients.FromServices(services);

        await client.SendAsync();

        Assert.Equal(1, server.Single.Count(Clients.EncodedToken));
    }

    [Fact]
    public async Task The_token_does_not_go_to_another_address_that_a_handler_asks_for()
    {
        await using var elsewhere = new LoopbackServer();
        await using var server = new LoopbackServer();
        IServiceCollection services = NewServices(server);
        services.AddVero().AddHttpMessageHandler(() => new ActingHandler(request => request.RequestUri = new Uri(elsewhere.BaseAddress, "users/track")));
        using OwnedClient client = Clients.FromServices(services);

        var exception = await Assert.ThrowsAsync<VeroConnectionException>(() => client.SendAsync());

        Assert.False(exception.IsTransient);
        Assert.Contains("The credential is sent only to VeroClientOptions.BaseAddress", exception.Message, StringComparison.Ordinal);
        Assert.Empty(elsewhere.Requests);
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData(typeof(FormatException))]
    [InlineData(typeof(InvalidOperationException))]
    [InlineData(typeof(UriFormatException))]
    [InlineData(typeof(HttpRequestException))]
    [InlineData(typeof(IOException))]
    [InlineData(typeof(ObjectDisposedException))]
    public async Task What_a_handler_throws_becomes_an_exception_of_ours(Type type)
    {
        var thrown = (Exception)Activator.CreateInstance(type, "out of order")!;
        await using var server = new LoopbackServer();
        IServiceCollection services = NewServices(server);
        services.AddVero().AddHttpMessageHandler(() => new ActingHandler(_ => throw thrown));
        using OwnedClient client = Clients.FromServices(services);

        var exception = await Assert.ThrowsAsync<VeroConnectionException>(() => client.SendAsync());

        Assert.Same(thrown, exception.InnerException);
        Assert.True(exception.IsTransient);
        Assert.Empty(server.Requests);
        Secrets.AssertNoneIn(exception);
    }

    [Fact]
    public async Task What_a_borrowed_handler_throws_is_not_passed_on_if_it_shows_the_token()
    {
        using var http = new HttpClient(new ActingHandler(static request => throw new FormatException($"cannot send to {request.RequestUri!.OriginalString}")));
        using var client = new VeroClient(Clients.NewOptions(new Uri("https://vero.invalid/")), http);

        var exception = await Assert.ThrowsAsync<VeroConnectionException>(() => client.IdentifyAsync(Clients.Request, TestContext.Current.CancellationToken));

        Assert.Null(exception.InnerException);
        Secrets.AssertNoneIn(exception);
    }

    [Fact]
    public void Settings_of_a_client_handler_survive_its_conversion()
    {
        using var shell = new HttpClientHandler
        {
            Proxy = new WebProxy("http://proxy.invalid"),
            MaxConnectionsPerServer = 3,
            MaxResponseHeadersLength = 17,
            PreAuthenticate = true,
            UseProxy = false,
            Credentials = new NetworkCredential("a", "b"),
            DefaultProxyCredentials = new NetworkCredential("c", "d"),
            SslProtocols = SslProtocols.Tls13,
            CheckCertificateRevocationList = true,
        };
        using X509Certificate2 certificate = TestCertificates.Create("client");
        shell.ClientCertificates.Add(certificate);
        ClientSettingsSource settings = Clients.NewSettings(new Uri("https://vero.invalid/"));

        var handler = Assert.IsType<SocketsHttpHandler>(PrimaryHandlerCopy.Of(shell, settings.Scope, meters: null));

        Assert.Equal(new Uri("http://proxy.invalid"), handler.Proxy!.GetProxy(new Uri("https://vero.invalid")));
        Assert.Equal(3, handler.MaxConnectionsPerServer);
        Assert.Equal(17, handler.MaxResponseHeadersLength);
        Assert.True(handler.PreAuthenticate);
        Assert.False(handler.UseProxy);
        Assert.Same(shell.Credentials, handler.Credentials);
        Assert.Same(shell.DefaultProxyCredentials, handler.DefaultProxyCredentials);
        Assert.Equal(shell.SslProtocols, handler.SslOptions.EnabledSslProtocols);
        Assert.Equal(X509RevocationMode.Online, handler.SslOptions.CertificateRevocationCheckMode);
        Assert.Same(shell.ClientCertificates, handler.SslOptions.ClientCertificates);
    }

    [Fact]
    public void Connections_of_a_client_of_its_own_notice_a_new_address_of_the_host()
    {
        ClientSettingsSource settings = Clients.NewSettings(new Uri("https://vero.invalid/"));
        using var token = Assert.IsType<VeroTokenHandler>(VeroHandlerChain.Create(settings));

        var primary = Assert.IsType<SocketsHttpHandler>(token.InnerHandler);

        Assert.Equal(TimeSpan.FromMinutes(5), primary.PooledConnectionLifetime);
        Assert.Equal(TimeSpan.FromSeconds(10), primary.ConnectTimeout);
    }

    [Fact]
    public void Connecting_has_a_limit_of_its_own_unless_the_user_sets_another()
    {
        Assert.Equal(TimeSpan.FromSeconds(10), ConnectTimeoutOf(static _ => { }));
        Assert.Equal(TimeSpan.FromSeconds(10), ConnectTimeoutOf(static builder => builder.ConfigurePrimaryHttpMessageHandler(static () => new HttpClientHandler())));
        Assert.Equal(TimeSpan.FromSeconds(3), ConnectTimeoutOf(static builder => builder.UseSocketsHttpHandler(static (handler, _) => handler.ConnectTimeout = TimeSpan.FromSeconds(3))));

        static TimeSpan ConnectTimeoutOf(Action<IHttpClientBuilder> configure)
        {
            var services = new ServiceCollection();
            configure(services.AddVero(static options => options.AuthToken = Clients.Token));
            using ServiceProvider provider = services.BuildServiceProvider();
            HttpMessageHandler handler = provider.GetRequiredService<IHttpMessageHandlerFactory>().CreateHandler(VeroClient.HttpClientName);
            while (handler is DelegatingHandler { InnerHandler: { } inner })
                handler = inner;
            return Assert.IsType<SocketsHttpHandler>(handler).ConnectTimeout;
        }
    }

    [Fact]
    public async Task The_deadline_of_the_options_is_the_only_one_unless_the_user_sets_another()
    {
        await using var server = new LoopbackServer();
        IServiceCollection services = NewServices(server);
        services.ConfigureHttpClientDefaults(static defaults => defaults.ConfigureHttpClient(static client => client.Timeout = TimeSpan.FromMinutes(3)));
        await using ServiceProvider provider = services.BuildServiceProvider();
        using HttpClient http = provider.GetRequiredService<IHttpClientFactory>().CreateClient(VeroClient.HttpClientName);

        Assert.Equal(Timeout.InfiniteTimeSpan, http.Timeout);
    }

    [Fact]
    public async Task A_primary_handler_that_the_user_keeps_gets_one_token_handler()
    {
        var witness = new Witness();
        await using var server = new LoopbackServer();
        using DelegatingHandler kept = witness.NewHandler(new SocketsHttpHandler());
        IServiceCollection services = NewServices(server);
        services.AddVero().ConfigurePrimaryHttpMessageHandler(() => kept);
        await using ServiceProvider provider = services.BuildServiceProvider();
        var factory = provider.GetRequiredService<IHttpMessageHandlerFactory>();

        // What the factory does whenever the lifetime of its handlers is over.
        ClientSettingsSource settings = provider.GetRequiredService<NamedClientSettings>().Of("");
        factory.CreateHandler(VeroClient.HttpClientName);
        Assert.Same(kept, VeroHandlerChain.Install(kept, settings.Scope, meters: null));
        await provider.GetRequiredService<IVeroClient>().IdentifyAsync(Clients.Request, TestContext.Current.CancellationToken);
        Assert.Same(kept, VeroHandlerChain.Install(kept, settings.Scope, meters: null));

        Assert.Equal(1, server.Single.Count(Clients.EncodedToken));
        ClientSettingsSource other = Clients.NewSettings(server.BaseAddress);
        Assert.Throws<InvalidOperationException>(() => VeroHandlerChain.Install(kept, other.Scope, meters: null));
    }

    [Fact]
    public async Task A_wrapper_around_nothing_is_named()
    {
        await using var server = new LoopbackServer();
        IServiceCollection services = NewServices(server);
        services.AddVero().ConfigurePrimaryHttpMessageHandler(static () => new ActingHandler());
        using OwnedClient client = Clients.FromServices(services);

        var exception = await Assert.ThrowsAsync<VeroConnectionException>(() => client.SendAsync());

        Assert.False(exception.IsTransient);
        Assert.Contains("ActingHandler is the primary handler of the Vero client but has no InnerHandler", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_clients_of_the_factory_are_left_alone()
    {
        await using var server = new LoopbackServer();
        IServiceCollection services = NewServices(server);
        services.AddVero();
        services.AddHttpClient("other");
        await using ServiceProvider provider = services.BuildServiceProvider();
        using HttpClient other = provider.GetRequiredService<IHttpClientFactory>().CreateClient("other");

        await other.GetAsync(server.BaseAddress, TestContext.Current.CancellationToken);

        Assert.Equal("/api/v2/", server.Single.Target);
        Assert.Equal(TimeSpan.FromSeconds(100), other.Timeout);
    }

    private static OwnedClient Create(string way, LoopbackServer server, Witness witness)
    {
        IServiceCollection services = NewServices(server);
        Ways[way](services, services.AddVero(), witness);
        return Clients.FromServices(services);
    }

    private static ServiceCollection NewServices(LoopbackServer server)
    {
        var services = new ServiceCollection();
        services.AddVero(o =>
        {
            o.AuthToken = Clients.Token;
            o.BaseAddress = server.BaseAddress;
            o.MaxRetries = 0;
        });
        return services;
    }

    /// <summary>A handler of a kind that the library has never heard of.</summary>
    private sealed class OpaqueHandler : HttpMessageHandler
    {
        private readonly HttpMessageInvoker _inner = new(new SocketsHttpHandler());

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            _inner.SendAsync(request, cancellationToken);

        protected override void Dispose(bool disposing)
        {
            _inner.Dispose();
            base.Dispose(disposing);
        }
    }

    private sealed class OwnClientHandler : HttpClientHandler;

    /// <summary>Keeps everything that its handlers are shown, before and after the call.</summary>
    private sealed class Witness
    {
        private int _handlers;

        public ConcurrentQueue<string> Seen { get; } = new();

        public int Handlers => _handlers;

        public DelegatingHandler NewHandler()
        {
            Interlocked.Increment(ref _handlers);
            return new WitnessHandler(this);
        }

        public DelegatingHandler NewHandler(HttpMessageHandler inner)
        {
            DelegatingHandler handler = NewHandler();
            handler.InnerHandler = inner;
            return handler;
        }

        private sealed class WitnessHandler(Witness witness) : DelegatingHandler
        {
            protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            {
                witness.Seen.Enqueue($"{request} {request.RequestUri!.OriginalString} {string.Join(',', request.Options)}");
                witness.Seen.Enqueue(JsonSerializer.Serialize<object>(request.RequestUri));
                HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
                witness.Seen.Enqueue($"{response} {response.RequestMessage} {request} {response.RequestMessage!.RequestUri!.OriginalString}");
                Assert.Same(request, response.RequestMessage);
                return response;
            }
        }
    }

    private sealed class ActingHandler(Action<HttpRequestMessage>? act = null) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            act?.Invoke(request);
            return base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class RepeatingHandler(Action betweenCalls) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            using (await base.SendAsync(request, cancellationToken))
                betweenCalls();
            return await base.SendAsync(request, cancellationToken);
        }
    }
}
