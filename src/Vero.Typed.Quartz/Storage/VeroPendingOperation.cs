using System.ComponentModel;
using System.ComponentModel.DataAnnotations.Schema;
using System.Text.Json;

namespace Vero.Typed;

/// <summary>One row of the table of pending operations. Infrastructure: an application uses <see cref="IVeroDelivery"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class VeroPendingOperation
{
    /// <summary>The name of the table.</summary>
    public const string TableName = "vero_pending";

    private const string NewUserSuffix = "b";

    // For EF Core, which makes rows that it reads.
    private VeroPendingOperation()
    {
        Id = Client = UserId = Operation = "";
    }

    private VeroPendingOperation(string id, string client, string userId, string operation, string? envelope, int shards, DateTimeOffset enlistedAt)
    {
        Id = id;
        Shard = UserShard.Of(client, userId, shards);
        Client = client;
        UserId = userId;
        Operation = operation;
        Envelope = envelope;
        EnlistedAt = enlistedAt.ToUnixTimeMilliseconds();
    }

    /// <summary>The key: ascending within the process that made it.</summary>
    public string Id { get; private set; }

    /// <summary>The shard of the user.</summary>
    public int Shard { get; private set; }

    /// <summary>The name of the client that sends it; empty for the client without a name.</summary>
    public string Client { get; private set; }

    /// <summary>The id of the user whose order it belongs to.</summary>
    public string UserId { get; private set; }

    /// <summary>The name of the operation.</summary>
    public string Operation { get; private set; }

    /// <summary>The envelope of the request; null in the row that holds the place of an alias in the order of its new user.</summary>
    public string? Envelope { get; private set; }

    /// <summary>When it was enlisted, in milliseconds of Unix time.</summary>
    public long EnlistedAt { get; private set; }

    /// <summary>Whether it was written by a SaveChanges that has not accepted it. Not a column.</summary>
    [NotMapped]
    public bool IsWritten { get; set; }

    /// <summary>Makes the rows of a request: one, or two for an alias, which has a place in the order of both its users.</summary>
    /// <param name="request">The request.</param>
    /// <param name="client">The name of the client; empty for the client without a name.</param>
    /// <param name="shards">The number of shards of the store.</param>
    /// <param name="now">The time.</param>
    /// <param name="id">The key, which <see cref="NextId"/> made; null for a new one.</param>
    /// <returns>The rows, in the order in which they are to be inserted.</returns>
    /// <exception cref="ArgumentException">The request is an event without a time of its own.</exception>
    public static IReadOnlyList<VeroPendingOperation> Create(VeroRequest request, string client, int shards, DateTimeOffset now, string? id = null)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(client);
        if (request.Operation == VeroOperation.Track && !HasCreatedAt(request.Utf8Json.Span))
            throw new ArgumentException(DeliveryMessages.EventWithoutTime, nameof(request));

        id ??= OrderedId.Next(now);
        string operation = OperationTable.Of(request.Operation).Name;
        var row = new VeroPendingOperation(id, client, request.UserId, operation, request.ToEnvelope(), shards, now);
        return request is AliasRequest alias
            ? [row, new VeroPendingOperation(id + NewUserSuffix, client, alias.NewUserId, operation, envelope: null, shards, now)]
            : [row];
    }

    /// <summary>Makes a key, to take a place in the order before the request can be made.</summary>
    /// <param name="now">The time.</param>
    /// <returns>A key that is higher than all those that this process made before.</returns>
    public static string NextId(DateTimeOffset now) => OrderedId.Next(now);

    /// <summary>The key of the row that holds an alias' place in the order of its new user.</summary>
    internal static string PlaceholderOf(string aliasId) => aliasId + NewUserSuffix;

    private static bool HasCreatedAt(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isExtras = reader.ValueTextEquals("extras"u8);
            reader.Read();
            if (!isExtras || reader.TokenType != JsonTokenType.StartObject)
            {
                reader.Skip();
                continue;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                bool isCreatedAt = reader.ValueTextEquals("created_at"u8);
                reader.Read();
                if (isCreatedAt && reader.TokenType == JsonTokenType.String)
                    return true;
                reader.Skip();
            }
        }

        return false;
    }
}
