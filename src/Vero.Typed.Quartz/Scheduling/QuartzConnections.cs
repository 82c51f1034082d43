using System.Data.Common;
using Quartz.Impl.AdoJobStore.Common;

namespace Vero.Typed;

/// <summary>
/// Gives Quartz the connections of a data source. Its own way to do so takes the driver's types by their names, which trimming removes.
/// </summary>
internal sealed class QuartzConnections(DbDataSource dataSource, DbProviderFactory factory) : IDbProvider
{
    // A data source may hold its password itself.
    public string ConnectionString => "";

    public DbMetadata Metadata { get; } = new() { ProductName = "PostgreSQL, Npgsql", ParameterNamePrefix = ":", BindByName = true };

    public DbConnection CreateConnection() => dataSource.CreateConnection();

    public DbCommand CreateCommand() => factory.CreateCommand() ?? throw new NotSupportedException(factory.GetType().FullName);

    public void Shutdown()
    {
        // The data source belongs to the application.
    }
}
