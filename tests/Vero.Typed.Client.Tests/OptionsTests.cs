using System.Runtime.Serialization;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Vero.Typed.Client.Tests;

public sealed class OptionsTests
{
    public static TheoryData<string?, string> BadTokens => new()
    {
        { null, "AuthToken is missing." },
        { "", "AuthToken is missing." },
        { "  ", "AuthToken is missing." },
        { new string('a', 257), "AuthToken is longer than 256 characters" },
        { "secret-token\n", "AuthToken contains white space, a line break" },
        { "secret token", "AuthToken contains white space, a line break" },
        { "secret-\u0000token", "AuthToken contains white space, a line break" },
        { "secret-tokén", "AuthToken contains white space, a line break" },
        { "secret-\u007Ftoken", "AuthToken contains white space, a line break" },
    };

    public static TheoryData<string, string> BadAddresses => new()
    {
        { "api.getvero.com/api/v2", "must be an absolute URL" },
        { "/api/v2", "must be " },
        { "http://api.getvero.com/api/v2/", "must be https: http would expose the credential" },
        { "http://localhost.getvero.com/", "must be https: http would expose the credential" },
        { "http://10.0.0.1/", "must be https: http would expose the credential" },
        { "ftp://api.getvero.com/", "must be an https URL" },
        { "file:///etc/passwd", "must be an https URL" },
        { "https://user:secret-token@api.getvero.com/", "must not contain a user name or password" },
        { "https://api.getvero.com/api/v2/?auth_token=secret-token", "must not have a query or a fragment" },
        { "https://api.getvero.com/api/v2/#secret-token", "must not have a query or a fragment" },
    };

