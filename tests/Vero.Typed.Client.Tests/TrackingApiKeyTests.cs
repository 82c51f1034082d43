using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using static Vero.Typed.Client.Tests.LoopbackServer;

namespace Vero.Typed.Client.Tests;

/// <summary>Vero's other credential. Its value is that of the token in the other tests, so that the same secrets are looked for.</summary>
public sealed class TrackingApiKeyTests
{
    [Fact]
    public async Task The_key_is_sent_in_place_of_the_token()
    {
        await using var server = new LoopbackServer();
        using var client = new VeroClient(new VeroClientOptions { TrackingApiKey = Clients.Token, BaseAddress = server.BaseAddress });

        await client.IdentifyAsync(Clients.Request, TestContext.Current.CancellationToken);

        Assert.Equal($"/api/v2/users/track?tracking_api_key={Clients.EncodedToken}", server.Single.Target);
        Assert.Equal(1, server.Single.Count(Clients.EncodedToken));
    }

    [Fact]
    public async Task The_key_comes_from_configuration_and_a_blank_token_is_none()
    {
        await using var server = new LoopbackServer();
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection(
            [new("Vero:AuthToken", " "), new("Vero:TrackingApiKey", "key"), new("Vero:BaseAddress", server.BaseAddress.AbsoluteUri)]).Build();
        var services = new ServiceCollection();
        services.AddVero(configuration.GetSection("Vero"));
        using OwnedClient client = Clients.FromServices(services);

        await client.SendAsync();

        Assert.Equal("/api/v2/users/track?tracking_api_key=key", server.Single.Target);
    }

    [Fact]
    public void Both_credentials_at_once_are_refused_and_not_shown()
    {
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection(
            [new("Vero:AuthToken", "secret-1"), new("Vero:TrackingApiKey", "secret-2")]).Build();
        var services = new ServiceCollection();
        services.AddVero(configuration.GetSection("Vero"));
        using ServiceProvider provider = services.BuildServiceProvider();

        var exception = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IVeroClient>());

        Assert.StartsWith("Vero:AuthToken and Vero:TrackingApiKey are both set.", Assert.Single(exception.Failures), StringComparison.Ordinal);
        Assert.DoesNotContain("secret-", exception.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("secret key", "TrackingApiKey contains white space")]
    [InlineData("secret-\u007F", "TrackingApiKey contains white space")]
    public void A_key_that_cannot_be_one_is_refused_with_advice_and_not_shown(string key, string problem)
    {
        var exception = Assert.Throws<ArgumentException>(() => new VeroClient(new VeroClientOptions { TrackingApiKey = key }));

        Assert.Contains(problem, exception.Message, StringComparison.Ordinal);
        Assert.Contains("Set VeroClientOptions.TrackingApiKey", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", exception.Message.Replace("user-secrets", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_that_is_too_long_is_refused()
    {
        var exception = Assert.Throws<ArgumentException>(() => new VeroClient(new VeroClientOptions { TrackingApiKey = new string('k', 257) }));

        Assert.Contains("TrackingApiKey is longer than 256 characters", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("kkk", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_view_of_the_options_shows_the_key()
    {
        var options = new VeroClientOptions { TrackingApiKey = Clients.Token };

        Assert.Equal("VeroClientOptions (https://api.getvero.com, timeout 00:00:30, tracking API key set)", options.ToString());
        Secrets.AssertNoneIn(JsonSerializer.Serialize(options));
    }

    [Fact]
    public async Task The_key_is_hidden_where_Vero_repeats_it_and_heard_by_nobody()
    {
        string key = $"canary+{Guid.NewGuid():N}/=";
        string encoded = Uri.EscapeDataString(key);
        using var eavesdropper = new Eavesdropper();
        await using var server = new LoopbackServer { Respond = Answer(401, JsonSerializer.Serialize(new { message = $"no such key: {key} {encoded}" })) };
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.Services.AddSingleton<Microsoft.Extensions.Logging.ILoggerProvider>(eavesdropper));
        services.AddVero(options =>
        {
            options.TrackingApiKey = key;
            options.BaseAddress = server.BaseAddress;
        });
        using OwnedClient client = Clients.FromServices(services);

        var exception = await Assert.ThrowsAsync<VeroApiException>(client.SendAsync);

        Assert.Equal("no such key: *** ***", exception.VeroMessage);
        Assert.DoesNotContain(encoded, exception.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.Empty(eavesdropper.WhoSaid(key));
        Assert.Empty(eavesdropper.WhoSaid(encoded));
    }
}
