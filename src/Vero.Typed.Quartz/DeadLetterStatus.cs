namespace Vero.Typed;

/// <summary>Why an operation is a dead letter.</summary>
public enum DeadLetterStatus
{
    /// <summary>Vero rejected the request, and would reject it again.</summary>
    Rejected,

    /// <summary>Every attempt within <see cref="VeroDeliveryOptions.MaxAge"/> failed.</summary>
    Expired,

    /// <summary>The row is not an envelope of a request.</summary>
    Unreadable,
}
