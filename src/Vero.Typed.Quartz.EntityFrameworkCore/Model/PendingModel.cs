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
    private static readonly (string Property, Type Type, string Column, bool IsRequired)[] Columns =
    [
        (nameof(VeroPendingOperation.Id), typeof(string), "id", true),
        (nameof(VeroPendingOperation.Shard), typeof(int), "shard", true),
        (nameof(VeroPendingOperation.Client), typeof(string), "client", true),
        (nameof(VeroPendingOperation.UserId), typeof(string), "user_id", true),
        (nameof(VeroPendingOperation.Operation), typeof(string), "operation", true),
        (nameof(VeroPendingOperation.Envelope), typeof(string), "envelope", false),
        (nameof(VeroPendingOperation.EnlistedAt), typeof(long), "enlisted_at", true),
    ];

    public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
    {
        IConventionEntityTypeBuilder? entity = modelBuilder.Entity(typeof(VeroPendingOperation), fromDataAnnotation: true);
        if (entity is null)
            return;
        IConventionEntityType type = entity.Metadata;
        type.SetTableName(VeroPendingOperation.TableName, fromDataAnnotation: true);
        type.SetIsTableExcludedFromMigrations(true, fromDataAnnotation: true);
        foreach ((string name, Type clrType, string column, bool isRequired) in Columns)
        {
            // Conventions that would discover the properties run only after all of this.
            IConventionPropertyBuilder property = entity.Property(clrType, name, setTypeConfigurationSource: true, fromDataAnnotation: true)
                ?? throw new InvalidOperationException($"{nameof(VeroPendingOperation)}.{name} cannot be mapped.");
            property.IsRequired(isRequired, fromDataAnnotation: true);
            property.Metadata.SetColumnName(column, fromDataAnnotation: true);
            if (name == nameof(VeroPendingOperation.Id))
            {
                property.ValueGenerated(ValueGenerated.Never, fromDataAnnotation: true);
                entity.PrimaryKey([property.Metadata], fromDataAnnotation: true);
            }
        }

        entity.Ignore(nameof(VeroPendingOperation.IsWritten), fromDataAnnotation: true);
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
