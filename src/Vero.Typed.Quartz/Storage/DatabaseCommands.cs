using System.Data;
using System.Data.Common;

namespace Vero.Typed;

/// <summary>Commands with named parameters, on any ADO.NET provider.</summary>
internal static class DatabaseCommands
{
    public static DbCommand Command(this DbConnection connection, string sql, DbTransaction? transaction = null)
    {
        DbCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // The text is made of constants, a schema name that is quoted, and numbered parameters.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.Transaction = transaction;
        return command;
    }

    public static DbCommand With(this DbCommand command, string name, object? value)
    {
        DbParameter parameter = command.CreateParameter();
        parameter.ParameterName = name;
        if (value is null)
            parameter.DbType = DbType.String;
        parameter.Value = value ?? DBNull.Value;
        command.Parameters.Add(parameter);
        return command;
    }

    /// <summary>Adds one parameter for each value.</summary>
    /// <returns>The parameters for <c>IN (...)</c>.</returns>
    public static string WithEach(this DbCommand command, string prefix, IEnumerable<string> values)
    {
        var names = new List<string>();
        foreach (string value in values)
        {
            string name = FormattableString.Invariant($"{prefix}{names.Count}");
            command.With(name, value);
            names.Add("@" + name);
        }

        return string.Join(", ", names);
    }

    public static async Task<int> ExecuteAsync(this DbConnection connection, string sql, DbTransaction? transaction, CancellationToken cancellationToken)
    {
        DbCommand command = connection.Command(sql, transaction);
        await using (command.ConfigureAwait(false))
            return await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }
}
