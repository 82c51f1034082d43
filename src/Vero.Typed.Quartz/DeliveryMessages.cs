namespace Vero.Typed;

/// <summary>The messages of durable delivery that more than one place needs, tests included.</summary>
internal static class DeliveryMessages
{
    public const string EventWithoutTime =
        "The event has no created_at. A durable event may be sent hours after it was enlisted, and Vero would record that time instead of its own. "
        + "Put [VeroCreatedAt] on the member that holds the time of the event.";

    public const string NoTransaction =
        "The transaction is null or has ended. Enlist with a DbTransaction that is still open, before its commit.";

    public static string MisspeltSetting(string written, string meant) => $"{written} is not a setting of Vero delivery; did you mean {meant}?";

    public static string UnsupportedStore(string name) =>
        $"Vero delivery does not support the database of {name}. Supported are PostgreSQL (Npgsql.NpgsqlConnection) and SQLite "
        + "(Microsoft.Data.Sqlite.SqliteConnection).";

    public static string InMemorySqlite =>
        "Vero delivery cannot use a SQLite database in memory that is private to one connection: every connection would see a database of its own. "
        + "Use a file, or Mode=Memory;Cache=Shared.";

    public static string ShardsDiffer(int configured, int stored) => FormattableString.Invariant(
        $"Vero:Delivery:Shards is {configured}, but this store was created with {stored}. All instances must use the same number, so set it to {stored}. ")
        + "To change it, stop all instances, deliver what is pending, and delete the row 'shards' of the table vero_setting.";

    public static string SchemaMissing(string detail) =>
        "The tables of Vero delivery are missing or of another version, and Vero:Delivery:CreateSchema is false. "
        + $"Create them once by an instance whose role may create tables. {detail}";

    public static string Paused(string client, string reason) =>
        $"The deliveries of {DescribeClient(client)} are paused: {reason} Resume them with IVeroDelivery.ResumeAsync.";

    public static string DescribeClient(string client) => client.Length == 0 ? "the Vero client" : $"the Vero client '{client}'";
}
