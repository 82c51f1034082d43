using Vero.Typed.Sandbox;

namespace Vero.Typed.WebApp.Tests;

/// <summary>The sample as somebody runs it who has just cloned the repository.</summary>
public sealed class ProcessTests
{
    [Fact]
    public async Task Without_a_token_everything_in_the_readme_works_against_a_stand_in()
    {
        using var database = new TemporaryDatabase();
        (ShopProcess process, HttpClient client) = await ShopProcess.StartAsync(database);
        using (process)
        using (client)
        {
            var statuses = new List<int>();
            string id = "";
            string profiles = "";
            foreach (ReadmeCommand command in await ReadmeCommand.AllAsync())
            {
                if (command.Path == "/stand-in/profiles")
                    await NothingIsPendingAsync(client);
                using HttpResponseMessage answer = await command.RunAsync(client, id);
                statuses.Add((int)answer.StatusCode);
                if (id.Length == 0)
                    id = (await answer.JsonAsync()).GetProperty("id").GetString()!;
                if (command.Path == "/stand-in/profiles")
                    profiles = (await answer.JsonAsync()).ToString();
            }

            Assert.Equal([201, 200, 200, 200, 400, 200, 200, 204], statuses);
            Assert.Contains($$"""[{"id":"{{id}}","email":"ada@example.com","channels":[{"type":"push","address":"fcm-7c1e","platform":"android"}]""", profiles, StringComparison.Ordinal);
            Assert.Contains("\"total_spent\":19.9", profiles, StringComparison.Ordinal);

            Assert.Equal(0, await process.StopAsync());
            Assert.Contains("Vero:AuthToken is not set: profiles go to a stand-in in this process. http://127.0.0.1:", process.Output, StringComparison.Ordinal);
            foreach (string name in new[] { "vero identify", "vero.client.request.duration", "vero.client.requests", "vero.delivery.pending", "POST /customers", "http.server.request.duration" })
                Assert.Contains(name, process.Output, StringComparison.Ordinal);
            Assert.Empty(Found(process.Output, id, "ada@example", "fcm-7c1e", "Queen Street"));
        }
    }

    [Fact]
    public async Task With_a_token_profiles_go_to_Vero_and_no_output_shows_it_not_even_the_one_that_shows_the_id()
    {
        using var database = new TemporaryDatabase();
        await using VeroSandbox vero = await VeroSandbox.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        (ShopProcess process, HttpClient client) = await ShopProcess.StartAsync(
            database,
            ("Vero__AuthToken", vero.AuthToken),
            ("Vero__BaseAddress", vero.BaseAddress.ToString()),
            ("Logging__LogLevel__Microsoft.AspNetCore", "Information"),
            ("Logging__LogLevel__System.Net.Http", "Trace"));
        using (process)
        using (client)
        {
            string id = await client.SignUpAsync();
            await NothingIsPendingAsync(client);
            await client.ChangeAsync(id, """{"plan":"Pro"}""");
            await NothingIsPendingAsync(client);
            Assert.Equal(0, await process.StopAsync());

            Assert.Equal(2, vero.Bodies().Length);
            Assert.DoesNotContain("stand-in", process.Output, StringComparison.Ordinal);
            Assert.Equal([id], Found(process.Output, id, "ada@example", vero.AuthToken, Uri.EscapeDataString(vero.AuthToken)));
        }
    }

    [Fact]
    public async Task A_process_that_is_killed_loses_nothing()
    {
        using var database = new TemporaryDatabase();
        (ShopProcess killed, HttpClient client) = await ShopProcess.StartAsync(
            database, ("Vero__AuthToken", "token"), ("Vero__BaseAddress", "http://127.0.0.1:9/"));
        string id;
        using (killed)
        using (client)
        {
            id = await client.SignUpAsync();
            await client.ChangeAsync(id, """{"firstName":"Ada"}""");
            killed.Kill();
        }

        await using VeroSandbox vero = await VeroSandbox.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        (ShopProcess next, HttpClient nextClient) = await ShopProcess.StartAsync(
            database, ("Vero__AuthToken", vero.AuthToken), ("Vero__BaseAddress", vero.BaseAddress.ToString()));
        using (next)
        using (nextClient)
            await NothingIsPendingAsync(nextClient);

        Assert.Contains("\"first_name\":\"Ada\"", Assert.Single(vero.Bodies()), StringComparison.Ordinal);
        Assert.Equal([id], vero.Profiles.Keys);
    }

    private static IEnumerable<string> Found(string output, params string[] secrets) =>
        secrets.Where(secret => output.Contains(secret, StringComparison.OrdinalIgnoreCase));

    private static Task NothingIsPendingAsync(HttpClient client) => Eventually.IsAsync(
        async () => (await client.HealthAsync()).Contains(" 0 pending", StringComparison.Ordinal),
        "nothing is pending",
        TestContext.Current.CancellationToken);
}
