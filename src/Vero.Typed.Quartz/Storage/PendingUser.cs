namespace Vero.Typed;

/// <summary>A user of one client: what is delivered in order.</summary>
internal readonly record struct UserKey(string Client, string UserId);

/// <summary>A user for whom something is pending and due.</summary>
internal readonly record struct PendingUser(long Sequence, UserKey Key, bool HasFailed);

/// <summary>A pending operation as it is read.</summary>
internal sealed record PendingRow(string Id, string Operation, string? Envelope, DateTimeOffset EnlistedAt)
{
    /// <summary>Whether it only holds the place of an alias in the order of its new user.</summary>
    public bool IsPlaceholder => Envelope is null;
}
