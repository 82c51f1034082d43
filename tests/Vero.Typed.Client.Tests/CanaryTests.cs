using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using static Vero.Typed.Client.Tests.LoopbackServer;

namespace Vero.Typed.Client.Tests;

/// <summary>
/// Lets everybody listen to everything that a process tells about its calls, while all goes wrong that can. The token, the address of the
/// customer and his id must be heard nowhere but on the wire.
/// </summary>
[Collection(AloneCollection.Name)]
public sealed class CanaryTests(UnobservedExceptions unobserved) : IClassFixture<UnobservedExceptions>
{
    /// <summary>Has the runtime show addresses as they are, to whoever listens.</summary>
    public const string ShowAddresses = "DOTNET_SYSTEM_NET_HTTP_DISABLEURIREDACTION";

    private readonly string _token = $"canary+{Guid.NewGuid():N}/=";
    private readonly string _id = $"canary-{Guid.NewGuid():N}";

    private static readonly Dictionary<string, Action<IHttpClientBuilder>> Primaries = new()
    {
        ["the factory's own"] = static _ => { },
        ["SocketsHttpHandler"] = static builder => builder.ConfigurePrimaryHttpMessageHandler(static () => new SocketsHttpHandler()),
        ["HttpClientHandler"] = static builder => builder.ConfigurePrimaryHttpMessageHandler(static () => new HttpClientHandler()),
        ["the factory's own, with its loggers"] = static builder => builder.AddDefaultLogger(),
    };

    public static TheoryData<string> AllPrimaries => new(Primaries.Keys);

    /// <summary>How many tests there are here, for a process that runs them all.</summary>
    public static int Count => typeof(CanaryTests).GetMethods().Sum(static method =>
        method.IsDefined(typeof(TheoryAttribute), inherit: false) ? Primaries.Count : method.IsDefined(typeof(FactAttribute), inherit: false) ? 1 : 0);

    private string[] Canaries => [_token, Uri.EscapeDataString(_token), _id, Clients.Email];

    [Fact]
    public async Task Nobody_hears_of_a_client_without_dependency_injection()
    {
        using var eavesdropper = new Eavesdropper();

        foreach (Fault fault in FaultsOf(ClientKind.Own))
        {
            await using var scene = new FaultScene(fault, ClientKind.Own, _token, _id);
            await scene.PlayAsync();
        }

        AssertNothingHeard(eavesdropper);
    }

    [Theory]
    [MemberData(nameof(AllPrimaries))]
    public async Task Nobody_hears_of_a_client_of_a_factory(string primary)
    {
        using var eavesdropper = new Eavesdropper();

        foreach (Fault fault in FaultsOf(ClientKind.Injected))
        {
            await using var scene = new FaultScene(fault, ClientKind.Injected, _token, _id, (services, builder) =>
            {
                services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(eavesdropper));
                Primaries[primary](builder);
            });
            await scene.PlayAsync();
        }