    [Theory]
    [MemberData(nameof(BadTokens))]
    [FaultRow(73)]
    public void A_token_that_cannot_be_one_is_refused_with_advice_and_not_shown(string? token, string problem)
    {
        var exception = Assert.Throws<ArgumentException>(() => new VeroClient(new VeroClientOptions { AuthToken = token }));

        Assert.Contains(problem, exception.Message, StringComparison.Ordinal);
        Assert.Contains("Set VeroClientOptions.AuthToken; keep the value out of source code", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("user-secrets", exception.Message, StringComparison.Ordinal);
        Assert.Contains("https://app.getvero.com/settings/project", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("aaaa", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(BadAddresses))]
    public void A_base_address_that_is_not_safe_is_refused_and_not_shown(string address, string problem)
    {
        var options = new VeroClientOptions { AuthToken = Clients.Token, BaseAddress = new Uri(address, UriKind.RelativeOrAbsolute) };

        var exception = Assert.Throws<ArgumentException>(() => new VeroClient(options));

        Assert.Contains("BaseAddress " + problem, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("AuthToken is", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-token", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-token", options.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://api.getvero.com")]
    [InlineData("https://api.getvero.com/api/v2")]
    [InlineData("https://vero.example.test:8443/a/b/")]
    [InlineData("http://localhost:5000")]
    [InlineData("http://127.0.0.1:5000/api/v2/")]
    [InlineData("http://127.1.2.3/")]
    [InlineData("http://[::1]:5000/")]
    public void Https_everywhere_and_http_on_this_machine_are_fine(string address)
    {
        using var client = new VeroClient(new VeroClientOptions { AuthToken = Clients.Token, BaseAddress = new Uri(address) });

        Assert.NotNull(client);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(3601)]
    [InlineData(30 * 24 * 3600)]
    public void A_timeout_that_makes_no_sense_is_refused(int seconds)
    {
        var options = new VeroClientOptions { AuthToken = Clients.Token, Timeout = TimeSpan.FromSeconds(seconds) };

        var exception = Assert.Throws<ArgumentException>(() => new VeroClient(options));

        Assert.Contains("Timeout must be more than zero and at most one hour", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(11)]
    [InlineData(int.MaxValue)]
    public void A_number_of_retries_that_makes_no_sense_is_refused(int maxRetries)
    {
        var options = new VeroClientOptions { AuthToken = Clients.Token, MaxRetries = maxRetries };

        var exception = Assert.Throws<ArgumentException>(() => new VeroClient(options));

        Assert.Contains("MaxRetries must be 0 to 10", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once()
    {
#pragma warning disable VERO202 // What is reported here is rejected there.
        var options = new VeroClientOptions { BaseAddress = new Uri("http://example.test"), Timeout = TimeSpan.Zero, MaxRetries = -1 };
#pragma warning restore VERO202

        var exception = Assert.Throws<ArgumentException>(() => new VeroClient(options));

        Assert.Contains("AuthToken is missing", exception.Message, StringComparison.Ordinal);
        Assert.Contains("BaseAddress must be https", exception.Message, StringComparison.Ordinal);
        Assert.Contains("Timeout must be", exception.Message, StringComparison.Ordinal);
        Assert.Contains("MaxRetries must be", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_defaults_are_those_of_Vero()
    {
        var options = new VeroClientOptions();

        Assert.Equal("https://api.getvero.com/api/v2/", options.BaseAddress.AbsoluteUri);
        Assert.Equal(TimeSpan.FromSeconds(30), options.Timeout);
        Assert.Equal(2, options.MaxRetries);
        Assert.Null(options.AuthToken);
    }

    [Fact]
    public void No_view_of_the_options_shows_the_token()
    {
        var options = new VeroClientOptions { AuthToken = Clients.Token };

        Assert.Equal("VeroClientOptions (https://api.getvero.com, timeout 00:00:30, token set)", options.ToString());
        Assert.Equal("""{"BaseAddress":"https://api.getvero.com/api/v2/","Timeout":"00:00:30","MaxRetries":2,"DryRun":false,"InsecureHosts":[]}""", JsonSerializer.Serialize(options));
        Assert.Equal("VeroClientOptions (https://api.getvero.com, timeout 00:00:30, no token)", new VeroClientOptions().ToString());

        // What it leaves out, others that know [IgnoreDataMember] do too, such as Newtonsoft.Json.
        using var xml = new MemoryStream();
        new DataContractSerializer(typeof(VeroClientOptions)).WriteObject(xml, new VeroClientOptions { AuthToken = Clients.Token, TrackingApiKey = Clients.Token });
        string text = Encoding.UTF8.GetString(xml.ToArray());
        Assert.Contains("<MaxRetries>2</MaxRetries>", text, StringComparison.Ordinal);
        Secrets.AssertNoneIn(text);
    }

    [Fact]
    public void Options_that_are_missing_are_an_argument_exception()
    {
        Assert.Throws<ArgumentNullException>(() => new VeroClient(null!));
        Assert.Throws<ArgumentNullException>(() => new VeroClient(new VeroClientOptions { AuthToken = "t" }, (HttpClient)null!));
        Assert.Throws<ArgumentNullException>(() => new ServiceCollection().AddVero((IConfiguration)null!));
        Assert.Throws<ArgumentNullException>(() => new ServiceCollection().AddVero((Action<VeroClientOptions>)null!));
    }

    [Fact]
    [FaultRow(73)]
    public async Task A_host_does_not_start_without_a_token()
    {
        using IHost host = NewHost([], (services, configuration) => services.AddVero(configuration.GetSection("Vero")));

        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(TestContext.Current.CancellationToken));

        Assert.Contains(
            "AuthToken is missing. Set it with the environment variable Vero__AuthToken, or in code. The environment is Production, where user secrets are not "
            + "read: with DOTNET_ENVIRONMENT=Development, `dotnet user-secrets set Vero:AuthToken <token>` sets it too.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_that_does_not_start_says_everything_that_is_wrong_with_the_configuration()
    {
        Dictionary<string, string?> settings = new()
        {
            ["Services:Vero:AuthToken"] = "secret token",
            ["Services:Vero:BaseAddress"] = "https://[oops",
            ["Services:Vero:Timeout"] = "half a minute",
            ["Services:Vero:MaxRetries"] = "two",
        };
        using IHost host = NewHost(settings, (services, configuration) => services.AddVero(configuration.GetSection("Services:Vero")));

        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(TestContext.Current.CancellationToken));

        Assert.Contains("user-secrets set Services:Vero:AuthToken", exception.Message, StringComparison.Ordinal);
        Assert.Contains("Services__Vero__AuthToken", exception.Message, StringComparison.Ordinal);
        Assert.Contains("Services:Vero:BaseAddress is not a URL", exception.Message, StringComparison.Ordinal);
        Assert.Contains("Services:Vero:Timeout is not a time", exception.Message, StringComparison.Ordinal);
        Assert.Contains("Services:Vero:MaxRetries is not a whole number", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret token", exception.ToString(), StringComparison.Ordinal);
        Assert.Equal(4, exception.Failures.Count());
    }

    [Fact]
    public async Task A_timeout_that_is_a_bare_number_is_taken_for_the_mistake_it_is()
    {
        Dictionary<string, string?> settings = new() { ["Vero:AuthToken"] = Clients.Token, ["Vero:Timeout"] = "30" };
        using IHost host = NewHost(settings, (services, configuration) => services.AddVero(configuration.GetSection("Vero")));

        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(TestContext.Current.CancellationToken));

        Assert.Contains("a number alone is days", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Options_come_from_a_section_of_the_configuration()
    {
        await using var server = new LoopbackServer();
        Dictionary<string, string?> settings = new()
        {
            ["Vero:AuthToken"] = Clients.Token,
            ["Vero:BaseAddress"] = server.BaseAddress.AbsoluteUri,
            ["Vero:Timeout"] = "00:00:07",
            ["Vero:MaxRetries"] = "5",
        };
        using IHost host = NewHost(settings, (services, configuration) => services.AddVero(configuration.GetSection("Vero")));
        await host.StartAsync(TestContext.Current.CancellationToken);

        await host.Services.GetRequiredService<IVeroClient>().IdentifyAsync(Clients.Request, TestContext.Current.CancellationToken);

        Assert.Equal(1, server.Single.Count(Clients.EncodedToken));
        VeroClientOptions options = host.Services.GetRequiredService<IOptions<VeroClientOptions>>().Value;
        Assert.Equal(TimeSpan.FromSeconds(7), options.Timeout);
        Assert.Equal(5, options.MaxRetries);
        await host.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public void The_configuration_itself_may_be_the_section()
    {
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection([new("AuthToken", Clients.Token)]).Build();
        var services = new ServiceCollection();
        services.AddVero(configuration);
        using ServiceProvider provider = services.BuildServiceProvider();

        Assert.Equal(Clients.Token, provider.GetRequiredService<IOptions<VeroClientOptions>>().Value.AuthToken);
    }

    [Fact]
    public void Code_that_comes_after_the_configuration_wins_over_it()
    {
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Vero:AuthToken", "a"), new("Vero:Timeout", "00:00:05")]).Build();
        var services = new ServiceCollection();
        services.AddVero(configuration.GetSection("Vero"));
        services.AddVero(o => o.AuthToken = "b");
        using ServiceProvider provider = services.BuildServiceProvider();

        VeroClientOptions options = provider.GetRequiredService<IOptions<VeroClientOptions>>().Value;

        Assert.Equal("b", options.AuthToken);
        Assert.Equal(TimeSpan.FromSeconds(5), options.Timeout);
    }

    [Fact]
    public async Task Options_may_be_configured_elsewhere()
    {
        await using var server = new LoopbackServer();
        var services = new ServiceCollection();
        services.AddVero();
        services.Configure<VeroClientOptions>(o =>
        {
            o.AuthToken = Clients.Token;
            o.BaseAddress = server.BaseAddress;
        });
        using OwnedClient client = Clients.FromServices(services);

        await client.SendAsync();

        Assert.Equal(1, server.Single.Count(Clients.EncodedToken));
    }

    [Fact]
    public void Without_a_host_the_options_are_checked_when_the_client_is_asked_for()
    {
        var services = new ServiceCollection();
        services.AddVero();
        using ServiceProvider provider = services.BuildServiceProvider();

        var exception = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IVeroClient>());

        Assert.Contains("AuthToken is missing", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Options_that_are_changed_afterwards_change_nothing()
    {
        await using var server = new LoopbackServer();
        VeroClientOptions options = Clients.NewOptions(server.BaseAddress);
        using var client = new VeroClient(options);
        options.AuthToken = "another";
        options.BaseAddress = new Uri("https://elsewhere.invalid");

        await client.IdentifyAsync(Clients.Request, TestContext.Current.CancellationToken);

        Assert.Equal(1, server.Single.Count(Clients.EncodedToken));
    }

    private static IHost NewHost(Dictionary<string, string?> settings, Action<IServiceCollection, IConfiguration> add)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(settings);
        add(builder.Services, builder.Configuration);
        return builder.Build();
    }
}
