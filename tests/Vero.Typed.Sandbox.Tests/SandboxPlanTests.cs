namespace Vero.Typed.Sandbox.Tests;

public sealed class SandboxPlanTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("vero-plan-").FullName;
    private VeroSandbox? _sandbox;

    private string File => Path.Combine(_folder, "VeroPlan.txt");

    [Fact]
    public async Task What_never_arrived_what_is_not_planned_and_what_differs()
    {
        VeroSandbox sandbox = await StartAsync(
            """
            # What this project sends to Vero.
            Shop.Customer id string
            Shop.Customer data.first_name string?
            Shop.Customer data.plan "Free" | "Pro"
            Shop.Customer data.timezone hours
            Shop.Customer data.home object
            Shop.Customer data.home.city string
            Shop.Customer channels.push.ios string
            Shop.OrderPlaced event "Placed order"
            Shop.OrderPlaced data.total number
            Shop.Cancelled event "Cancelled"
            """);
        SandboxPlanReport before = sandbox.ComparePlan();
        Assert.Equal((10, 0), (before.Planned, before.Arrived));

        await sandbox.SendAsync(
            VeroOperation.Identify,
            """{"id":"1","channels":[{"type":"push","platform":"ios","address":"a"}],"data":{"plan":"Gold","first_name":null,"home":{"city":"Oslo","zip":1},"new":true}}""").StatusAsync();
        await sandbox.SendAsync(VeroOperation.Track, """{"identity":{"id":"1"},"event_name":"placed_order","data":{"total":"12"}}""").StatusAsync();
        await sandbox.SendAsync(VeroOperation.Track, """{"identity":{"id":"1"},"event_name":"Viewed","data":{"total":"12"}}""").StatusAsync();
        await sandbox.SendAsync(VeroOperation.Identify, """{"id":"1","data":{"timezone":"rejected"}}""").StatusAsync();

        SandboxPlanReport after = sandbox.ComparePlan();
        Assert.Equal(["data.timezone", "event \"Cancelled\""], after.Missing.Select(difference => difference.What).Order(StringComparer.Ordinal));
        Assert.Equal(["data.home.zip", "data.new", "event \"Viewed\""], after.Unplanned.Select(difference => difference.What));
        Assert.Equal(
            [new SandboxPlanDifference("data.plan", "planned \"Free\" | \"Pro\", arrived string"), new SandboxPlanDifference("event \"Placed order\" data.total", "planned number, arrived string")],
            after.Different.Select(difference => difference.What.StartsWith("event", StringComparison.Ordinal) ? difference with { What = "event \"Placed order\" data.total" } : difference));
        Assert.Equal((10, 8), (after.Planned, after.Arrived));

        sandbox.Clear();
        Assert.Equal(0, sandbox.ComparePlan().Arrived);
        Assert.Empty(sandbox.ComparePlan().Unplanned);
    }

    [Fact]
    public async Task The_shapes_of_several_types_are_alternatives_and_a_dictionary_takes_any_key()
    {
        VeroSandbox sandbox = await StartAsync(
            """
            Shop.Customer data.kind "customer"
            Shop.Vendor data.kind "vendor"
            Shop.Vendor data.* number[]
            """);
        await sandbox.SendAsync(VeroOperation.Identify, """{"id":"1","data":{"kind":"vendor","anything":[1,2]}}""").StatusAsync();
        await sandbox.SendAsync(VeroOperation.Identify, """{"id":"2","data":{"kind":"other","more":["x"]}}""").StatusAsync();

        SandboxPlanReport report = sandbox.ComparePlan();
        Assert.Empty(report.Missing);
        Assert.Empty(report.Unplanned);
        Assert.Equal(["data.kind", "data.more"], report.Different.Select(difference => difference.What));
    }

    [Fact]
    public async Task A_line_that_cannot_be_read_is_named()
    {
        InvalidDataException exception = await Assert.ThrowsAsync<InvalidDataException>(() => StartAsync("Shop.Customer id string\nShop.Customer data.plan wrong\n"));

        Assert.StartsWith($"{File}, line 2, cannot be read: ", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_plan_there_is_nothing_to_compare()
    {
        await using VeroSandbox sandbox = await VeroSandbox.StartAsync(cancellationToken: TestContext.Current.CancellationToken);

        Assert.Contains(nameof(VeroSandboxOptions.PlanFile), Assert.Throws<InvalidOperationException>(sandbox.ComparePlan).Message, StringComparison.Ordinal);
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_sandbox is not null)
            await _sandbox.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<VeroSandbox> StartAsync(string plan)
    {
        await System.IO.File.WriteAllTextAsync(File, plan, TestContext.Current.CancellationToken);
        return _sandbox = await VeroSandbox.StartAsync(new VeroSandboxOptions { PlanFile = File }, TestContext.Current.CancellationToken);
    }
}
