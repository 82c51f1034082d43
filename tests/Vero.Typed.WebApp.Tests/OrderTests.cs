using System.Diagnostics.Metrics;
using System.Net;
using Microsoft.Extensions.DependencyInjection;

namespace Vero.Typed.WebApp.Tests;

/// <summary>What comes before what.</summary>
public sealed class OrderTests
{
    [Fact]
    public async Task Quick_changes_of_one_profile_arrive_in_their_order_also_if_the_first_ones_must_be_repeated()
    {
        await using RunningShop running = await RunningShop.StartAsync();
        running.Vero.FailNext(2);

        string id = await running.Client.SignUpAsync();
        for (int i = 1; i <= 10; i++)
            await running.Client.ChangeAsync(id, $$"""{"firstName":"{{i}}"}""");
        string[] bodies = await running.Vero.BodiesAsync(11);

        Assert.Equal(Enumerable.Range(1, 10).Select(i => $"\"first_name\":\"{i}\""), bodies[1..].Select(FirstName));
        Assert.Equal(13, running.Vero.Requests.Count);

        static string FirstName(string body) => body.Split(',').Single(part => part.StartsWith("\"first_name\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_is_sent_before_the_commit_and_the_next_change_of_that_customer_waits_until_the_one_before_is_queued()
    {
        var saves = new Saves();
        await using RunningShop running = await RunningShop.StartAsync(saves);
        string ada = await running.Client.SignUpAsync();
        string bob = await running.Client.SignUpAsync("""{"email":"bob@example.com"}""");
        await running.Vero.BodiesAsync(2);

        var waiting = new TaskCompletionSource();
        using var listener = new MeterListener();
        listener.InstrumentPublished = static (instrument, self) =>
        {
            if (instrument.Name == "aspnetcore.rate_limiting.queued_requests")
                self.EnableMeasurementEvents(instrument);
        };
        object meters = running.Shop.Services.GetRequiredService<IMeterFactory>();
        listener.SetMeasurementEventCallback<long>((instrument, change, _, _) =>
        {
            if (instrument.Meter.Scope == meters && change > 0)
                waiting.TrySetResult();
        });
        listener.Start();

        var committed = new TaskCompletionSource();
        var goOn = new TaskCompletionSource();
        saves.After = () =>
        {
            saves.After = null;
            committed.SetResult();
            return goOn.Task;
        };
        Task first = running.Client.ChangeAsync(ada, """{"firstName":"first"}""");
        await committed.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        Task second = running.Client.ChangeAsync(ada, """{"firstName":"second"}""");

        // Bob's change shows that only Ada's wait for each other.
        await running.Client.ChangeAsync(bob, """{"firstName":"Bob"}""");
        await running.Vero.BodiesAsync(3);

        // The second change has arrived, and waits for its turn.
        await Task.WhenAny(second, waiting.Task).WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        Assert.False(first.IsCompleted);
        Assert.False(second.IsCompleted);
        Assert.DoesNotContain(running.Vero.Bodies(), body => body.Contains("\"first\"", StringComparison.Ordinal));

        goOn.SetResult();
        await Task.WhenAll(first, second);
        string[] bodies = await running.Vero.BodiesAsync(5);
        Assert.Contains("\"first_name\":\"first\"", bodies[3], StringComparison.Ordinal);
        Assert.Contains("\"first_name\":\"second\"", bodies[4], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_could_not_be_committed_is_not_sent()
    {
        var saves = new Saves();
        await using RunningShop running = await RunningShop.StartAsync(saves);
        string id = await running.Client.SignUpAsync();
        await running.Shop.QueueIsEmptyAsync();

        saves.Before = () => throw new InvalidOperationException("The disk is full.");
        using HttpResponseMessage answer = await running.Client.SendAsync(HttpMethod.Patch, $"/customers/{id}", """{"plan":"Pro"}""");

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        await running.Shop.QueueIsEmptyAsync();
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
    public async Task Shutting_down_sends_what_is_in_the_queue()
    {
        using var gate = new Gate();
        await using RunningShop running = await RunningShop.StartAsync(gate: gate);
        for (int i = 0; i < 20; i++)
            await running.Client.SignUpAsync($$"""{"email":"{{i}}@example.com"}""");
        Assert.Equal(20, running.Shop.Queue.Count);

        Task stopping = running.Shop.DisposeAsync().AsTask();
        Assert.False(stopping.IsCompleted);
        Assert.Empty(running.Vero.Requests);
        gate.Open();
        await stopping;

        Assert.Equal(20, running.Vero.Profiles.Count);
    }
}
