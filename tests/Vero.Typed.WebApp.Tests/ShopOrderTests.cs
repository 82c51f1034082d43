using System.Net;
using System.Text.RegularExpressions;

namespace Vero.Typed.WebApp.Tests;

/// <summary>What comes before what.</summary>
public sealed partial class ShopOrderTests
{
    [Fact]
    public async Task Quick_changes_of_one_profile_never_arrive_backwards_also_if_the_first_ones_must_be_repeated()
    {
        await using RunningShop running = await RunningShop.StartAsync();
        running.Vero.FailNext(2);

        string id = await running.Client.SignUpAsync();
        for (int i = 1; i <= 10; i++)
            await running.Client.ChangeAsync(id, $$"""{"firstName":"{{i}}"}""");
        await running.Shop.DeliveredAsync();

        // What was pending at the same time is one request.
        int[] arrived = [.. running.Vero.Bodies().Select(static body => FirstName().Match(body) is { Success: true } match ? int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture) : 0)];
        Assert.Equal(10, arrived[^1]);
        Assert.Equal(arrived.Order(), arrived);
    }

    [Fact]
    public async Task Changes_that_are_pending_together_are_one_request()
    {
        await using RunningShop running = await RunningShop.StartAsync();
        string id = await running.Client.SignUpAsync();
        await running.Shop.DeliveredAsync();
        await running.Shop.Delivery.PauseAsync("test", cancellationToken: TestContext.Current.CancellationToken);

        for (int i = 1; i <= 3; i++)
            await running.Client.ChangeAsync(id, $$"""{"firstName":"{{i}}"}""");
        Assert.Equal(3, await running.Shop.PendingAsync());
        await running.Shop.Delivery.ResumeAsync(cancellationToken: TestContext.Current.CancellationToken);
        await running.Shop.DeliveredAsync();

        Assert.Equal(2, running.Vero.Bodies().Length);
        Assert.Contains("\"first_name\":\"3\"", running.Vero.Bodies()[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Of_two_changes_at_the_same_time_the_profile_at_Vero_has_both(bool isPostgreSql)
    {
        var saves = new Saves();
        await using RunningShop running = await RunningShop.StartAsync(saves, isPostgreSql: isPostgreSql);
        string id = await running.Client.SignUpAsync();
        await running.Shop.DeliveredAsync();

        var read = new TaskCompletionSource();
        var goOn = new TaskCompletionSource();
        saves.Before = () =>
        {
            saves.Before = null;
            read.SetResult();
            return goOn.Task;
        };
        Task first = running.Client.ChangeAsync(id, """{"firstName":"Ada"}""");
        await read.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        await running.Client.ChangeAsync(id, """{"plan":"Pro"}""");
        goOn.SetResult();
        await first;
        await running.Shop.DeliveredAsync();

        Assert.Contains("\"first_name\":\"Ada\"", running.Vero.Bodies()[^1], StringComparison.Ordinal);
        Assert.Contains("\"plan\":\"Pro\"", running.Vero.Bodies()[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_sent_before_the_commit()
    {
        var saves = new Saves();
        await using RunningShop running = await RunningShop.StartAsync(saves);
        string ada = await running.Client.SignUpAsync();
        await running.Shop.DeliveredAsync();

        var saving = new TaskCompletionSource();
        var goOn = new TaskCompletionSource();
        saves.Before = () =>
        {
            saves.Before = null;
            saving.SetResult();
            return goOn.Task;
        };
        Task change = running.Client.ChangeAsync(ada, """{"firstName":"Ada"}""");
        await saving.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        // Bob's change shows that deliveries go on.
        await running.Client.SignUpAsync("""{"email":"bob@example.com"}""");
        await running.Vero.BodiesAsync(2);
        Assert.DoesNotContain(running.Vero.Bodies(), body => body.Contains("first_name", StringComparison.Ordinal));

        goOn.SetResult();
        await change;
        Assert.Contains("\"first_name\":\"Ada\"", (await running.Vero.BodiesAsync(3))[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_could_not_be_committed_is_not_sent()
    {
        var saves = new Saves();
        await using RunningShop running = await RunningShop.StartAsync(saves);
        string id = await running.Client.SignUpAsync();
        await running.Shop.DeliveredAsync();

        saves.Before = () => throw new InvalidOperationException("The disk is full.");
        using HttpResponseMessage answer = await running.Client.SendAsync(HttpMethod.Patch, $"/customers/{id}", """{"plan":"Pro"}""");

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(0, await running.Shop.PendingAsync());
        Assert.Single(running.Vero.Bodies());
    }

    [Fact]
    public async Task A_caller_that_goes_away_after_the_commit_leaves_no_profile_behind()
    {
        var saves = new Saves();
        await using RunningShop running = await RunningShop.StartAsync(saves);
        string id = await running.Client.SignUpAsync();
        await running.Vero.BodiesAsync(1);

        using var gone = new CancellationTokenSource();
        saves.After = gone.CancelAsync;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running.Client.PostAsync(
            $"/customers/{id}/orders", new StringContent("""{"total":1}""", System.Text.Encoding.UTF8, "application/json"), gone.Token));

        Assert.Contains("\"orders\":1", (await running.Vero.BodiesAsync(2))[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shutting_down_keeps_what_is_pending_for_the_next_start()
    {
        using var database = new TemporaryDatabase();
        await using Sandbox.VeroSandbox vero = await Sandbox.VeroSandbox.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        using (var gate = new Gate())
        {
            await using var shop = new Shop(database, vero) { Gate = gate };
            HttpClient client = shop.CreateClient();
            for (int i = 0; i < 20; i++)
                await client.SignUpAsync($$"""{"email":"{{i}}@example.com"}""");
        }

        Assert.Empty(vero.Requests);
        await using (var shop = new Shop(database, vero))
        {
            shop.CreateClient();
            await shop.DeliveredAsync();
        }

        Assert.Equal(20, vero.Profiles.Count);
        Assert.Equal(20, vero.Requests.Count);
    }

    [GeneratedRegex("\"first_name\":\"(\\d+)\"")]
    private static partial Regex FirstName();
}
