using Vero.Typed.Sandbox;

namespace Vero.Typed.WebApp.Tests;

/// <summary>A shop with a database and a Vero of its own.</summary>
public sealed class RunningShop : IAsyncLifetime
{
    private TemporaryDatabase _database = null!;

    /// <summary>Whether the database is one of a PostgreSQL server.</summary>
    internal bool IsPostgreSql { get; private init; }

    /// <summary>What is told of every save, or null.</summary>
    internal Saves? Saves { get; private init; }

    /// <summary>What every call to Vero goes through, or null.</summary>
    internal Gate? Gate { get; private init; }

    /// <summary>The clock of the shop.</summary>
    internal TimeProvider Time { get; private init; } = TimeProvider.System;

    internal VeroSandbox Vero { get; private set; } = null!;

    internal Shop Shop { get; private set; } = null!;

    internal HttpClient Client { get; private set; } = null!;

    internal static async Task<RunningShop> StartAsync(Saves? saves = null, Gate? gate = null, TimeProvider? time = null, bool isPostgreSql = false)
    {
        var running = new RunningShop { Saves = saves, Gate = gate, Time = time ?? TimeProvider.System, IsPostgreSql = isPostgreSql };
        await running.InitializeAsync();
        return running;
    }

    public async ValueTask InitializeAsync()
    {
        _database = IsPostgreSql ? TemporaryDatabase.PostgreSql() : new TemporaryDatabase();
        Vero = await VeroSandbox.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        Shop = new Shop(_database, Vero) { Saves = Saves, Gate = Gate, Time = Time };
        Client = Shop.CreateClient();
    }

    public async ValueTask DisposeAsync()
    {
        await Shop.DisposeAsync();
        await Vero.DisposeAsync();
        _database.Dispose();
    }
}
