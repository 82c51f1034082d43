using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Vero.Typed.Quartz.Tests.EntityFramework;

namespace Vero.Typed.Quartz.Tests.Store;

public sealed class SetupTests
{
    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.PostgreSql)]
    public async Task Several_instances_may_create_the_tables_at_the_same_time(StoreKind kind)
    {
        await using var store = new TestStore(kind);
        var vero = new ScriptedVero();
        RunningDelivery[] running = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => RunningDelivery.StartAsync(store, vero))));
        await running[0].Delivery.EnqueueAsync(Requests.Identify("1", ("a", 1)));
        await running[1].FlushAsync();
        foreach (RunningDelivery one in running)
            await one.DisposeAsync();
        Assert.Equal(["""identify 1 {"a":1}"""], vero.Accepted);
    }

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.PostgreSql)]
    public async Task Another_number_of_shards_is_refused(StoreKind kind)
    {
        await using var store = new TestStore(kind);
        var vero = new ScriptedVero();
        await (await RunningDelivery.StartAsync(store, vero)).DisposeAsync();
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(
            () => RunningDelivery.StartAsync(store, vero, static options => options.Shards = 3));
        Assert.Equal(DeliveryMessages.ShardsDiffer(3, 2), exception.Message);
    }

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.PostgreSql)]
    public async Task Without_the_tables_and_the_right_to_create_them_the_start_fails(StoreKind kind)
    {
        await using var store = new TestStore(kind);
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(
            () => RunningDelivery.StartAsync(store, new ScriptedVero(), static options => options.CreateSchema = false));
        Assert.StartsWith(DeliveryMessages.SchemaMissing(""), exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_tables_may_be_in_a_schema()
    {
        await using var store = new TestStore(StoreKind.PostgreSql);
        var vero = new ScriptedVero();
        await using RunningDelivery running = await RunningDelivery.StartAsync(store, vero, static options => options.Schema = "delivery");
        await running.Delivery.EnqueueAsync(Requests.Identify("1", ("a", 1)));
        await running.FlushAsync();
        Assert.Equal(["""identify 1 {"a":1}"""], vero.Accepted);
        Assert.Equal(["delivery"], await store.ReadAsync("SELECT DISTINCT table_schema FROM information_schema.tables WHERE table_name LIKE 'vero%'"));
    }

    [Fact]
    public async Task A_database_that_is_not_supported_is_named()
    {
        await using var store = new TestStore(StoreKind.Sqlite);
        var exception = await Assert.ThrowsAsync<NotSupportedException>(() => RunningDelivery.StartAsync(
            store, new ScriptedVero(), services: static services => services.AddVeroDurableDelivery(_ => new OtherDataSource())));
        Assert.Equal(DeliveryMessages.UnsupportedStore(typeof(OtherConnection).FullName!), exception.Message);
    }

    [Fact]
    public async Task A_provider_of_Entity_Framework_Core_that_is_not_supported_is_named()
    {
        await using var store = new TestStore(StoreKind.Sqlite);
        var exception = await Assert.ThrowsAsync<NotSupportedException>(() => RunningDelivery.StartAsync(
            store,
            new ScriptedVero(),
            services: static services =>
            {
                services.AddDbContext<ShopContext>(static shop => shop.UseInMemoryDatabase("shop"));
                services.AddVeroDurableDelivery<ShopContext>();
            }));
        Assert.Equal(EnlistingMessages.UnsupportedProvider(nameof(ShopContext), "Microsoft.EntityFrameworkCore.InMemory"), exception.Message);
    }

    [Theory]
    [InlineData("Shard", "Shards")]
    [InlineData("MaxConcurency", "MaxConcurrency")]
    [InlineData("max-age", "MaxAge")]
    [InlineData("PolInterval", "PollInterval")]
    public async Task A_misspelt_setting_is_an_error_at_the_start_that_names_the_one_that_was_meant(string written, string meant)
    {
        await using var store = new TestStore(StoreKind.Sqlite);
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => RunningDelivery.StartAsync(
            store, new ScriptedVero(), settings: new Dictionary<string, string?> { [$"Vero:Delivery:{written}"] = "1" }));
        Assert.Equal([DeliveryMessages.MisspeltSetting($"Vero:Delivery:{written}", $"Vero:Delivery:{meant}")], exception.Failures);
    }

    [Fact]
    public async Task A_setting_that_is_like_no_other_is_an_error_at_the_start_that_lists_all()
    {
        await using var store = new TestStore(StoreKind.Sqlite);
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => RunningDelivery.StartAsync(
            store, new ScriptedVero(), settings: new Dictionary<string, string?> { ["Vero:Delivery:Colour"] = "blue" }));
        string failure = Assert.Single(exception.Failures);
        Assert.StartsWith("Vero:Delivery:Colour is not a setting of Vero delivery. ", failure, StringComparison.Ordinal);
        Assert.Contains("PollInterval", failure, StringComparison.Ordinal);
        Assert.DoesNotContain("blue", failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_private_database_in_memory_is_refused()
    {
        await using var store = new TestStore(StoreKind.Sqlite);
        var exception = await Assert.ThrowsAsync<NotSupportedException>(() => RunningDelivery.StartAsync(
            store,
            new ScriptedVero(),
            services: static services => services.AddVeroDurableDelivery(SqliteFactory.Instance.CreateDataSource("Data Source=:memory:"))));
        Assert.Equal(DeliveryMessages.InMemorySqlite, exception.Message);
    }

    [Fact]
    public async Task Options_that_are_wrong_are_all_reported_at_the_start()
    {
        await using var store = new TestStore(StoreKind.Sqlite);
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => RunningDelivery.StartAsync(
            store,
            new ScriptedVero(),
            static options =>
            {
                options.Shards = 0;
                options.MaxAge = TimeSpan.Zero;
            }));
        Assert.Equal(2, exception.Failures.Count());
    }

    private sealed class OtherDataSource : DbDataSource
    {
        public override string ConnectionString => "";

        protected override DbConnection CreateDbConnection() => new OtherConnection();
    }

    private sealed class OtherConnection : DbConnection
    {
        [System.Diagnostics.CodeAnalysis.AllowNull]
        public override string ConnectionString { get; set; } = "";

        public override string Database => "";

        public override string DataSource => "";

        public override string ServerVersion => "";

        public override System.Data.ConnectionState State => System.Data.ConnectionState.Closed;

        public override void ChangeDatabase(string databaseName) => throw new NotSupportedException();

        public override void Close()
        {
        }

        public override void Open() => throw new NotSupportedException();

        protected override DbTransaction BeginDbTransaction(System.Data.IsolationLevel isolationLevel) => throw new NotSupportedException();

        protected override DbCommand CreateDbCommand() => throw new NotSupportedException();
    }
}
