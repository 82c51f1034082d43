using Microsoft.EntityFrameworkCore;

namespace Vero.Typed.WebApp.Tests;

public sealed class FlowTests
{
    [Fact]
    public async Task Every_flow_sends_the_profile_as_it_was_committed()
    {
        await using RunningShop running = await RunningShop.StartAsync();
        HttpClient client = running.Client;

        string id = await client.SignUpAsync("""{"email":"ada@example.com","firstName":"Ada","timeZone":"Australia/Brisbane","language":"en-AU"}""");
        await client.ChangeAsync(id, """{"email":"ada@example.org","plan":"Pro","address":{"street":"1 Queen Street","city":"Zürich","country":"CH"}}""");
        await client.SendAsync(HttpMethod.Post, $"/customers/{id}/orders", """{"total":19.90}""");
        await client.SendAsync(HttpMethod.Post, $"/customers/{id}/orders", """{"total":5}""");
        await client.SendAsync(HttpMethod.Post, $"/customers/{id}/devices", """{"platform":"android","token":"fcm-7c1e"}""");
        await client.SendAsync(HttpMethod.Post, $"/customers/{id}/devices", """{"platform":"android","token":"fcm-7c1e"}""");
        await running.Shop.QueueIsEmptyAsync();

        const string SignedUp = "\"signed_up_at\":\"2026-03-01T09:30:00+00:00\",\"first_name\":\"Ada\"";
        const string Rest = "\"timezone\":10,\"language\":\"en-AU\",\"userAgent\":\"ExampleBrowser/1.0\"";
        const string Pro = $"{SignedUp},\"plan\":\"Pro\",\"address\":{{\"city\":\"Zürich\",\"country\":\"CH\"}},{Rest}";
        const string Ordered = "\"last_order_at\":\"2026-03-01T09:30:00+00:00\"";
        const string Device = "\"channels\":[{\"type\":\"push\",\"platform\":\"android\",\"address\":\"fcm-7c1e\"}]";
        Assert.Equal(
            [
                $"{{\"id\":\"{id}\",\"email\":\"ada@example.com\",\"data\":{{{SignedUp},\"plan\":\"Free\",{Rest},\"orders\":0,\"total_spent\":0}}}}",
                $"{{\"id\":\"{id}\",\"email\":\"ada@example.org\",\"data\":{{{Pro},\"orders\":0,\"total_spent\":0.0}}}}",
                $"{{\"id\":\"{id}\",\"email\":\"ada@example.org\",\"data\":{{{Pro},\"orders\":1,\"total_spent\":19.90,{Ordered}}}}}",
                $"{{\"id\":\"{id}\",\"email\":\"ada@example.org\",\"data\":{{{Pro},\"orders\":2,\"total_spent\":24.9,{Ordered}}}}}",
                $"{{\"id\":\"{id}\",\"email\":\"ada@example.org\",{Device},\"data\":{{{Pro},\"orders\":2,\"total_spent\":24.9,{Ordered}}}}}",
                $"{{\"id\":\"{id}\",\"email\":\"ada@example.org\",{Device},\"data\":{{{Pro},\"orders\":2,\"total_spent\":24.9,{Ordered}}}}}",
            ],
            running.Vero.Bodies());
        Assert.Empty(running.Vero.Violations);
        Assert.Equal(2, await running.Shop.QueryAsync(context => context.Customers.SelectMany(customer => customer.Orders).CountAsync(TestContext.Current.CancellationToken)));
        Assert.Equal("""{"status":"Healthy","checks":{"database":"Healthy","vero":"Healthy: 0 queued, 0 undelivered"}}""", await client.HealthAsync());
    }
}