        AssertNothingHeard(eavesdropper);
        Assert.Equal(primary.EndsWith("with its loggers", StringComparison.Ordinal), eavesdropper.WhoSaid("HttpClient.Vero.Typed").Any());
    }

    [Fact]
    public async Task Nobody_hears_of_a_client_whose_listeners_throw()
    {
        using var eavesdropper = new Eavesdropper();
        int calls = 0;
        using IDisposable meters = ListenerTests.Listen("meter", Throw);
        using IDisposable activities = ListenerTests.Listen("activity stopped", Throw);

        foreach (Fault fault in FaultsOf(ClientKind.Own))
        {
            await using var scene = new FaultScene(fault, ClientKind.Own, _token, _id);
            await scene.PlayAsync();
        }

        AssertNothingHeard(eavesdropper);
        Assert.True(calls > 0, "The listeners were never called.");

        void Throw()
        {
            calls++;
            throw new InvalidDataException("the collector is gone");
        }
    }

    [Fact]
    public void A_task_that_nobody_has_observed_is_noticed()
    {
        Forget();

        Assert.Contains(unobserved.Find(), static exception => exception.InnerException is InvalidTimeZoneException);

        // In a method of its own, or the task would be kept alive by this one.
        [MethodImpl(MethodImplOptions.NoInlining)]
        static void Forget() => Assert.True(Task.FromException(new InvalidTimeZoneException()).IsFaulted);
    }

    [Fact]
    public async Task The_same_listeners_hear_a_plain_call_in_every_place()
    {
        using var eavesdropper = new Eavesdropper();
        await using var server = new LoopbackServer();
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(eavesdropper));
        services.AddHttpClient("plain");
        await using ServiceProvider provider = services.BuildServiceProvider();
        using HttpClient http = provider.GetRequiredService<IHttpClientFactory>().CreateClient("plain");

        // In the path as well: since .NET 9, queries are hidden from logs, activities and events, though not from diagnostic listeners.
        var address = new Uri(server.BaseAddress, $"{_id}?auth_token={Uri.EscapeDataString(_token)}");
        await http.PostAsync(address, new StringContent(""), TestContext.Current.CancellationToken);

        string[] everywhere = ["Activity", "DiagnosticListener", "EventSource", "Log"];
        bool areAddressesShown = Environment.GetEnvironmentVariable(ShowAddresses) == "1";
        Assert.Equal(everywhere, eavesdropper.WhoSaid(_id));
        Assert.Equal(areAddressesShown ? everywhere : ["DiagnosticListener"], eavesdropper.WhoSaid(Uri.EscapeDataString(_token)));
        Assert.Equal(["Log"], eavesdropper.WhoSaid("HttpClient.plain"));
        Assert.Contains("Metric", eavesdropper.WhoSaid("http.client.request.duration"));
    }

    // Nothing but the handler itself knows how to choose, so it cannot be replaced; the README says so.
    [Fact]
    public async Task A_handler_that_chooses_client_certificates_itself_is_heard_by_diagnostic_listeners()
    {
        using var eavesdropper = new Eavesdropper();
        await using var server = new LoopbackServer();
        var services = new ServiceCollection();
        services.AddVero(options => (options.AuthToken, options.BaseAddress) = (_token, server.BaseAddress))
            .ConfigurePrimaryHttpMessageHandler(static () => new HttpClientHandler { ClientCertificateOptions = ClientCertificateOption.Automatic });
        using OwnedClient client = Clients.FromServices(services);

        await client.SendAsync(Clients.NewRequest(_id));

        Assert.Contains("DiagnosticListener", eavesdropper.WhoSaid(Uri.EscapeDataString(_token)));
    }

    [Fact]
    public async Task A_borrowed_HttpClient_is_heard_and_so_would_ours_be()
    {
        using var eavesdropper = new Eavesdropper();
        await using var server = new LoopbackServer();
        using var http = new HttpClient();
        using var client = new VeroClient(new VeroClientOptions { AuthToken = _token, BaseAddress = server.BaseAddress }, http);

        await client.IdentifyAsync(Clients.NewRequest(_id), TestContext.Current.CancellationToken);

        Assert.Contains("DiagnosticListener", eavesdropper.WhoSaid(Uri.EscapeDataString(_token)));
    }

    // Ten thousand calls at once tell nothing that one does not.
    private static IEnumerable<Fault> FaultsOf(ClientKind kind) => FaultMatrix.All.Where(fault => fault.Kinds.Contains(kind) && fault.Row != 52);

    private void AssertNothingHeard(Eavesdropper eavesdropper)
    {
        Assert.All(Canaries, canary => Assert.Empty(eavesdropper.WhoSaid(canary)));

        // Nor does any fault leave a task behind that nobody has observed.
        Assert.Empty(unobserved.Find());

        // They did listen.
        Assert.Contains("Metric", eavesdropper.WhoSaid("http.client.request.duration"));
        Assert.Contains("EventSource", eavesdropper.WhoSaid("RequestStart"));
    }
}
