using System.Net;
using Vero.Typed.Sandbox;

namespace Vero.Typed.WebApp.Tests;

/// <summary>What comes before what.</summary>
public sealed class OrderTests
{
    [Fact]
    public async Task Quick_changes_of_one_profile_arrive_in_their_order_also_if_the_first_ones_must_be_repeated()
    {
        using var database = new TemporaryDatabase();
        await using VeroSandbox vero = await VeroSandbox.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        await using var shop = new Shop(database, vero);
        HttpClient client = shop.CreateClient();
        vero.FailNext(2);

        string id = await client.SignUpAsync();
        for (int i = 1; i <= 10; i++)
            await client.ChangeAsync(id, $$"""{"firstName":"{{i}}"}""");
        string[] bodies = await vero.BodiesAsync(11);

        Assert.Equal(Enumerable.Range(1, 10).Select(i => $"\"first_name\":\"{i}\""), bodies[1..].Select(FirstName));
        Assert.Equal(13, vero.Requests.Count);

        static string FirstName(string body) => body.Split(',').Single(part => part.StartsWith("\"first_name\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_is_sent_before_the_commit_and_the_next_change_of_that_customer_waits_until_the_one_before_is_queued()
    {
        using var database = new TemporaryDatabase();
        await using VeroSandbox vero = await VeroSandbox.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        var saves = new Saves();
        await using var shop = new Shop(database, vero) { Saves = saves };
        HttpClient client = shop.CreateClient();
        string ada = await client.SignUpAsync();
        string bob = await client.SignUpAsync("""{"email":"bob@example.com"}""");
        await vero.BodiesAsync(2);

        var committed = new TaskCompletionSource();
        var goOn = new TaskCompletionSource();
        saves.After = () =>
        {
            saves.After = null;
            committed.SetResult();
            return goOn.Task;
        };
        Task first = client.ChangeAsync(ada, """{"firstName":"first"}""");
        await committed.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        Task second = client.ChangeAsync(ada, """{"firstName":"second"}""");

        // Bob's change shows that only Ada's wait for each other. A change that finds the database busy comes back within 150 ms.
        await client.ChangeAsync(bob, """{"firstName":"Bob"}""");
        await vero.BodiesAsync(3);
        await Task.WhenAny(second, Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken));
        Assert.False(first.IsCompleted);
        Assert.False(second.IsCompleted);
        Assert.DoesNotContain(vero.Bodies(), body => body.Contains("\"first\"", StringComparison.Ordinal));

        goOn.SetResult();
        await Task.WhenAll(first, second);
        string[] bodies = await vero.BodiesAsync(5);
        Assert.Contains("\"first_name\":\"first\"", bodies[3], StringComparison.Ordinal);
        Assert.Contains("\"first_name\":\"second\"", bodies[4], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_could_not_be_committed_is_not_sent()
    {
        using var database = new TemporaryDatabase();
        await using VeroSandbox vero = await VeroSandbox.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        var saves = new Saves();
        await using var shop = new Shop(database, vero) { Saves = saves };
        HttpClient client = shop.CreateClient();
        string id = await client.SignUpAsync();
        await shop.QueueIsEmptyAsync();

        saves.Before = () => throw new InvalidOperationException("The disk is full.");
        using HttpResponseMessage answer = await client.SendAsync(HttpMethod.Patch, $"/customers/{id}", """{"plan":"Pro"}""");

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        await shop.QueueIsEmptyAsync();
        Assert.Single(vero.Bodies());
    }

    [Fact]
    public async Task A_caller_that_goes_away_after_the_commit_leaves_no_profile_behind()
    {
        using var database = new TemporaryDatabase();
        await using VeroSandbox vero = await VeroSandbox.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        var saves = new Saves();
        await using var shop = new Shop(database, vero) { Saves = saves };
        HttpClient client = shop.CreateClient();
        string id = await client.SignUpAsync();
        await vero.BodiesAsync(1);

        using var gone = new CancellationTokenSource();
        saves.After = gone.CancelAsync;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.PostAsync(
            $"/customers/{id}/orders", new StringContent("""{"total":1}""", System.Text.Encoding.UTF8, "application/json"), gone.Token));

        Assert.Contains("\"orders\":1", (await vero.BodiesAsync(2))[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shutting_down_sends_what_is_in_the_queue()
    {
        using var database = new TemporaryDatabase();
        await using VeroSandbox vero = await VeroSandbox.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        using var gate = new Gate();
        await using var shop = new Shop(database, vero) { Gate = gate };
        HttpClient client = shop.CreateClient();
        for (int i = 0; i < 20; i++)
            await client.SignUpAsync($$"""{"email":"{{i}}@example.com"}""");
        Assert.Equal(20, shop.Queue.Count);

        Task stopping = shop.DisposeAsync().AsTask();
        Assert.False(stopping.IsCompleted);
        Assert.Empty(vero.Requests);
        gate.Open();
        await stopping;

        Assert.Equal(20, vero.Profiles.Count);
    }
}
