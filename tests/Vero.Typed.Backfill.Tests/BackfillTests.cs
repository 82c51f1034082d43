using System.Globalization;
using Backfill;
using Backfill.Customers;
using Backfill.Data;
using Microsoft.EntityFrameworkCore;
using Vero.Typed.Sandbox;

namespace Vero.Typed.Backfill.Tests;

public sealed class BackfillTests
{
    private const int Customers = 1000;

    // 200, 400 ... have no address that can be sent.
    private const int Unsendable = Customers / 200;

    // What a killed process may repeat: Shards x MaxConcurrency of Vero:Delivery.
    private const int MostInFlight = 32;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_run_delivers_every_customer_once_lists_those_that_cannot_be_sent_and_ends(bool isPostgreSql)
    {
        using var store = new BackfillStore(isPostgreSql);
        IReadOnlyList<Customer> customers = await store.CreateAsync(Customers);
        await using VeroSandbox vero = await StartVeroAsync();

        using (BackfillRunning run = BackfillRunning.Start(store, vero))
        {
            Assert.True(await run.ExitAsync() == BackfillProcess.SomeRejected, run.Output);
            Assert.Contains($"{Customers} of {Customers} customers read, 0 pending, {Unsendable} unsendable, 0 rejected", run.Output, StringComparison.Ordinal);
        }

        AssertAllArrived(customers, vero);
        Assert.Equal(customers.Count, vero.Requests.Count);
        Assert.Empty(vero.Violations);
        string[] rejects = await File.ReadAllLinesAsync(store.RejectsFile, TestContext.Current.CancellationToken);
        Assert.Equal(Unsendable, rejects.Length);
        Assert.StartsWith("""{"customer":"200","reason":"NotSerialized: Backfill.Customers.Customer.Email: """, rejects[0], StringComparison.Ordinal);
        Assert.DoesNotContain("example.com", rejects[0], StringComparison.Ordinal);

        // A second start has nothing to do, and says the same.
        using (BackfillRunning again = BackfillRunning.Start(store, vero))
            Assert.True(await again.ExitAsync() == BackfillProcess.SomeRejected, again.Output);
        Assert.Equal(customers.Count, vero.Requests.Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_process_that_is_killed_in_the_middle_is_resumed_by_the_next_start(bool isPostgreSql)
    {
        using var store = new BackfillStore(isPostgreSql);
        IReadOnlyList<Customer> customers = await store.CreateAsync(Customers);
        await using VeroSandbox vero = await StartVeroAsync(TimeSpan.FromMilliseconds(50));
        int read;
        using (BackfillRunning killed = BackfillRunning.Start(store, vero, arguments: ["--Backfill:MostPending", "100"]))
        {
            await Eventually.IsAsync(() => vero.Requests.Count >= 150, "a part was sent", TestContext.Current.CancellationToken);
            killed.Kill();
            read = await ReadAsync(store);
        }

        // In the middle of reading and of sending.
        Assert.InRange(read, 150, Customers - 1);
        Assert.InRange(vero.Profiles.Count, 100, read);
        using (BackfillRunning next = BackfillRunning.Start(store, vero))
            Assert.True(await next.ExitAsync() == BackfillProcess.SomeRejected, next.Output);

        AssertAllArrived(customers, vero);
        Assert.InRange(vero.Requests.Count, customers.Count, customers.Count + MostInFlight);
        Assert.Equal(Unsendable, (await File.ReadAllLinesAsync(store.RejectsFile, TestContext.Current.CancellationToken)).Length);
    }

    [Fact]
    public async Task Ctrl_C_ends_the_process_and_the_next_start_sends_the_rest_and_nothing_twice()
    {
        using var store = new BackfillStore(isPostgreSql: false);
        IReadOnlyList<Customer> customers = await store.CreateAsync(Customers);
        await using VeroSandbox vero = await StartVeroAsync(TimeSpan.FromMilliseconds(50));
        using (BackfillRunning interrupted = BackfillRunning.Start(store, vero))
        {
            await Eventually.IsAsync(() => vero.Requests.Count >= 150, "a part was sent", TestContext.Current.CancellationToken);
            Assert.True(await interrupted.InterruptAsync() == BackfillProcess.Cancelled, interrupted.Output);
        }

        Assert.InRange(vero.Profiles.Count, 150, Customers - 100);
        using (BackfillRunning next = BackfillRunning.Start(store, vero))
            Assert.True(await next.ExitAsync() == BackfillProcess.SomeRejected, next.Output);

        AssertAllArrived(customers, vero);
        Assert.Equal(customers.Count, vero.Requests.Count);
    }

    [Fact]
    public async Task Several_processes_share_the_work_and_what_a_killed_one_leaves()
    {
        using var store = new BackfillStore(isPostgreSql: true);
        IReadOnlyList<Customer> customers = await store.CreateAsync(Customers);
        await using VeroSandbox vero = await StartVeroAsync(TimeSpan.FromMilliseconds(50));
        using BackfillRunning killed = BackfillRunning.Start(store, vero, arguments: ["--Backfill:MostPending", "100"]);
        using BackfillRunning second = BackfillRunning.Start(store, vero, arguments: ["--Backfill:MostPending", "100"]);
        using BackfillRunning third = BackfillRunning.Start(store, vero, arguments: ["--Backfill:MostPending", "100"]);
        await Eventually.IsAsync(() => vero.Requests.Count >= 200, "a part was sent", TestContext.Current.CancellationToken);
        killed.Kill();

        Assert.True(await second.ExitAsync() == BackfillProcess.SomeRejected, second.Output);
        Assert.True(await third.ExitAsync() == BackfillProcess.SomeRejected, third.Output);
        AssertAllArrived(customers, vero);
        Assert.InRange(vero.Requests.Count, customers.Count, customers.Count + MostInFlight);
    }

    [Fact]
    public async Task A_rejected_token_pauses_the_run_and_another_one_resumes_it()
    {
        using var store = new BackfillStore(isPostgreSql: false);
        IReadOnlyList<Customer> customers = await store.CreateAsync(Customers);
        await using VeroSandbox vero = await StartVeroAsync();
        using (BackfillRunning paused = BackfillRunning.Start(store, vero, "wrong-token"))
        {
            Assert.True(await paused.ExitAsync() == BackfillProcess.Paused, paused.Output);
            Assert.Contains("Paused: ", paused.Output, StringComparison.Ordinal);
            Assert.DoesNotContain("wrong-token", paused.Output, StringComparison.Ordinal);
        }

        using (BackfillRunning next = BackfillRunning.Start(store, vero))
            Assert.True(await next.ExitAsync() == BackfillProcess.SomeRejected, next.Output);
        AssertAllArrived(customers, vero);
    }

    [Fact]
    public async Task Who_Vero_rejects_is_in_the_file_too()
    {
        using var store = new BackfillStore(isPostgreSql: false);
        IReadOnlyList<Customer> customers = await store.CreateAsync(100);
        await using VeroSandbox vero = await StartVeroAsync();
        vero.Inject(new SandboxFault { UserId = "7", Status = 400 });
        using (BackfillRunning run = BackfillRunning.Start(store, vero))
            Assert.True(await run.ExitAsync() == BackfillProcess.SomeRejected, run.Output);

        string reject = Assert.Single(await File.ReadAllLinesAsync(store.RejectsFile, TestContext.Current.CancellationToken));
        Assert.StartsWith("""{"customer":"7","reason":"Rejected: """, reject, StringComparison.Ordinal);
        Assert.Equal(customers.Count - 1, vero.Profiles.Count);
    }

    private static async Task<VeroSandbox> StartVeroAsync(TimeSpan delay = default)
    {
        VeroSandbox vero = await VeroSandbox.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        if (delay > TimeSpan.Zero)
            vero.Inject(new SandboxFault { Delay = delay });
        return vero;
    }

    private static async Task<int> ReadAsync(BackfillStore store)
    {
        await using ShopContext shop = store.Open();
        return (int)await shop.Runs.Select(static run => run.CustomersRead).SingleAsync(TestContext.Current.CancellationToken);
    }

    private static void AssertAllArrived(IReadOnlyList<Customer> customers, VeroSandbox vero)
    {
        Assert.Equal(
            customers.Select(static customer => (customer.Id.ToString(CultureInfo.InvariantCulture), customer.Email, customer.OrderCount)).Order(),
            vero.Profiles.Values.Select(static profile => (profile.Id, profile.Email, profile.Data["orders"].GetInt32())).Order());
    }
}
