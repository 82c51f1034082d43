using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Vero.Typed.Sandbox;
using WebApp.Customers;
using WebApp.Delivery;

namespace Vero.Typed.WebApp.Tests;

public sealed class UndeliveredTests
{
    private static readonly Uri Nowhere = new("http://127.0.0.1:9/");

    [Fact]
    public async Task While_Vero_is_down_the_shop_is_degraded_and_the_next_start_sends_the_profiles_as_they_are_then()
    {
        using var database = new TemporaryDatabase();
        string ada;
        await using (var shop = new Shop(database, Nowhere, "token"))
        {
            HttpClient client = shop.CreateClient();
            ada = await client.SignUpAsync();
            await client.ChangeAsync(ada, """{"firstName":"Ada"}""");
            await client.SignUpAsync("""{"email":"bob@example.com"}""");
            await shop.QueueIsEmptyAsync();

            Assert.Equal(
                """{"status":"Degraded","checks":{"database":"Healthy","vero":"Degraded: 0 queued, 2 undelivered"}}""", await client.HealthAsync());
            Assert.All(await UndeliveredAsync(shop), profile => Assert.StartsWith("Failed: No connection to 127.0.0.1:9", profile.Reason, StringComparison.Ordinal));
        }

        await using VeroSandbox vero = await VeroSandbox.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        await using (var shop = new Shop(database, vero))
        {
            HttpClient client = shop.CreateClient();
            string[] bodies = await vero.BodiesAsync(2);
            await shop.QueueIsEmptyAsync();

            Assert.Contains("\"first_name\":\"Ada\"", bodies.Single(body => body.Contains(ada, StringComparison.Ordinal)), StringComparison.Ordinal);
            Assert.Empty(await UndeliveredAsync(shop));
            Assert.Equal("""{"status":"Healthy","checks":{"database":"Healthy","vero":"Healthy: 0 queued, 0 undelivered"}}""", await client.HealthAsync());
        }

        // And no further start sends them again.
        await using (var shop = new Shop(database, vero))
        {
            shop.CreateClient();
            await shop.QueueIsEmptyAsync();
        }

        Assert.Equal(2, vero.Requests.Count);
    }

    [Fact]
    public async Task A_start_does_not_wait_for_Vero_and_what_does_not_fit_into_half_of_the_queue_is_sent_after_the_next()
    {
        using var database = new TemporaryDatabase();
        await using (var shop = new Shop(database, Nowhere, "token"))
        {
            HttpClient client = shop.CreateClient();
            for (int i = 0; i < 12; i++)
                await client.SignUpAsync($$"""{"email":"{{i}}@example.com"}""");
            await shop.QueueIsEmptyAsync();
        }

        await using VeroSandbox vero = await VeroSandbox.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        using var gate = new Gate();
        var log = new ReplayLog();
        await using (var shop = new Shop(database, vero) { Gate = gate, QueueCapacity = 4, ReplayLog = log })
        {
            try
            {
                HttpClient client = await Task.Run(shop.CreateClient).WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
                Assert.Equal(
                    """{"status":"Degraded","checks":{"database":"Healthy","vero":"Degraded: 3 queued, 9 undelivered"}}""", await client.HealthAsync());
            }
            finally
            {
                // A start that waits for Vero could not even be given up.
                gate.Open();
            }

            Assert.Equal(
                [
                    "Information: 3 profiles that could not be delivered before are sent again.",
                    "Warning: 9 more stay for the next start: half of the queue is full.",
                ],
                log.Lines);
            await shop.QueueIsEmptyAsync();
            Assert.Equal(9, (await UndeliveredAsync(shop)).Count);
        }

        await using (var shop = new Shop(database, vero))
        {
            shop.CreateClient();
            await shop.QueueIsEmptyAsync();
            Assert.Empty(await UndeliveredAsync(shop));
        }

        Assert.Equal(12, vero.Profiles.Count);
        Assert.Equal(12, vero.Requests.Count);
    }

    [Fact]
    public async Task A_profile_that_fails_again_is_kept_again()
    {
        using var database = new TemporaryDatabase();
        for (int start = 0; start < 2; start++)
        {
            await using var shop = new Shop(database, Nowhere, "token");
            HttpClient client = shop.CreateClient();
            if (start == 0)
                await client.SignUpAsync();
            await shop.QueueIsEmptyAsync();

            Assert.Single(await UndeliveredAsync(shop));
        }
    }

    [Fact]
    public async Task A_refused_token_keeps_the_profiles_and_is_not_kept_with_them()
    {
        using var database = new TemporaryDatabase();
        await using VeroSandbox vero = await VeroSandbox.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        await using var shop = new Shop(database, vero.BaseAddress, "wrong-token");

        await shop.CreateClient().SignUpAsync();
        await shop.QueueIsEmptyAsync();

        UndeliveredProfile profile = Assert.Single(await UndeliveredAsync(shop));
        Assert.StartsWith("Rejected: ", profile.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong-token", profile.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_customer_that_cannot_be_sent_is_kept_and_one_that_is_gone_is_forgotten()
    {
        using var database = new TemporaryDatabase();
        await using VeroSandbox vero = await VeroSandbox.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        await using (var shop = new Shop(database, vero))
        {
            shop.CreateClient();
            await shop.Queue.EnqueueAsync(
                new Customer(CustomerId.New(), "no address", browser: null, DateTimeOffset.UnixEpoch), static customer => customer.ToIdentifyRequest(), TestContext.Current.CancellationToken);
            await shop.QueueIsEmptyAsync();

            UndeliveredProfile profile = Assert.Single(await UndeliveredAsync(shop));
            Assert.StartsWith("NotSerialized: WebApp.Customers.Customer.Email: ", profile.Reason, StringComparison.Ordinal);
            Assert.DoesNotContain("no address", profile.Reason, StringComparison.Ordinal);
        }

        // That customer was never stored.
        await using (var shop = new Shop(database, vero))
        {
            shop.CreateClient();
            Assert.Empty(await UndeliveredAsync(shop));
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task Outside_of_development_a_missing_token_stops_the_start_and_the_message_says_how_to_set_it(string? token)
    {
        using var database = new TemporaryDatabase();
        await using var shop = new Shop(database, Nowhere, token);

        var exception = Assert.Throws<OptionsValidationException>(() => shop.CreateClient());

        Assert.Contains("AuthToken is missing.", exception.Message, StringComparison.Ordinal);
        Assert.Contains("dotnet user-secrets set Vero:AuthToken", exception.Message, StringComparison.Ordinal);
        Assert.Contains("Vero__AuthToken", exception.Message, StringComparison.Ordinal);
    }

    private static Task<List<UndeliveredProfile>> UndeliveredAsync(Shop shop) =>
        shop.QueryAsync(context => context.UndeliveredProfiles.ToListAsync(TestContext.Current.CancellationToken));
}
