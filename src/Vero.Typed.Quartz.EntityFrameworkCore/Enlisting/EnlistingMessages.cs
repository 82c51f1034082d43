using Microsoft.EntityFrameworkCore;

namespace Vero.Typed;

/// <summary>Why requests cannot be written together with the entities, and what to do.</summary>
internal static class EnlistingMessages
{
    public const string SqliteProvider = "Microsoft.EntityFrameworkCore.Sqlite";

    public const string PostgreSqlProvider = "Npgsql.EntityFrameworkCore.PostgreSQL";

    public const string NeverTransaction =
        "AutoTransactionBehavior is Never and there is no transaction, so entities and Vero requests could be saved without each other. "
        + "Begin a transaction with Database.BeginTransactionAsync, or set AutoTransactionBehavior to WhenNeeded.";

    public const string NotSaved =
        "The transaction is about to commit, but db.Vero() has requests that SaveChanges has not written, and they would be lost. "
        + "Call SaveChanges before the commit.";

    public const string AmbientTransactionNotJoined =
        "SaveChanges runs in a TransactionScope that the connection does not join (SQLite cannot, and a Npgsql connection string with Enlist=false does not), so "
        + "entities and Vero requests would be saved whatever becomes of the scope. Use Database.BeginTransactionAsync instead.";

    /// <summary>What the message on a navigation calls the delegate given to <see cref="VeroFollowedTypes.Add"/>.</summary>
    public const string RequestDelegate = "the delegate toRequest";

    public static string NotAdded(DbContext context) =>
        $"{context.GetType().Name} has no Vero delivery. Call services.AddVeroDurableDelivery<{context.GetType().Name}>(), and take the context from the services.";

    public static string UnsupportedProvider(string context, string? provider) =>
        $"Vero delivery does not support the provider of {context}, {provider}. Supported are {PostgreSqlProvider} and {SqliteProvider}.";

    public static string RetryingStrategy(object item) =>
        $"A request of {item.GetType().Name} needs values that the database generates, so it is written after the entity, in one transaction; but the context "
        + "has an execution strategy that retries and no transaction. Use Database.CreateExecutionStrategy().ExecuteAsync with "
        + "Database.BeginTransactionAsync inside, and call db.Vero() inside as well.";

    public static string AmbientTransaction(object item) =>
        $"A request of {item.GetType().Name} needs values that the database generates, so it is written after the entity; but the transaction is a "
        + "TransactionScope, which the request could not join reliably. Use Database.BeginTransactionAsync instead.";

    public static string NotAccepted(object item) =>
        $"A request of {item.GetType().Name} needs values that the database generates, and with acceptAllChangesOnSuccess: false the entity does not have "
        + "them yet. Use SaveChanges with acceptAllChangesOnSuccess: true.";

    public static string Navigation(string type, string member, string navigation) =>
        $"FollowChanges cannot follow {type}: {member} goes through the navigation '{navigation}', and one that was not loaded looks empty. "
        + $"Say how it is loaded: follow.Add<{type}>(..., reload: query => query.Include(...)).";

    public static string NotInModel(string type, string context) => $"FollowChanges cannot follow {type}: it is not an entity type of {context}.";

    public static string CompositeKey(string type) => $"FollowChanges cannot reload {type}: reload needs an entity type with a key of one property.";

    public static string SchemaDiffers(string configured, string? model) =>
        $"Vero:Delivery:Schema is '{configured}', but with Entity Framework Core the tables are in the default schema of the context, "
        + $"{(model is null ? "which is none" : $"'{model}'")}. Leave the setting out, or change HasDefaultSchema.";
}
