using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Vero.Typed.Quartz.Tests.EntityFramework;

/// <summary>A host with the shop's context and durable delivery. Deliveries are paused unless a test resumes them.</summary>
internal sealed class RunningShop : IAsyncDisposable
{
    private RunningShop(TestStore store, RunningDelivery running, ScriptedVero vero)
    {
        Store = store;
        Running = running;
        Vero = vero;
    }

    public TestStore Store { get; }

    public RunningDelivery Running { get; }

    public ScriptedVero Vero { get; }

    public static async Task<RunningShop> StartAsync(
        StoreKind kind,
        Action<VeroContextDeliveryOptions>? configure = null,
        Action<IServiceCollection, TestStore>? addContext = null,
        bool isPaused = true)
    {
        var store = new TestStore(kind);
        var vero = new ScriptedVero();
        try
        {
            await using (ShopContext plain = new(Options(store)))
                await plain.Database.EnsureCreatedAsync();
            RunningDelivery running = await RunningDelivery.StartAsync(
                store,
                vero,
                services: services =>
                {
                    if (addContext is null)
                        services.AddDbContext<ShopContext>(store.Use);
                    else
                        addContext(services, store);
                    services.AddVeroDurableDelivery<ShopContext>(configure);
                });
            if (isPaused)
                await running.Delivery.PauseAsync("test");
            return new RunningShop(store, running, vero);
        }
        catch
        {
            await store.DisposeAsync();
            throw;
        }
    }

    public async Task UseAsync(Func<ShopContext, Task> use)
    {
        await using AsyncServiceScope scope = Running.Services.CreateAsyncScope();
        await use(scope.ServiceProvider.GetRequiredService<ShopContext>());
    }

    /// <summary>The pending operations in the order of delivery, as user, operation and, of an identify, name.</summary>
    public async Task<string[]> ReadPendingAsync()
    {
        string[] rows = await Store.ReadPendingAsync("COALESCE(envelope, user_id || ' placeholder')");
        return [.. rows.Select(static row =>
        {
            if (!row.StartsWith('{'))
                return row;
            VeroRequest request = VeroRequest.ParseEnvelope(row);
            return $"{request.UserId} {request.ToString().Split(' ')[0]} {System.Text.Json.Nodes.JsonNode.Parse(request.ToJson())!["data"]?["name"]}".TrimEnd();
        })];
    }

    public async Task<string[]> DeliverAsync()
    {
        await Running.Delivery.ResumeAsync();
        await Running.FlushAsync();
        return Vero.Accepted;
    }

    public async ValueTask DisposeAsync()
    {
        await Running.DisposeAsync();
        await Store.DisposeAsync();
    }

    private static DbContextOptions<ShopContext> Options(TestStore store)
    {
        var builder = new DbContextOptionsBuilder<ShopContext>();
        store.Use(builder);
        return builder.Options;
    }
}
