using System.Text.Json;

namespace Vero.Typed.Sandbox;

/// <summary>One event that the sandbox has recorded.</summary>
public sealed class SandboxEvent
{
    internal SandboxEvent(
        string userId,
        string? email,
        string name,
        IReadOnlyDictionary<string, JsonElement> data,
        string? createdAt,
        string? source,
        DateTimeOffset receivedAt)
    {
        UserId = userId;
        Email = email;
        Name = name;
        Data = data;
        CreatedAt = createdAt;
        Source = source;
        ReceivedAt = receivedAt;
    }

    /// <summary>The id of the user. After an alias it is the new id.</summary>
    public string UserId { get; }

    /// <summary>The email address that was sent with the event, or null.</summary>
    public string? Email { get; }

    /// <summary>The name, exactly as sent.</summary>
    public string Name { get; }

    /// <summary>The properties of the event.</summary>
    public IReadOnlyDictionary<string, JsonElement> Data { get; }

    /// <summary><c>extras.created_at</c> exactly as sent, or null.</summary>
    public string? CreatedAt { get; }

    /// <summary><c>extras.source</c>, or null.</summary>
    public string? Source { get; }

    /// <summary>When the sandbox received it.</summary>
    public DateTimeOffset ReceivedAt { get; }

    internal SandboxEvent OfUser(string userId) => new(userId, Email, Name, Data, CreatedAt, Source, ReceivedAt);
}
