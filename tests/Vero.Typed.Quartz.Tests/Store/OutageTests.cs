using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Vero.Typed.Quartz.Tests.Store;

/// <summary>The database is down when the application starts, or goes down while it runs.</summary>
public sealed class OutageTests
{
    [Fact]
    public async Task The_application_starts_without_its_database_and_delivers_once_it_is_there()
    {
        string connection = PostgreSqlServer.NewName();
        string database = new NpgsqlConnectionStringBuilder(connection).Database!;
        await using var dataSource = NpgsqlDataSource.Create(connection);
        await using var unused = new TestStore(StoreKind.Sqlite);
        var vero = new ScriptedVero();
        await using RunningDelivery running = await RunningDelivery.StartAsync(
            unused, vero, services: services => services.AddVeroDurableDelivery(dataSource));
        Assert.Equal(1, running.Log.Count("StoreUnreachable"));
        await Assert.ThrowsAsync<PostgresException>(() => running.Delivery.EnqueueAsync(Requests.Identify("1")));

        PostgreSqlServer.Execute($"CREATE DATABASE {database} TEMPLATE template0");
        await Eventually.BecomesTrueAsync(() => running.Log.Count("DeliveryStarted") == 1, "delivery starts");
        await running.Delivery.EnqueueAsync(Requests.Identify("1"));
        await running.FlushAsync();
        Assert.Equal(["identify 1 {}"], vero.Accepted);
    }

    [Fact]
    public async Task Delivery_goes_on_after_the_database_was_gone_for_a_while()
    {
        await using var store = new TestStore(StoreKind.PostgreSql);
        string database = new NpgsqlConnectionStringBuilder(store.ConnectionString).Database!;
        var vero = new ScriptedVero();
        await using RunningDelivery running = await RunningDelivery.StartAsync(store, vero);
        await running.Delivery.EnqueueAsync(Requests.Identify("1"));
        await running.FlushAsync();

        PostgreSqlServer.Execute($"ALTER DATABASE {database} ALLOW_CONNECTIONS false");
        PostgreSqlServer.Execute($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{database}'");
        await Eventually.BecomesTrueAsync(() => running.Log.Count("ShardFailed") > 0, "the shards notice");
        PostgreSqlServer.Execute($"ALTER DATABASE {database} ALLOW_CONNECTIONS true");

        await running.Delivery.EnqueueAsync(Requests.Identify("2"));
        await running.FlushAsync();
        Assert.Equal(["identify 1 {}", "identify 2 {}"], vero.Accepted);
    }
}
