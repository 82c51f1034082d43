using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Vero.Typed;

/// <summary>Connections like those of a context, whatever it is configured with: a connection string, a data source or a connection.</summary>
internal sealed class ContextDataSource<TContext>(IServiceProvider services) : DbDataSource
    where TContext : DbContext
{
    public override string ConnectionString => "";

    protected override DbConnection CreateDbConnection()
    {
        using IServiceScope scope = services.CreateScope();
        DatabaseFacade database = scope.ServiceProvider.GetRequiredService<TContext>().Database;
        if (database.ProviderName is not (EnlistingMessages.PostgreSqlProvider or EnlistingMessages.SqliteProvider))
            throw new NotSupportedException(EnlistingMessages.UnsupportedProvider(typeof(TContext).Name, database.ProviderName));
        DbConnection connection = database.GetDbConnection();

        // A provider that keeps the password to itself can clone; the connection string of the others is complete.
        if (connection is ICloneable cloneable)
            return (DbConnection)cloneable.Clone();
        DbConnection copy = DbProviderFactories.GetFactory(connection)?.CreateConnection()
            ?? throw new NotSupportedException(connection.GetType().FullName);
        copy.ConnectionString = connection.ConnectionString;
        return copy;
    }
}
