using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Vero.Typed.Sandbox;
using WebApp.Customers;

namespace Vero.Typed.WebApp.Tests;

/// <summary>What happens to profiles while they cannot be delivered.</summary>
public sealed class ShopOutageTests
{
    private static readonly Uri Nowhere = new("http://127.0.0.1:9/");

    [Fact]
    public async Task While_Vero_is_down_changes_are_pending_and_the_next_start_sends_the_profiles_as_they_are_then()
    {
        using var database = new TemporaryDatabase();
        var time = new ShiftedTime();
        string ada;
        await using (var shop = new Shop(database, Nowhere, "token") { Time = time })
        {
            HttpClient client = shop.CreateClient();
            ada = await client.SignUpAsync();
            await client.ChangeAsync(ada, """{"firstName":"Ada"}""");
            await client.SignUpAsync("""{"email":"bob@example.com"}""");

            Assert.Equal(
                """{"status":"Healthy","checks":{"database":"Healthy","vero":"Healthy: 3 pending, 0 dead letters"}}""", await client.HealthAsync());
            time.Shift = TimeSpan.FromMinutes(6);
            Assert.StartsWith(
                """{"status":"Degraded","checks":{"database":"Healthy","vero":"Degraded: An operation has been pending for """, await client.HealthAsync(), StringComparison.Ordinal);
        }

        await using VeroSandbox vero = await VeroSandbox.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        await using (var shop = new Shop(database, vero) { Time = time })
        {
            HttpClient client = shop.CreateClient();
            await shop.DeliveredAsync();

            string[] bodies = vero.Bodies();
            Assert.Equal(2, bodies.Length);
            Assert.Contains("\"first_name\":\"Ada\"", bodies.Single(body => body.Contains(ada, StringComparison.Ordinal)), StringComparison.Ordinal);
            Assert.Equal("""{"status":"Healthy","checks":{"database":"Healthy","vero":"Healthy: 0 pending, 0 dead letters"}}""", await client.HealthAsync());
        }

        // And no further start sends them again.
        await using (var shop = new Shop(database, vero) { Time = time })
        {
            HttpClient client = shop.CreateClient();
            await client.SignUpAsync("""{"email":"carl@example.com"}""");
            await shop.DeliveredAsync();
        }

        Assert.Equal(3, vero.Requests.Count);
    }

    [Fact]
    public async Task Neither_a_start_nor_a_sign_up_waits_for_Vero()
    {
        using var database = new TemporaryDatabase();
        await using VeroSandbox vero = await VeroSandbox.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        await using (var shop = new Shop(database, Nowhere, "token"))
            await SignUpAsync(shop.CreateClient(), 40);

        using var gate = new Gate();
        await using (var shop = new Shop(database, vero) { Gate = gate })
        {
            HttpClient client = await Task.Run(shop.CreateClient).WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
            await SignUpAsync(client, 40);
            Assert.Equal(80, await shop.PendingAsync());
            Assert.Empty(vero.Requests);
            gate.Open();
            await shop.DeliveredAsync();
        }

        Assert.Equal(80, vero.Profiles.Count);

        static async Task SignUpAsync(HttpClient client, int count)
        {
            for (int i = 0; i < count; i++)
                await client.SignUpAsync($$"""{"email":"{{i}}@example.com"}""");
        }
    }

    [Fact]
    public async Task A_profile_that_fails_again_stays_pending()
    {
        using var database = new TemporaryDatabase();
        for (int start = 0; start < 2; start++)
        {
            await using var shop = new Shop(database, Nowhere, "token");
            HttpClient client = shop.CreateClient();
            if (start == 0)
                await client.SignUpAsync();
            await Eventually.IsAsync(async () => await FailedAttemptsAsync(shop) > start, "it has been tried", TestContext.Current.CancellationToken);

            Assert.Equal(1, await shop.PendingAsync());
        }

        static Task<int> FailedAttemptsAsync(Shop shop) => shop.QueryAsync(context => context.Database
            .SqlQuery<int>($"SELECT COALESCE(MAX(attempts), 0) AS \"Value\" FROM vero_backoff").SingleAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_rejected_token_pauses_the_deliveries_until_there_is_another_one_and_is_shown_nowhere()
    {
        using var database = new TemporaryDatabase();
        await using VeroSandbox vero = await VeroSandbox.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        await using (var shop = new Shop(database, vero.BaseAddress, "wrong-token"))
        {
            HttpClient client = shop.CreateClient();
            await client.SignUpAsync();
            await Eventually.IsAsync(
                async () => (await client.HealthAsync()).Contains("Degraded: The deliveries of the Vero client are paused: ", StringComparison.Ordinal),
                "the deliveries are paused",
                TestContext.Current.CancellationToken);

            Assert.DoesNotContain("wrong-token", await client.HealthAsync(), StringComparison.Ordinal);
            Assert.Equal(1, await shop.PendingAsync());
        }

        await using (var shop = new Shop(database, vero))
        {
            HttpClient client = shop.CreateClient();
            await shop.DeliveredAsync();
            Assert.Equal("""{"status":"Healthy","checks":{"database":"Healthy","vero":"Healthy: 0 pending, 0 dead letters"}}""", await client.HealthAsync());
        }

        Assert.Single(vero.Profiles);
    }

    [Fact]
    public async Task A_customer_that_cannot_be_sent_is_not_saved()
    {
        using var database = new TemporaryDatabase();
        await using VeroSandbox vero = await VeroSandbox.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        await using var shop = new Shop(database, vero);
        shop.CreateClient();

        var exception = await Assert.ThrowsAsync<VeroSerializationException>(() => shop.QueryAsync(context =>
        {
            context.Add(new Customer(CustomerId.New(), "no address", browser: null, DateTimeOffset.UnixEpoch));
            return context.SaveChangesAsync(TestContext.Current.CancellationToken);
        }));

        Assert.StartsWith("WebApp.Customers.Customer.Email: ", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("no address", exception.Message, StringComparison.Ordinal);
        Assert.Equal(0, await shop.QueryAsync(context => context.Customers.CountAsync(TestContext.Current.CancellationToken)));
        Assert.Equal(0, await shop.PendingAsync());
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
}
