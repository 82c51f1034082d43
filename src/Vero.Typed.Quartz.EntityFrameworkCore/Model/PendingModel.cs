using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Vero.Typed;

/// <summary>
/// Maps the table of pending operations when the model is complete, so that what an application does to all its entity types (naming, filters) does
/// not reach it. The order number is no part of it: the database gives it.
/// </summary>
internal sealed class PendingModel : IModelFinalizingConvention
{
    private static readonly (string Property, string Column)[] Columns =
    [
        (nameof(VeroPendingOperation.Id), "id"),
        (nameof(VeroPendingOperation.Shard), "shard"),
        (nameof(VeroPendingOperation.Client), "client"),
        (nameof(VeroPendingOperation.UserId), "user_id"),
        (nameof(VeroPendingOperation.Operation), "operation"),
        (nameof(VeroPendingOperation.Envelope), "envelope"),
        (nameof(VeroPendingOperation.EnlistedAt), "enlisted_at"),
    ];

    public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
    {
        IConventionEntityTypeBuilder? entity = modelBuilder.Entity(typeof(VeroPendingOperation), fromDataAnnotation: true);
        if (entity is null)
            return;
        IConventionEntityType type = entity.Metadata;
        type.SetTableName(VeroPendingOperation.TableName, fromDataAnnotation: true);
        type.SetIsTableExcludedFromMigrations(true, fromDataAnnotation: true);
        foreach ((string property, string column) in Columns)
        {
            if (type.FindProperty(property) is not { } found)
                throw new InvalidOperationException($"{nameof(VeroPendingOperation)}.{property} is not mapped.");
            found.SetColumnName(column, fromDataAnnotation: true);
        }

        if (type.FindPrimaryKey() is null)
            type.SetPrimaryKey(type.FindProperty(nameof(VeroPendingOperation.Id)), fromDataAnnotation: true);
    }

    /// <summary>The INSERT of a row that follows the entities, with numbered placeholders.</summary>
    public static string InsertSql(DbContext context)
    {
        string table = context.GetService<ISqlGenerationHelper>().DelimitIdentifier(VeroPendingOperation.TableName, context.Model.GetDefaultSchema());
        return $"INSERT INTO {table} ({string.Join(", ", Columns.Select(static column => column.Column))}) VALUES ({{0}}, {{1}}, {{2}}, {{3}}, {{4}}, {{5}}, {{6}})";
    }

    // EF Core takes a null, though its parameter does not say so.
    public static object[] Values(VeroPendingOperation row) =>
        [row.Id, row.Shard, row.Client, row.UserId, row.Operation, row.Envelope!, row.EnlistedAt];
}
