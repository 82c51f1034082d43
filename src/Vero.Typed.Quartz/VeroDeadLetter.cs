namespace Vero.Typed;

/// <summary>An operation that could not be delivered and is kept until it is replayed or forgotten.</summary>
public sealed class VeroDeadLetter
{
    internal VeroDeadLetter(
        string id, string client, string userId, string operation, string envelope,
        DateTimeOffset enlistedAt, DateTimeOffset diedAt, DeadLetterStatus status, string reason)
    {
        Id = id;
        Client = client;
        UserId = userId;
        Operation = operation;
        Envelope = envelope;
        EnlistedAt = enlistedAt;
        DiedAt = diedAt;
        Status = status;
        Reason = reason;
    }

    /// <summary>Its key.</summary>
    public string Id { get; }

    /// <summary>The name of the client; empty for the client without a name.</summary>
    public string Client { get; }

    /// <summary>The id of the user. Personal data: do not log it.</summary>
    public string UserId { get; }

    /// <summary>The name of the operation, such as <c>identify</c>.</summary>
    public string Operation { get; }

    /// <summary>The envelope of the request, which <see cref="VeroRequest.ParseEnvelope(string)"/> reads. Personal data: do not log it.</summary>
    public string Envelope { get; }

    /// <summary>When it was enlisted.</summary>
    public DateTimeOffset EnlistedAt { get; }

    /// <summary>When it became a dead letter.</summary>
    public DateTimeOffset DiedAt { get; }

    /// <summary>Why, as a status.</summary>
    public DeadLetterStatus Status { get; }

    /// <summary>Why, as a sentence without personal data.</summary>
    public string Reason { get; }

    /// <summary>Operation and status only, so that the string is safe to log.</summary>
    /// <returns>A string such as <c>identify (Rejected)</c>.</returns>
    public override string ToString() => $"{Operation} ({Status})";
}
