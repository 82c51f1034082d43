using Microsoft.EntityFrameworkCore;

namespace Vero.Typed.WebApp.Tests;

public sealed class FlowTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Every_flow_sends_the_profile_as_it_was_committed(bool isPostgreSql)
    {
        await using RunningShop running = await RunningShop.StartAsync(time: new FixedTime(), isPostgreSql: isPostgreSql);
        HttpClient client = running.Client;

        string id = await client.SignUpAsync("""{"email":"ada@example.com","firstName":"Ada","timeZone":"Australia/Brisbane","language":"en-AU"}""");
        await running.Shop.DeliveredAsync();
        (HttpMethod Method, string Path, string Json)[] changes =
        [
            (HttpMethod.Patch, "", """{"email":"ada@example.org","plan":"Pro","address":{"street":"1 Queen Street","city":"Zürich","country":"CH"}}"""),
            (HttpMethod.Post, "/orders", """{"total":19.90}"""),
            (HttpMethod.Post, "/orders", """{"total":5}"""),
            (HttpMethod.Post, "/devices", """{"platform":"android","token":"fcm-7c1e"}"""),

            // Changes nothing, so there is nothing to send.
            (HttpMethod.Post, "/devices", """{"platform":"android","token":"fcm-7c1e"}"""),
        ];
        foreach ((HttpMethod method, string path, string json) in changes)
        {
            using HttpResponseMessage answer = await client.SendAsync(method, $"/customers/{id}{path}", json);
            answer.EnsureSuccessStatusCode();
            await running.Shop.DeliveredAsync();
        }

        const string SignedUp = "\"signed_up_at\":\"2026-03-01T09:30:00+00:00\",\"first_name\":\"Ada\"";
        const string Rest = "\"timezone\":10,\"language\":\"en-AU\",\"userAgent\":\"ExampleBrowser/1.0\"";
        const string Pro = $"{SignedUp},\"plan\":\"Pro\",\"address\":{{\"city\":\"Zürich\",\"country\":\"CH\"}},{Rest}";
        const string Ordered = "\"last_order_at\":\"2026-03-01T09:30:00+00:00\"";
        const string Device = "\"channels\":[{\"type\":\"push\",\"platform\":\"android\",\"address\":\"fcm-7c1e\"}]";

        // The databases give a decimal zero back in their own way.
        string zero = isPostgreSql ? "0" : "0.0";
        Assert.Equal(
            [
                $"{{\"id\":\"{id}\",\"email\":\"ada@example.com\",\"data\":{{{SignedUp},\"plan\":\"Free\",{Rest},\"orders\":0,\"total_spent\":0}}}}",
                $"{{\"id\":\"{id}\",\"email\":\"ada@example.org\",\"data\":{{{Pro},\"orders\":0,\"total_spent\":{zero}}}}}",
                $"{{\"id\":\"{id}\",\"email\":\"ada@example.org\",\"data\":{{{Pro},\"orders\":1,\"total_spent\":19.90,{Ordered}}}}}",
                $"{{\"id\":\"{id}\",\"email\":\"ada@example.org\",\"data\":{{{Pro},\"orders\":2,\"total_spent\":{(isPostgreSql ? "24.90" : "24.9")},{Ordered}}}}}",
                $"{{\"id\":\"{id}\",\"email\":\"ada@example.org\",{Device},\"data\":{{{Pro},\"orders\":2,\"total_spent\":{(isPostgreSql ? "24.90" : "24.9")},{Ordered}}}}}",
            ],
            running.Vero.Bodies());
        Assert.Empty(running.Vero.Violations);
        Assert.Equal(2, await running.Shop.QueryAsync(context => context.Customers.SelectMany(customer => customer.Orders).CountAsync(TestContext.Current.CancellationToken)));
        Assert.Equal("""{"status":"Healthy","checks":{"database":"Healthy","vero":"Healthy: 0 pending, 0 dead letters"}}""", await client.HealthAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_deleted_customer_is_deleted_at_Vero_and_what_was_pending_of_it_is_not_sent(bool isPostgreSql)
    {
        await using RunningShop running = await RunningShop.StartAsync(isPostgreSql: isPostgreSql);
        string ada = await running.Client.SignUpAsync();
        await running.Client.SendAsync(HttpMethod.Post, $"/customers/{ada}/orders", """{"total":1}""");
        await running.Shop.DeliveredAsync();
        await running.Shop.Delivery.PauseAsync("test", cancellationToken: TestContext.Current.CancellationToken);

        await running.Client.ChangeAsync(ada, """{"firstName":"Ada"}""");
        using HttpResponseMessage deleted = await running.Client.DeleteAsync($"/customers/{ada}", TestContext.Current.CancellationToken);
        deleted.EnsureSuccessStatusCode();
        Assert.Equal(2, await running.Shop.PendingAsync());
        await running.Shop.Delivery.ResumeAsync(cancellationToken: TestContext.Current.CancellationToken);
        await running.Shop.DeliveredAsync();

        Assert.Empty(running.Vero.Profiles);
        Assert.DoesNotContain(running.Vero.Bodies(), body => body.Contains("first_name", StringComparison.Ordinal));
        Assert.Equal(0, await running.Shop.QueryAsync(context => context.Customers.CountAsync(TestContext.Current.CancellationToken)));
    }
}
