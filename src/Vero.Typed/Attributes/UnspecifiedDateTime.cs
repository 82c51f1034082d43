namespace Vero.Typed;

/// <summary>What a <see cref="DateTime"/> means whose kind is <see cref="DateTimeKind.Unspecified"/>.</summary>
public enum UnspecifiedDateTime
{
    /// <summary>Nothing is assumed. It is sent without an offset: <c>2026-03-01T09:30:00</c>.</summary>
    AsIs = 0,

    /// <summary>It is UTC. It is sent as such: <c>2026-03-01T09:30:00Z</c>.</summary>
    Utc = 1,

    /// <summary>It is the local time of the machine. It is sent with its offset: <c>2026-03-01T09:30:00+01:00</c>.</summary>
    Local = 2,
}
