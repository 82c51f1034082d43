using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Vero.Typed.Client.Tests;

/// <summary>Options that change while the application runs.</summary>
public sealed class ReloadTests
{
    // No test waits longer than this.
    private static readonly OperationFacts Identify = OperationTable.Of(VeroOperation.Identify);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Theory]
    [InlineData("")]
    [InlineData("eu")]
    public async Task The_next_call_uses_the_changed_token_and_address_and_timeout(string name)
    {
        await using var before = new LoopbackServer();
        await using var after = new LoopbackServer();
        using var application = new Application(name, before.BaseAddress);

        await application.SendAsync();
        application.Set("AuthToken", "second").Set("BaseAddress", after.BaseAddress.AbsoluteUri).Set("Timeout", "00:00:09").Reload();
        await application.SendAsync();
        await application.SendAsync();

        Assert.EndsWith("auth_token=first", before.Single.Target, StringComparison.Ordinal);
        Assert.Equal(2, after.Requests.Count);
        Assert.All(after.Requests, static request => Assert.EndsWith("auth_token=second", request.Target, StringComparison.Ordinal));
        Assert.All(after.Requests, static request => Assert.Equal(0, request.Count("first")));
        Assert.Equal(TimeSpan.FromSeconds(9), application.Settings.Current.Timeout);
        Assert.Empty(application.Log);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [FaultRow(70)]
    public async Task Options_that_change_while_they_are_read_are_read_again(int changes)
    {
        await using var old = new LoopbackServer();
        await using var current = new LoopbackServer();
        (string Token, Uri Address)[] values = [("old", old.BaseAddress), ("current", current.BaseAddress)];
        int index = 0;
        int left = 0;
        IConfigurationRoot reloading = new ConfigurationBuilder().AddInMemoryCollection([]).Build();
        var services = new ServiceCollection();
        services.AddVero(options =>
        {
            options.AuthToken = values[index].Token;

            // Another provider changes between two reads, back and forth, and at last to the current values.
            if (left > 0)
                index = --left % 2 == 0 ? 1 : 0;
            options.BaseAddress = values[index].Address;
        });
        services.AddSingleton<IOptionsChangeTokenSource<VeroClientOptions>>(new ConfigurationChangeTokenSource<VeroClientOptions>(reloading));
        await using ServiceProvider provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<IVeroClient>();
        await client.IdentifyAsync(Clients.Request, TestContext.Current.CancellationToken);

        left = changes;
        reloading.Reload();
        await client.IdentifyAsync(Clients.Request, TestContext.Current.CancellationToken);

        Assert.EndsWith("=old", old.Single.Target, StringComparison.Ordinal);
        Assert.EndsWith("=current", current.Single.Target, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_saved_is_taken_over()
    {
        await using var server = new LoopbackServer();
        string folder = Directory.CreateTempSubdirectory("vero").FullName;
        string file = Path.Combine(folder, "appsettings.json");
        Save(file, server.BaseAddress, "first");
        IConfigurationRoot configuration = new ConfigurationBuilder().SetBasePath(folder).AddJsonFile("appsettings.json", optional: false, reloadOnChange: true).Build();
        using (configuration as IDisposable)
        {
            var services = new ServiceCollection();
            services.AddVero(configuration.GetSection("Vero"));
            await using ServiceProvider provider = services.BuildServiceProvider();
            var client = provider.GetRequiredService<IVeroClient>();
            var changed = new TaskCompletionSource();
            using IDisposable? listening = provider.GetRequiredService<IOptionsMonitor<VeroClientOptions>>().OnChange(options =>
            {
                if (options.AuthToken == "second")
                    changed.TrySetResult();
            });

            await client.IdentifyAsync(Clients.Request, TestContext.Current.CancellationToken);
            Save(file, server.BaseAddress, "second");
            await changed.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);
            await client.IdentifyAsync(Clients.Request, TestContext.Current.CancellationToken);
        }

        Assert.Equal(
            ["/api/v2/users/track?auth_token=first", "/api/v2/users/track?auth_token=second"], server.Requests.Select(static request => request.Target));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Options_that_are_configured_elsewhere_are_followed_as_well()
    {
        await using var server = new LoopbackServer();
        IConfigurationRoot configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Elsewhere:Secret", "first")]).Build();
        var services = new ServiceCollection();
        services.AddVero();
        services.Configure<VeroClientOptions>(options =>
        {
            options.AuthToken = configuration["Elsewhere:Secret"];
            options.BaseAddress = server.BaseAddress;
        });
        services.AddSingleton<IOptionsChangeTokenSource<VeroClientOptions>>(new ConfigurationChangeTokenSource<VeroClientOptions>(configuration));
        await using ServiceProvider provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<IVeroClient>();

        configuration["Elsewhere:Secret"] = "second";
        configuration.Reload();
        await client.IdentifyAsync(Clients.Request, TestContext.Current.CancellationToken);

        Assert.EndsWith("auth_token=second", server.Single.Target, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_call_that_is_under_way_ends_with_the_options_that_it_began_with(bool handlerCopiesRequest)
    {
        await using var before = new LoopbackServer();
        await using var after = new LoopbackServer();
        var gate = new Gate(handlerCopiesRequest);
        using var application = new Application("", before.BaseAddress, gate.NewHandler);

        Task call = application.SendAsync();
        await gate.Reached.WaitAsync(Patience, TestContext.Current.CancellationToken);
        application.Set("AuthToken", "second").Set("BaseAddress", after.BaseAddress.AbsoluteUri).Reload();
        gate.Open();
        await call;
        await application.SendAsync();

        Assert.EndsWith("auth_token=first", before.Single.Target, StringComparison.Ordinal);
        Assert.EndsWith("auth_token=second", after.Single.Target, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changed_options_that_are_not_valid_are_logged_once_and_the_client_goes_on()
    {
        await using var server = new LoopbackServer();
        using var application = new Application("eu", server.BaseAddress);
        await application.SendAsync();

        application.Set("AuthToken", "secret token").Set("Timeout", "half a day").Reload();
        application.Reload();
        await application.SendAsync();

        Assert.All(server.Requests, static request => Assert.EndsWith("auth_token=first", request.Target, StringComparison.Ordinal));
        Assert.Equal(2, server.Requests.Count);
        string line = Assert.Single(application.Log);
        Assert.StartsWith(
            "Error InvalidReload: The changed options of the Vero client 'eu' are not valid; the previous ones stay in effect. ", line, StringComparison.Ordinal);
        Assert.Contains("Services:Vero:AuthToken", line, StringComparison.Ordinal);
        Assert.Contains("Services:Vero:Timeout is not a time", line, StringComparison.Ordinal);
        Assert.DoesNotContain("secret token", line, StringComparison.Ordinal);
        Assert.DoesNotContain("half a day", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_problem_is_logged_again_and_so_is_the_end_of_all_problems()
    {
        await using var server = new LoopbackServer();
        using var application = new Application("", server.BaseAddress);
        await application.SendAsync();

        application.Set("AuthToken", "").Reload();
        application.Set("BaseAddress", "http://vero.example").Reload();
        application.Set("AuthToken", "second").Set("BaseAddress", server.BaseAddress.AbsoluteUri).Reload();
        application.Reload();
        await application.SendAsync();

        Assert.EndsWith("auth_token=second", server.Requests.Last().Target, StringComparison.Ordinal);
        Assert.Equal(3, application.Log.Count);
        Assert.Contains("AuthToken is missing", application.Log[0], StringComparison.Ordinal);
        Assert.DoesNotContain("BaseAddress", application.Log[0], StringComparison.Ordinal);
        Assert.Contains("BaseAddress must be https", application.Log[1], StringComparison.Ordinal);
        Assert.Equal("Information ValidAgain: The options of the Vero client are valid again and take effect with the next call.", application.Log[2]);
    }

    [Fact]
    public async Task What_others_throw_while_options_change_is_logged_without_its_text()
    {
        await using var server = new LoopbackServer();
        bool isBroken = false;
        using var application = new Application("", server.BaseAddress, configure: _ =>
        {
            if (isBroken)
                throw new FormatException("cannot read 'secret-value'");
        });
        await application.SendAsync();

        isBroken = true;
        application.Set("AuthToken", "second").Reload();
        await application.SendAsync();

        Assert.All(server.Requests, static request => Assert.EndsWith("auth_token=first", request.Target, StringComparison.Ordinal));
        Assert.EndsWith("Configuring them threw System.FormatException.", Assert.Single(application.Log), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Options_that_have_never_been_valid_are_still_refused_at_the_start()
    {
        await using var server = new LoopbackServer();
        using var application = new Application("", server.BaseAddress);
        application.Set("AuthToken", "not one").Reload();

        await Assert.ThrowsAsync<OptionsValidationException>(application.SendAsync);
        application.Set("AuthToken", "one").Reload();
        await application.SendAsync();

        Assert.EndsWith("auth_token=one", server.Single.Target, StringComparison.Ordinal);
        Assert.Empty(application.Log);
    }

    [Fact]
    public async Task Listeners_of_the_options_hear_of_valid_changes_until_they_stop_listening()
    {
        await using var server = new LoopbackServer();
        using var application = new Application("eu", server.BaseAddress);
        await application.SendAsync();
        var heard = new List<string>();
        IDisposable? listening = application.Options.OnChange((options, name) => heard.Add($"{name} {options.AuthToken}"));

        application.Set("AuthToken", "second").Reload();
        application.Set("AuthToken", "not valid").Reload();
        listening?.Dispose();
        application.Set("AuthToken", "third").Reload();

        Assert.Equal(["eu second"], heard);
        Assert.Equal("third", application.Options.Get("eu").AuthToken);
    }

    [Fact]
    public async Task After_the_application_has_ended_nothing_listens_to_its_configuration()
    {
        await using var server = new LoopbackServer();
        var application = new Application("", server.BaseAddress);
        await application.SendAsync();
        IOptionsMonitor<VeroClientOptions> options = application.Options;

        application.Dispose();
        application.Set("AuthToken", "second").Reload();

        Assert.Equal("first", options.CurrentValue.AuthToken);
    }

    [Fact]
    public async Task The_address_with_the_token_is_made_once_for_each_value_of_the_options()
    {
        await using var server = new LoopbackServer();
        using var application = new Application("", server.BaseAddress);
        ClientSettings first = application.Settings.Current;

        Assert.Same(first, application.Settings.Current);
        Assert.Same(first.UrlWithCredentialOf(Identify), application.Settings.Current.UrlWithCredentialOf(Identify));

        application.Set("AuthToken", "second").Reload();
        Assert.NotSame(first, application.Settings.Current);
        Assert.Same(application.Settings.Current, application.Settings.Current);
    }

    [Fact]
    [FaultRow(70)]
    public async Task No_call_mixes_the_token_of_one_value_with_the_address_of_another()
    {
        await using var one = new LoopbackServer();
        await using var two = new LoopbackServer();
        using var application = new Application("", one.BaseAddress);
        application.Set("AuthToken", "token-1").Reload();
        _ = application.Settings.Current;
        using var isOver = new CancellationTokenSource();
        Task reloading = Task.Run(
            () =>
            {
                for (int i = 0; !isOver.IsCancellationRequested; i++)
                {
                    LoopbackServer next = i % 2 == 0 ? two : one;
                    application.Set("AuthToken", next == one ? "token-1" : "token-2").Set("BaseAddress", next.BaseAddress.AbsoluteUri).Reload();
                }
            },
            TestContext.Current.CancellationToken);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            for (int i = 0; i < 50; i++)
                await application.SendAsync();
        }));
        await isOver.CancelAsync();
        await reloading;

        Assert.Equal(400, one.Requests.Count + two.Requests.Count);
        Assert.All(one.Requests, static request => Assert.EndsWith("auth_token=token-1", request.Target, StringComparison.Ordinal));
        Assert.All(two.Requests, static request => Assert.EndsWith("auth_token=token-2", request.Target, StringComparison.Ordinal));
        Assert.NotEmpty(two.Requests);
    }

    private static void Save(string file, Uri address, string token) =>
        File.WriteAllText(file, JsonSerializer.Serialize(new { Vero = new { AuthToken = token, BaseAddress = address } }));

    /// <summary>A client with options from configuration in memory.</summary>
    private sealed class Application : IDisposable
    {
        private const string Section = "Services:Vero";

        private readonly IConfigurationRoot _configuration;
        private readonly CapturedLog _log = new();
        private readonly ServiceProvider _provider;
        private readonly string _name;

        public Application(string name, Uri address, Func<DelegatingHandler>? handler = null, Action<VeroClientOptions>? configure = null)
        {
            _name = name;
            _configuration = new ConfigurationBuilder()
                .AddInMemoryCollection([new($"{Section}:AuthToken", "first"), new($"{Section}:BaseAddress", address.AbsoluteUri)])
                .Build();
            var services = new ServiceCollection();
            services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(_log));
            IConfigurationSection section = _configuration.GetSection(Section);
            IHttpClientBuilder builder = name.Length == 0 ? services.AddVero(section) : services.AddVero(name, section);
            if (handler is not null)
                builder.AddHttpMessageHandler(handler);
            if (configure is not null)
                services.Configure(name, configure);
            _provider = services.BuildServiceProvider();
        }

        public IReadOnlyList<string> Log => _log.Lines;

        public IOptionsMonitor<VeroClientOptions> Options => _provider.GetRequiredService<IOptionsMonitor<VeroClientOptions>>();

        public ClientSettingsSource Settings => _provider.GetRequiredService<NamedClientSettings>().Of(_name);

        public Application Set(string key, string value)
        {
            _configuration[$"{Section}:{key}"] = value;
            return this;
        }

        public void Reload() => _configuration.Reload();

        public Task SendAsync()
        {
            IVeroClient client = _name.Length == 0
                ? _provider.GetRequiredService<IVeroClient>()
                : _provider.GetRequiredKeyedService<IVeroClient>(_name);
            return client.IdentifyAsync(Clients.Request, TestContext.Current.CancellationToken).WaitAsync(Patience, CancellationToken.None);
        }

        public void Dispose() => _provider.Dispose();
    }

    /// <summary>Holds back the first request, outside of the token handler, until it is opened.</summary>
    private sealed class Gate(bool copiesRequest)
    {
        private readonly TaskCompletionSource _reached = new();
        private readonly TaskCompletionSource _opened = new();

        public Task Reached => _reached.Task;

        public void Open() => _opened.SetResult();

        public DelegatingHandler NewHandler() => new Handler(this, copiesRequest);

        private sealed class Handler(Gate gate, bool copiesRequest) : DelegatingHandler
        {
            protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            {
                gate._reached.TrySetResult();
                await gate._opened.Task.WaitAsync(cancellationToken);
                return await base.SendAsync(
                    copiesRequest ? new HttpRequestMessage(request.Method, request.RequestUri) { Content = request.Content } : request, cancellationToken);
            }
        }
    }
}
