using System.Reflection;
using System.Runtime.Versioning;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using Vero.Typed.Client.Tests;
using static Vero.Typed.Client.Tests.LoopbackServer;

namespace Vero.Typed.Client.NetStandard.Tests;

/// <summary>
/// The builds for netstandard2.0 behave on a newer framework as its own builds do, though netstandard2.0 has no names for half of what that takes.
/// </summary>
[Collection(AloneCollection.Name)]
public sealed class OlderBuildTests(UnobservedExceptions unobserved) : IClassFixture<UnobservedExceptions>
{
    private readonly string _token = $"canary+{Guid.NewGuid():N}/=";
    private readonly string _id = $"canary-{Guid.NewGuid():N}";

    /// <summary>One of each kind: of the faults of a row, those that end in the same way are one. Not the ten thousand calls.</summary>
    private static readonly Dictionary<string, Fault> Faults = FaultMatrix.All
        .Where(static fault => fault.Row != 52)
        .DistinctBy(static fault => (fault.Row, fault.Exception, fault.Message, fault.Wait))
        .ToDictionary(static fault => fault.ToString());

    public static TheoryData<string, ClientKind> Cases => [.. Faults.Values.SelectMany(static fault => fault.Kinds.Select(kind => (fault.ToString(), kind)))];

    // The control: it is those builds that run here.
    [Fact]
    public void Both_libraries_and_the_factory_of_HttpClients_are_built_for_netstandard()
    {
        Assert.Equal(".NETStandard,Version=v2.0", Framework(typeof(VeroClient).Assembly));
        Assert.Equal(".NETStandard,Version=v2.0", Framework(typeof(IdentifyRequest).Assembly));
        Assert.Equal(".NETStandard,Version=v2.0", Framework(typeof(IHttpClientFactory).Assembly));
        Assert.Equal(".NETCoreApp,Version=v10.0", Framework(typeof(OlderBuildTests).Assembly));

        static string Framework(Assembly assembly) => assembly.GetCustomAttribute<TargetFrameworkAttribute>()!.FrameworkName;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_fault_ends_as_the_matrix_says_and_leaves_nothing_behind(string fault, ClientKind kind)
    {
        await using (var scene = new FaultScene(Faults[fault], kind))
            await scene.PlayAsync();

        Assert.Empty(unobserved.Find());
    }

    [Theory]
    [InlineData(ClientKind.Own)]
    [InlineData(ClientKind.Injected)]
    public async Task Nobody_hears_of_the_token_or_the_customer(ClientKind kind)
    {
        using var eavesdropper = new Eavesdropper();

        await PlayAllAsync(eavesdropper, kind, static _ => { });

        Assert.All(Canaries, canary => Assert.Empty(eavesdropper.WhoSaid(canary)));
        Assert.Contains("Metric", eavesdropper.WhoSaid("http.client.request.duration"));
        Assert.Contains("EventSource", eavesdropper.WhoSaid("RequestStart"));
    }

    // What netstandard2.0 itself has is a handler that hands its requests to listeners, and in activities the lines that are no HTTP.
    [Fact]
    public async Task Of_an_HttpClientHandler_of_the_user_listeners_and_activities_hear_as_the_README_says()
    {
        using var eavesdropper = new Eavesdropper();

        await PlayAllAsync(eavesdropper, ClientKind.Injected, static builder => builder.ConfigurePrimaryHttpMessageHandler(static () => new HttpClientHandler()));

        Assert.Equal(["DiagnosticListener"], eavesdropper.WhoSaid($"auth_token={Uri.EscapeDataString(_token)}"));
        Assert.Equal(["Activity", "DiagnosticListener"], Canaries.SelectMany(eavesdropper.WhoSaid).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("AddVero")]
    [InlineData("defaults, before AddVero")]
    [InlineData("defaults, after AddVero")]
    [InlineData("filter, before AddVero")]
    [InlineData("filter, after AddVero")]
    public void A_primary_handler_of_the_application_is_used_wherever_it_is_set(string where)
    {
        using var own = new HttpClientHandler { MaxConnectionsPerServer = 7 };
        var services = new ServiceCollection();
        if (where is "defaults, before AddVero")
            services.ConfigureHttpClientDefaults(defaults => defaults.ConfigurePrimaryHttpMessageHandler(() => own));
        if (where is "filter, before AddVero")
            services.AddSingleton<IHttpMessageHandlerBuilderFilter>(new PrimaryHandlerFilter(own));
        IHttpClientBuilder builder = services.AddVero(options => options.AuthToken = _token);
        if (where is "AddVero")
            builder.ConfigurePrimaryHttpMessageHandler(() => own);
        if (where is "defaults, after AddVero")
            services.ConfigureHttpClientDefaults(defaults => defaults.ConfigurePrimaryHttpMessageHandler(() => own));
        if (where is "filter, after AddVero")
            services.AddSingleton<IHttpMessageHandlerBuilderFilter>(new PrimaryHandlerFilter(own));
        using ServiceProvider provider = services.BuildServiceProvider();

        HttpMessageHandler handler = provider.GetRequiredService<IHttpMessageHandlerFactory>().CreateHandler(VeroClient.HttpClientName);
        while (handler is DelegatingHandler { InnerHandler: { } inner })
            handler = inner;

        // A copy, so that other clients may use the handler too.
        Assert.NotSame(own, handler);
        var copy = Assert.IsType<HttpClientHandler>(handler);
        Assert.Equal((7, false, false), (copy.MaxConnectionsPerServer, copy.AllowAutoRedirect, copy.UseCookies));
        Assert.Equal((true, true), (own.AllowAutoRedirect, own.UseCookies));
    }

    [Fact]
    public void Other_clients_of_the_factory_keep_the_primary_handler_that_it_makes()
    {
        var services = new ServiceCollection();
        services.AddVero(options => options.AuthToken = _token);
        HttpMessageHandler? primary = null;
        services.AddHttpClient("other").ConfigurePrimaryHttpMessageHandler((handler, _) => primary = handler);
        using ServiceProvider provider = services.BuildServiceProvider();

        provider.GetRequiredService<IHttpMessageHandlerFactory>().CreateHandler("other");

        Assert.IsType<HttpClientHandler>(primary);
    }

    [Theory]
    [InlineData(ClientKind.Own)]
    [InlineData(ClientKind.Injected)]
    public async Task No_header_goes_out_that_is_not_ours(ClientKind kind)
    {
        await using var server = new LoopbackServer { Respond = Answer(200, Accepted, "Set-Cookie: a=b; Path=/\r\n") };
        using OwnedClient client = Clients.Create(kind, server.BaseAddress);
        using var activity = new System.Diagnostics.Activity("a trace is under way").Start();

        await client.SendAsync();
        await client.SendAsync();

        Assert.All(server.Requests, static request => Assert.Equal(["Content-Length", "Content-Type", "Host", "User-Agent"], request.HeaderNames.Order(StringComparer.Ordinal)));
    }

    private string[] Canaries => [_token, Uri.EscapeDataString(_token), _id, Clients.Email];

    private async Task PlayAllAsync(Eavesdropper eavesdropper, ClientKind kind, Action<IHttpClientBuilder> configure)
    {
        foreach (Fault fault in Faults.Values.Where(fault => fault.Kinds.Contains(kind)))
        {
            await using var scene = new FaultScene(fault, kind, _token, _id, (services, builder) =>
            {
                services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(eavesdropper));
                configure(builder);
            });
            await scene.PlayAsync();
        }
    }

    private sealed class PrimaryHandlerFilter(HttpMessageHandler primary) : IHttpMessageHandlerBuilderFilter
    {
        public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) => builder =>
        {
            builder.PrimaryHandler = primary;
            next(builder);
        };
    }
}
